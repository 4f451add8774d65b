import { describe, expect, it } from 'vitest';
import { plan } from '../../src/search/plan.ts';
import { type Known, makeSearch, type Pagefind } from '../../src/search/query.ts';
import { readWords, type Topic, writeWords } from '../../src/search/words.ts';
import { makeLexicon } from '../support.ts';

const entry = (id: string, code: string, naast: string[] = [], kern = '') => ({
  id,
  code,
  url: `${id}.html`,
  titel: `titel${id}`,
  kern,
  facets: { soort: [], deel: [], thema: [], rol: [] },
  naast,
});
const entries = [entry('a', 'A-01'), entry('b', 'A-02'), entry('c', 'C-03')];

/** An index of `scores` per term that was asked for. */
const indexOf = (scores: Record<string, [string, number][]>) =>
  ({
    search: async (term: string | null) => ({
      results: (scores[String(term)] ?? []).map(([id, score]) => ({
        id,
        score,
        data: async () => ({
          content: 'Een buurt tuin. Een tuin.',
          excerpt: id === 'a' ? 'geen' : 'de <mark>buurten</mark>',
          meta: { zoekwoorden: 'buurten\tplein', synoniemen: '', adres: `algoritmes/${id}.html`, code: 'A-01', title: `Een ${id}` },
        }),
      })),
    }),
  }) as unknown as Pagefind;
const SCORES: Record<string, [string, number][]> = {
  buurt: [
    ['a', 9],
    ['b', 4],
  ],
  tuin: [
    ['b', 4],
    ['c', 9],
  ],
  '"buurt tuin"': [['c', 1]],
  '"een tuin"': [
    ['b', 1],
    ['c', 1],
  ],
};

function make({ list = entries, topics = [], scores = SCORES }: { list?: typeof entries; topics?: Topic[]; scores?: typeof SCORES } = {}) {
  const known = { entries: list, lexicon: makeLexicon({ buurt: 1, tuin: 1 }, topics), count: list.length };
  return makeSearch(
    () => known,
    async () => indexOf(scores),
  );
}
const order = async (question: string, options: Parameters<typeof make>[0] = {}) => (await make(options).search(question)).hits.map(({ id }) => id);

describe('answers', () => {
  it('put entries first that hold more of the words', async () => expect(await order('buurt tuin')).toEqual(['b', 'a', 'c']));
  it('put an entry first that is about the word', async () => {
    expect(await order('buurt')).toEqual(['a', 'b']);
    expect(await order('buurt', { topics: [{ term: 'buurt', strong: [1], weak: [], phrases: [] }] })).toEqual(['b', 'a']);
  });
  it('put an entry first that stands beside another that answers', async () => {
    const scores: typeof SCORES = {
      buurt: [
        ['a', 9],
        ['b', 8],
        ['c', 8],
      ],
    };
    expect(await order('buurt', { scores })).toEqual(['a', 'b', 'c']);
    expect(await order('buurt', { scores, list: [entry('a', 'A-01', ['C-03']), entry('b', 'A-02'), entry('c', 'C-03', ['A-01'])] })).toEqual(['a', 'c', 'b']);
  });
  it('leave out entries that score next to nothing beside the best', async () =>
    expect(
      await order('buurt', {
        topics: [{ term: 'buurt', strong: [0], weak: [], phrases: [] }],
        scores: {
          buurt: [
            ['a', 100],
            ['b', 0.01],
          ],
        },
      }),
    ).toEqual(['a']));
  it('follow a phrase between quotes to the letter', async () => expect(await order('“buurt tuin”')).toEqual(['c']));
  it('order what holds a phrase by the words around it', async () => {
    expect(await order('"een tuin"')).toEqual(['b', 'c']);
    expect(await order('"een tuin" tuin')).toEqual(['c', 'b']);
  });
  it('put the entry with the code first', async () => expect(await order('c3')).toEqual(['c']));
  it('hold every entry while nothing is asked', async () => expect(await order(' ')).toEqual(['a', 'b', 'c']));
  it('show a passage, or say through which word the entry was found', async () => {
    const { hits } = await make().search('buurt');
    expect(await hits[0]!.passage()).toEqual({ html: '', via: ['buurten'] });
    expect(await hits[1]!.passage()).toEqual({ html: 'de <mark>buurten</mark>', via: [] });
  });
  it('name the words that nothing here is about', async () => expect((await make().search('buurt xqzzt')).missing).toEqual(['xqzzt']));
  it('are refused when the index does not hold a word that the list says it holds', async () => {
    await expect(make({ scores: {} }).search('buurt')).rejects.toThrow('kwam niet over');
    expect((await make({ scores: {} }).search('xqzzt')).hits).toEqual([]);
  });
  it('say what was asked instead of a word that exists nowhere', async () => expect((await make().search('tuni')).corrections).toEqual([{ typed: 'tuni', form: 'tuin' }]));
});

