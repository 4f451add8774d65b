import { describe, expect, it } from 'vitest';
import { makeSplitter } from '../../src/search/compounds.ts';
import { distance, root, stem, tokens } from '../../src/search/dutch.ts';
import { plan } from '../../src/search/plan.ts';
import { asCode } from '../../src/model/code.ts';
import { makeLexicon } from '../support.ts';
import { listedWords } from '../../src/search/register.ts';
import { readPage } from '../../src/search/page.ts';
import { makeTermer, type Said, withTerms, wordsOf } from '../../src/search/terms.ts';

const lexicon = makeLexicon({
  buurt: 9,
  buurthuis: 2,
  raadslid: 4,
  stad: 7,
  luistert: 2,
  luisteren: 5,
  participatie: 6,
  eenzaam: 2,
  eenzaamheid: 3,
  tuin: 5,
  koper: 1,
  krimp: 2,
  subsidie: 3,
  beslissers: 1,
  beslissen: 9,
});
const forms = (question: string) => plan(question, lexicon).map(({ variants }) => variants.map(({ form }) => form));

describe('forms of one word share a stem', () => {
  it.each([
    ['steden', 'stad'],
    ['raadsleden', 'raadslid'],
    ['geluisterd', 'luisteren'],
    ['participatie', 'participeren'],
    ['straten', 'straat'],
    ['stappen', 'stap'],
    ['huizen', 'huis'],
    ['brieven', 'brief'],
    ['mogelijkheden', 'mogelijkheid'],
    ['democratie', 'democratische'],
    ['bankje', 'bank'],
    ['tuintje', 'tuin'],
    ['gezwegen', 'zwijgen'],
    ['aangesproken', 'aanspreken'],
    ['aangebeld', 'aanbellen'],
    ['doorgegeven', 'doorgeven'],
    ['koos', 'gekozen'],
  ])('%s and %s', (a, b) => expect(stem(a)).toBe(stem(b)));
  it.each([
    ['gemeente', 'gemeenschap'],
    ['wonen', 'winnen'],
    ['raad', 'rand'],
    ['namen', 'nemen'],
    ['beweging', 'gaan'],
    ['straten', 'eten'],
  ])('but %s and %s do not', (a, b) => expect(stem(a)).not.toBe(stem(b)));
});

describe('words made of one verb share a root', () => {
  it.each([
    ['beslissers', 'beslissen'],
    ['vergadering', 'vergaderen'],
    ['verbindster', 'verbinden'],
  ])('%s and %s', (a, b) => expect(root(a)).toBe(root(b)));
  it.each([
    ['kamer', 'kam'],
    ['vinger', 'vin'],
  ])('%s and %s do not: too little would be left', (a, b) => expect(root(a)).not.toBe(root(b)));
});

describe('typing errors', () => {
  it.each([
    ['particpatie', 'participatie', 1],
    ['eenzmaheid', 'eenzaamheid', 2],
    ['burut', 'buurt', 1],
    ['buurt', 'buurt', 0],
  ])('%s to %s is %d', (a, b, errors) => expect(distance(a, b, 3)).toBe(errors));
  it('stop counting at the limit', () => expect(distance('vergadering', 'kip', 2)).toBe(3));
});

it('reads words folded, and a word with a hyphen whole and in parts', () => expect(tokens('Coöperatie, co-creatie')).toEqual(['cooperatie', 'cocreatie', 'co', 'creatie']));

describe('a question becomes words that exist', () => {
  it.each<[string, string, string[][]]>([
    ['in another form', 'raadsleden', [['raadslid']]],
    ['without words that carry no subject', 'hoe is de buurt', [['buurt']]],
    ['by its beginning', 'sub', [['subsidie']]],
    ['as it stands and as two known parts', 'buurttuin', [['buurttuin'], ['buurt'], ['tuin']]],
    ['with a typing error mended', 'particpatie', [['participatie']]],
    ['by the longest known end', 'krimpdorp', [['krimp']]],
    ['when it is rare, with those made of the same verb', 'beslissers', [['beslissers', 'beslissen']]],
    ['or not at all', 'xqzzt', [[]]],
  ])('%s', (_, question, expected) => expect(forms(question)).toEqual(expected));
  it('says what it mended', () => expect(plan('particpatie', lexicon)[0]).toMatchObject({ typed: 'particpatie', corrected: true }));
  it('keeps the word itself first among its forms', () => expect(forms('luistert')[0]).toEqual(['luistert', 'luisteren']));
  it('asks for every word as it stands while the list has not come', () =>
    expect(plan('hoe buurttuin', undefined)).toEqual([{ typed: 'buurttuin', variants: [{ form: 'buurttuin', weight: 1 }], corrected: false }]));
  it('never drops everything', () => expect(forms('waarom')).toHaveLength(1));
});

describe('compounds', () => {
  const split = makeSplitter(new Set(['participatie', 'volk', 'tuin', 'huis', 'raad', 'bewoner', 'weg', 'avond']));
  it.each([
    ['burgerparticipatie', ['burger', 'participatie']],
    ['volkstuin', ['volk', 'tuin']],
    ['bewonersavond', ['bewoner', 'avond']],
  ])('%s', (word, parts) => expect(split(word)).toEqual(parts));
  it.each(['vooruitgang', 'eenzaamheid', 'tuinen', 'meteen'])('%s stays whole', (word) => expect(split(word)).toEqual([]));
});

