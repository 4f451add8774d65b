import { describe, expect, it } from 'vitest';
import { ingangen, matchIngangen } from '../../src/model/ingangen.ts';
import { vindplaatsen } from '../../src/model/vindplaatsen.ts';
import { choose, countFacets } from '../../src/search/facets.ts';
import { toPassage } from '../../src/search/passage.ts';
import { makeAlgoritme, makeCasus, makeLibrary } from '../support.ts';

const library = makeLibrary({
  algoritmes: [makeAlgoritme({ deel: 1, themas: ['taal', 'macht'] }), makeAlgoritme({ code: 'A-02', deel: 2, themas: ['taal'] }, 'andere-kaart')],
  casussen: [makeCasus({ deel: 2, themas: ['macht'] })],
});
const entries = vindplaatsen(library);
const codes = (list: { code: string }[]) => list.map(({ code }) => code);

it('knows of every entry where it is and what a result shows', () => {
  expect(codes(entries)).toEqual(['A-01', 'A-02', 'C-01']);
  expect(entries[2]).toMatchObject({ url: 'casussen/verhaal.html', titel: 'Een titel', kern: 'Een kern.', facets: { soort: ['casus'], deel: ['2'] } });
});

describe('facets', () => {
  it('widen within one and narrow across', () => {
    expect(codes(choose(entries, { deel: ['1', '2'] }))).toEqual(['A-01', 'A-02', 'C-01']);
    expect(codes(choose(entries, { deel: ['2'], thema: ['macht'] }))).toEqual(['C-01']);
    expect(codes(choose(entries, {}))).toHaveLength(3);
  });
  it('count what a further choice would leave', () => {
    const counts = countFacets(entries, { deel: ['2'] });
    expect(counts.deel).toEqual({ 1: 1, 2: 2 });
    expect(counts.thema).toEqual({ taal: 1, macht: 1 });
    expect(counts.soort).toEqual({ algoritme: 1, casus: 1 });
  });
});

describe('ways in', () => {
  const list = ingangen(library);
  it('fit by name, by search word and by the start of a word', () => {
    expect(matchIngangen(list, 'Taal')[0]).toMatchObject({ soort: 'Thema', titel: 'Taal', url: 'themas/taal.html' });
    expect(matchIngangen(list, 'klein beg').map(({ titel }) => titel)).toEqual(['Klein beginnen']);
  });
  it('stay away when nothing fits, or too little is asked', () => {
    expect(matchIngangen(list, 'zxqvort')).toEqual([]);
    expect(matchIngangen(list, 'ta')).toEqual([]);
  });
  it('are at most three', () => expect(matchIngangen(list, 'vier')).toHaveLength(3));
});

describe('a passage', () => {
  const page = (excerpt: string, meta = {}) => ({ content: '', excerpt, meta });
  it.each([
    ['the word itself', '<mark>buurt</mark>', ['buurt']],
    ['another form of it', 'de <mark>buurten</mark>,', ['buurt']],
    ['a longer word that begins with it', '<mark>Buurtbewoners</mark>', ['buurt']],
    ['a word with a hyphen', '<mark>oud-wethouder</mark>', ['wethouder']],
    ['a phrase, of which every word was asked for', '<mark>de</mark> <mark>buurman</mark>', []],
  ])('marks %s', (_, excerpt, forms) => expect(toPassage(page(excerpt), forms)).toEqual({ html: excerpt, via: [] }));
  it('leaves what only begins alike', () =>
    expect(toPassage(page('De <mark>buurman</mark> en de <mark>buurt</mark>'), ['buurt'])).toEqual({ html: 'De buurman en de <mark>buurt</mark>', via: [] }));
  it('tells by what a page was found when its text shows no word of it', () =>
    expect(toPassage(page('De <mark>buurman</mark> weer', { zoekwoorden: 'wijk\tbuurt' }), ['buurt'])).toEqual({ html: '', via: ['buurt'] }));
  it('is read as well from an edition that put commas between them', () =>
    expect(toPassage(page('Een straat', { zoekwoorden: 'wijk, buurt' }), ['buurt'])).toEqual({ html: '', via: ['buurt'] }));
});