describe('a glance', () => {
  const known = {
    entries: [entries[0]!, entries[1]!, entry('c', 'C-03', [], 'Een tuin.')],
    lexicon: makeLexicon({ tuin: 1, moestuin: 1 }, [{ term: 'moestuin', strong: [1], weak: [], phrases: [] }]),
    count: 3,
  };
  const broken = makeSearch(
    () => known,
    () => Promise.reject(new Error('geen index')),
  );
  const glance = async (question: string) => (await broken.glance(question)).hits.map(({ id }) => id);
  it('answers from titles, kernen and search words, without the index', async () => {
    expect(await glance('tuinen')).toEqual(['c']);
    expect(await glance('moestuin')).toEqual(['b']);
    await expect(broken.search('tuin')).rejects.toThrow('geen index');
  });
  it('leaves phrases to the index', async () => expect(await glance('"een tuin"')).toEqual([]));
});

describe('a large site, whose list of entries comes late and without titles', () => {
  const bare = entries.map((item) => ({ ...item, url: '', titel: '' }));
  let known: Known = { entries: [], count: 1000 };
  const { search, glance } = makeSearch(
    () => known,
    async () => indexOf(SCORES),
    async (id) => ({ content: '', excerpt: '', meta: { adres: `${id}.html`, code: 'A-01', title: `Een ${id}` } }),
  );
  it('answers from the index, which holds what a result shows', async () => {
    known = { entries: [], count: 1000 };
    expect((await glance('buurt')).hits).toEqual([]);
    const { hits } = await search('buurt');
    expect(hits.map(({ id, code }) => [id, code])).toEqual([
      ['a', ''],
      ['b', ''],
    ]);
    expect(await hits[0]!.shown()).toEqual({ url: 'algoritmes/a.html', code: 'A-01', titel: 'Een a', kern: '' });
  });
  it('knows codes and facets once the list is there', async () => {
    known = { entries: bare, count: 1000 };
    expect((await search('c3')).hits.map(({ code }) => code)).toEqual(['C-03']);
    const { hits } = await search('');
    expect(hits.map(({ code }) => code)).toEqual(['A-01', 'A-02', 'C-03']);
    expect((await hits[2]!.shown()).titel).toBe('Een c');
  });
  it('asks for a known word in one form: each other one would be another part of the index', () => {
    expect(plan('tuin', { ...makeLexicon({ tuin: 9, tuinen: 4 }), isPart: true })).toEqual([{ typed: 'tuin', variants: [{ form: 'tuin', weight: 1 }], corrected: false }]);
  });
  it('asks for a rare word itself, though the list of words lacks it', () => {
    const part = { ...makeLexicon({ tuin: 9 }), isPart: true };
    expect(plan('tuni', part)[0]).toMatchObject({
      corrected: false,
      variants: [
        { form: 'tuni', weight: 1 },
        { form: 'tuin', weight: 0.8 },
      ],
    });
  });
});

describe('topics', () => {
  const topics = [{ term: 'vergrijzing', strong: [2], weak: [1], phrases: ['oude buurt', 'steeds ouder'] }];
  const known = { entries, lexicon: makeLexicon({ vergrijzing: 1, buurt: 2, oude: 1, steeds: 1, ouder: 1 }, topics), count: 3 };
  const { search, glance } = makeSearch(
    () => known,
    async () => indexOf(SCORES),
  );
  const found = async (question: string) => (await search(question)).hits.map(({ id }) => id);
  it('bring what they are about, the strongest first, though no text holds the word', async () => expect(await found('vergrijzing')).toEqual(['c', 'b']));
  it('are named by whole phrases', async () => {
    expect(await found('buurt')).toEqual(['a', 'b']);
    expect(await found('oude buurt')).toEqual(['c', 'b', 'a']);
  });
  it('say by which name', async () => {
    const { hits } = await glance('vergrijzing');
    expect(await hits[0]!.passage()).toEqual({ html: '', via: ['vergrijzing'] });
  });
});

describe('the list of words', () => {
  const words = [
    { word: '65', count: 2, topics: [] as number[] },
    { word: 'tuin', count: 16, topics: [1] },
    { word: 'tuinen', count: 1, topics: [0, 1] },
    { word: 'tuinman', count: 1, topics: [] },
  ];
  const topics = [
    { term: 'tuin', strong: [2, 9], weak: [], phrases: ['groen hart', 'groene plek'] },
    { term: 'groen', strong: [], weak: [40], phrases: [] },
  ];
  it('is read back as it was written', () => expect(readWords(writeWords({ words, topics }))).toEqual({ words, topics }));
  it('borrows letters from the word before', () =>
    expect(writeWords({ words, topics }).split('\n')).toEqual(['4 2', '065A', '0tuinD#1', '4en#0,1', '4man', '', 'tuin;2,7;;groen hart|groene plek', 'groen;;14;', '']));
  it.each([
    ['cut off', (text: string) => text.slice(0, text.length / 2)],
    ['a page that says that it is not there', () => '<!doctype html>\n<p>404</p>'],
    ['empty', () => ''],
    ['garbage', (text: string) => 'x'.repeat(text.length)],
  ])('is refused when it is %s', (_, change) => expect(() => readWords(change(writeWords({ words, topics })))).toThrow('niet heel'));
});