describe('the words that a visitor loads', () => {
  const listed = (words: Record<string, number>, topics: Record<string, number[]> = {}) =>
    listedWords(
      Object.entries(words).map(([word, count]) => ({ word, count, topics: topics[word] ?? [] })),
      (word) => (word === 'bewonersavond' ? ['bewoner', 'avond'] : []),
    );
  const names = (words: Record<string, number>, topics: Record<string, number[]> = {}) => listed(words, topics).map(({ word }) => word);
  it('are one form of those that start alike, with all their topics', () =>
    expect(listed({ straat: 9, straten: 4 }, { straten: [2] })).toEqual([{ word: 'straat', count: 9, topics: [2] }]));
  it('are each form of those that do not', () => expect(names({ stad: 9, steden: 4, lid: 3, leden: 2 })).toEqual(['leden', 'lid', 'stad', 'steden']));
  it('leave out numbers, and rare compounds of which the parts are there', () => {
    expect(names({ 2019: 5, bewonersavond: 1, bewoner: 4, avond: 3 })).toEqual(['avond', 'bewoner']);
    expect(names({ bewonersavond: 2, bewoner: 4, avond: 3 })).toContain('bewonersavond');
    expect(names({ bewonersavond: 1, bewoner: 4 })).toContain('bewonersavond');
  });
  it('keep whatever names a topic', () => expect(names({ bewonersavond: 1, bewoner: 4, avond: 3 }, { bewonersavond: [0] })).toContain('bewonersavond'));
});

describe('what the build adds for the index', () => {
  const html = (body: string, keywords = '') =>
    `<html lang="nl"><head><title>Titel</title><meta name="keywords" content="${keywords}"></head><body><main data-pagefind-body>${body}<p data-pagefind-ignore>weg</p><section data-footnotes>bron</section></main><p>buiten</p></body></html>`;
  const pages = [html('De buurttuin en het huis.', 'moestuin'), html('Een tuin.')];
  const said: Said[] = [
    { code: 'A-01', subject: 'Titel moestuin', zoekzinnen: ['hoe kweek ik sla'] },
    { code: 'A-02', subject: 'Titel', zoekzinnen: [] },
  ];
  const termer = makeTermer(said, new Set(['buurttuin', 'huis', 'tuin']), [
    { term: 'moestuin', ook: ['volkstuin', 'groente telen'], sterk: ['A-01'] },
    { term: 'titel', ook: ['kop'], mee: ['A-02'] },
  ]);
  const terms = pages.map((page, place) => ({ ...termer.of(readPage(page)!, place), zoekzinnen: said[place]!.zoekzinnen }));
  const { words, topics } = termer.list();

  it('adds the whole group of a term that the page is about', () => expect(terms.map(({ synoniemen }) => synoniemen)).toEqual([['moestuin', 'volkstuin', 'groente telen'], []]));
  it('adds the parts of compounds, but for those that the page has as a word', () => {
    expect(terms[0]!.delen).toContain('tuin');
    expect(termer.of(readPage(html('De buurttuin is een tuin.'))!, 1).delen).not.toContain('tuin');
  });
  it('lists every word that the index holds, with its count, and none that it does not', () => {
    expect(words).toEqual(
      expect.arrayContaining([
        { word: 'buurttuin', count: 1, topics: [] },
        { word: 'tuin', count: 2, topics: [] },
        { word: 'groente', count: 1, topics: [] },
        { word: 'volkstuin', count: 1, topics: [0] },
      ]),
    );
    expect(words.map(({ word }) => word).join(' ')).not.toMatch(/\b(weg|bron|buiten|de|een)\b/);
  });
  it('knows every word of an entry, however deep', () =>
    expect([...wordsOf([{ titel: 'De brug', stappen: [{ doe: 'Steek over', uitgangen: [{ naar: 1, als: 'gehaald' }] }] }])]).toEqual(['brug', 'steek', 'gehaald']));
  it('adds the sentences of the editors, to the index and to the words', () => {
    expect(withTerms(readPage(pages[0]!)!, terms[0]!)).toContain('<meta data-pagefind-meta="zoekzinnen[content]" content="hoe kweek ik sla">');
    expect(words).toContainEqual({ word: 'kweek', count: 1, topics: [] });
  });
  it('knows per topic what is about it, what names it, and who touches on it by naming it', () => {
    expect(topics).toEqual([
      { term: 'moestuin', strong: [0], weak: [], phrases: ['groente telen'] },
      { term: 'titel', strong: [], weak: [0, 1], phrases: [] },
    ]);
  });
  it('puts them in the head, where no visitor reads them', () =>
    expect(withTerms(readPage(pages[0]!)!, terms[0]!)).toContain('<meta data-pagefind-meta="synoniemen[content]" content="moestuin\tvolkstuin\tgroente telen">'));
});

it.each([
  ['A-21', 'A-21'],
  ['a21', 'A-21'],
  ['c 3', 'C-03'],
  ['c-33', 'C-33'],
  ['a 211', 'A-211'],
  ['a211111', undefined],
  ['abc', undefined],
])('reads %s as the code %s', (question, code) => expect(asCode(question)).toBe(code));
