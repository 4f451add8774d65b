import { satteri } from '@astrojs/markdown-satteri';
import { describe, expect, it } from 'vitest';
import { markTerms } from '../../src/build/begrippen.ts';

const BEGRIPPEN = [
  { id: 'tegenwicht', term: 'tegenwicht', uitleg: 'Het tegendeel.' },
  { id: 'horizontale-logica', term: 'horizontale logica', uitleg: 'Die van de straat.' },
  { id: 'macro-opgave', term: 'macro-opgave', uitleg: 'Te groot.' },
  { id: 'cooperatie', term: 'coöperatie', uitleg: 'Van de leden. Zoals een tegenwicht.' },
];

const rendered = satteri({ mdastPlugins: [markTerms(BEGRIPPEN)], features: { smartPunctuation: false } }).createRenderer({ syntaxHighlight: false });
const render = async (markdown: string, frontmatter: object = { code: 'A-01' }) => (await (await rendered).render(markdown, { frontmatter })).code;

/** The words that are marked in this text, with their explanations in the order of the page. */
const marked = async (markdown: string) => [...(await render(markdown)).matchAll(/<(button|span)[^>]*>([^<]*)</g)].map(([, name, text]) => `${name} ${text}`);

/** The text as one reads it, without explanations. */
const read = async (markdown: string) => (await render(markdown)).replace(/<span[^>]*>[^<]*<\/span>|<[^>]*>/g, '').trim();

describe('a term in a longer text', () => {
  it('is a button with its explanation right behind it', async () =>
    expect(await marked('Kies een tegenwicht en lees dat.')).toEqual(['button tegenwicht', 'span Het tegendeel.']));
  it('is marked once, at first use', async () =>
    expect((await marked('Een tegenwicht.\n\nNog een tegenwicht en weer een tegenwicht.')).filter((part) => part.startsWith('button'))).toHaveLength(1));
  it('is found in other forms and with a capital', async () => {
    expect((await marked('Tegenwichten bestaan.'))[0]).toBe('button Tegenwichten');
    expect((await marked('Er zijn coöperaties.'))[0]).toBe('button coöperaties');
    expect((await marked('Een macroopgave.'))[0]).toBe('button macroopgave');
  });
  it('may be of two words, that stand together', async () => {
    expect((await marked('Dat is de horizontale logica van hier.'))[0]).toBe('button horizontale logica');
    expect(await marked('Het is horizontaal. Logica is anders.')).toEqual([]);
  });
  it('stands beside others in one sentence', async () =>
    expect((await marked('Een coöperatie is een tegenwicht.')).filter((part) => part.startsWith('button'))).toEqual(['button coöperatie', 'button tegenwicht']));
  it('is left alone in headings, links, quotes and sources', async () => {
    for (const text of ['## Het tegenwicht', '[een tegenwicht](/x.html)', '> een tegenwicht', '*[een tegenwicht](/x.html)*', '`tegenwicht`'])
      expect(await marked(text)).toEqual([]);
  });
  it('is left alone in what someone says, and found after it', async () => {
    expect(await marked('‘Daar is het tegenwicht,’ zegt zij.')).toEqual([]);
    expect(await marked('‘Die kliko’s zijn een tegenwicht,’ zegt zij.')).toEqual([]);
    expect((await marked('‘Ja,’ zegt zij, en dat is een tegenwicht.'))[0]).toBe('button tegenwicht');
  });
  it('is not found inside a longer word', async () => expect((await marked('Een tegenwichtje? Nee, een tegenwichtheffer.')).filter((part) => /heffer/.test(part))).toEqual([]));
  it('leaves the text as it was written', async () => {
    const text = 'Een coöperatie is soms een tegenwicht, soms niet.';
    expect(await read(text)).toBe(text);
  });
});
