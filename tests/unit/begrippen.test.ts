import type { Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { markTerms } from '../../src/build/begrippen.ts';

const BEGRIPPEN = [
  { id: 'tegenwicht', term: 'tegenwicht', uitleg: 'Het tegendeel.' },
  { id: 'horizontale-logica', term: 'horizontale logica', uitleg: 'Die van de straat.' },
  { id: 'macro-opgave', term: 'macro-opgave', uitleg: 'Te groot.' },
  { id: 'cooperatie', term: 'coöperatie', uitleg: 'Van de leden. Zoals een tegenwicht.' },
];

/** The words that are marked in this text, with their explanations in the order of the page. */
function marked(markdown: string): string[] {
  const tree = unified().use(remarkParse).parse(markdown) as Root;
  markTerms(tree, BEGRIPPEN);
  const found: string[] = [];
  visit(tree, (node) => {
    const { data, children } = node as unknown as { data?: { hName?: string }; children: { value: string }[] };
    if (data?.hName) found.push(`${data.hName} ${children[0]!.value}`);
  });
  return found;
}

/** The text as one reads it, without explanations. */
function read(markdown: string): string {
  const tree = unified().use(remarkParse).parse(markdown) as Root;
  markTerms(tree, BEGRIPPEN);
  let text = '';
  visit(tree, 'text', (node, _, parent) => {
    if ((parent as { data?: { hName?: string } })?.data?.hName !== 'span') text += node.value;
  });
  return text;
}

describe('a term in a longer text', () => {
  it('is a button with its explanation right behind it', () => expect(marked('Kies een tegenwicht en lees dat.')).toEqual(['button tegenwicht', 'span Het tegendeel.']));
  it('is marked once, at first use', () =>
    expect(marked('Een tegenwicht.\n\nNog een tegenwicht en weer een tegenwicht.').filter((part) => part.startsWith('button'))).toHaveLength(1));
  it('is found in other forms and with a capital', () => {
    expect(marked('Tegenwichten bestaan.')[0]).toBe('button Tegenwichten');
    expect(marked('Er zijn coöperaties.')[0]).toBe('button coöperaties');
    expect(marked('Een macroopgave.')[0]).toBe('button macroopgave');
  });
  it('may be of two words, that stand together', () => {
    expect(marked('Dat is de horizontale logica van hier.')[0]).toBe('button horizontale logica');
    expect(marked('Het is horizontaal. Logica is anders.')).toEqual([]);
  });
  it('stands beside others in one sentence', () =>
    expect(marked('Een coöperatie is een tegenwicht.').filter((part) => part.startsWith('button'))).toEqual(['button coöperatie', 'button tegenwicht']));
  it('is left alone in headings, links, quotes and sources', () => {
    for (const text of ['## Het tegenwicht', '[een tegenwicht](/x.html)', '> een tegenwicht', '*[een tegenwicht](/x.html)*', '`tegenwicht`']) expect(marked(text)).toEqual([]);
  });
  it('is left alone in what someone says, and found after it', () => {
    expect(marked('‘Daar is het tegenwicht,’ zegt zij.')).toEqual([]);
    expect(marked('‘Die kliko’s zijn een tegenwicht,’ zegt zij.')).toEqual([]);
    expect(marked('‘Ja,’ zegt zij, en dat is een tegenwicht.')[0]).toBe('button tegenwicht');
  });
  it('is not found inside a longer word', () => expect(marked('Een tegenwichtje? Nee, een tegenwichtheffer.').filter((part) => /heffer/.test(part))).toEqual([]));
  it('leaves the text as it was written', () => {
    const text = 'Een coöperatie is soms een tegenwicht, soms niet.';
    expect(read(text)).toBe(text);
  });
});
