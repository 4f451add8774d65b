import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gunzipSync } from 'node:zlib';
import { createIndex } from 'pagefind';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Evaluation, evaluate, honest, ofHalf, perClass } from '../bench/search/evaluate.ts';
import { openEngines } from '../bench/search/engines.ts';
import { mean, score } from '../bench/search/metrics.ts';
import { type Fragment, HIDDEN_BREAK, readFragment } from '../../src/search/passage.ts';
import { readWords } from '../../src/search/words.ts';
import { DIST, distFiles, readDist, writtenCodes } from '../support.ts';

/** The page of the entry with this code. */
async function entryPage(code: string): Promise<string> {
  const entries = JSON.parse(await readDist('data/vindplaatsen.json')) as { code: string; url: string }[];
  return readDist(entries.find((entry) => entry.code === code)!.url);
}

describe('the index', () => {
  it('keeps of a page what a result shows, and not the words that the build added to find it by', async () => {
    const names = await distFiles('.pf_fragment');
    expect(names).toHaveLength((await writtenCodes()).length);
    for (const name of names) {
      const { content, meta, anchors } = readFragment<Fragment & { anchors: unknown[] }>(gunzipSync(await readFile(join(DIST, name))).toString('utf8'));
      expect(content.length, name).toBeGreaterThan(500);
      expect(Object.keys(meta).sort(), name).toEqual(['title', 'zoekwoorden', 'zoekzinnen']);
      expect(anchors, name).toEqual([]);
    }
  });
  it('holds of every page what Pagefind itself reads there, to the letter', async () => {
    const { index } = await createIndex({ forceLanguage: 'nl', excludeSelectors: ['[data-footnote-ref]', '[data-footnotes]'] });
    const entries = JSON.parse(await readDist('data/vindplaatsen.json')) as { url: string; id: string }[];
    // Words that stand against each other in two elements are two words, but a term in the text keeps its full stop.
    for (const { url } of entries) await index!.addHTMLFile({ sourcePath: url, content: (await readDist(url)).replace(/(?<!<\/button)></g, '> <') });
    const read = (bytes: Uint8Array) => readFragment<Fragment & { url: string; word_count: number }>(gunzipSync(bytes).toString('utf8'));
    const itself = new Map((await index!.getFiles()).files.filter(({ path }) => path.endsWith('.pf_fragment')).map(({ content }) => [read(content).url, read(content)]));
    expect(itself.size).toBe(entries.length);
    for (const { url, id } of entries) {
      const ours = read(await readFile(join(DIST, `pagefind/fragment/${id}.pf_fragment`)));
      const { content, word_count, meta } = itself.get(`/${url}`)!;
      expect(ours, url).toMatchObject({ content, word_count, meta: { title: meta['title'], zoekwoorden: meta['zoekwoorden']!.split(', ').join(HIDDEN_BREAK) } });
    }
  });
  it('comes with one script, and with nothing that no page asks for', async () => {
    expect((await distFiles('.js')).filter((name) => name.startsWith('pagefind/'))).toEqual(['pagefind/pagefind.js']);
    expect(brotliCompressSync(await readDist('pagefind/pagefind.js')).length).toBeLessThan(10_000);
  });
});

describe('the measures', () => {
  const question = { klasse: 'woord', vraag: 'x', goed: { 'A-01': 3, 'A-02': 2 } };
  it('are 1 for the best order', () => expect(score(['A-01', 'A-02', 'A-09'], question)).toEqual({ ndcg: 1, recall: 1, mrr: 1, zero: 0 }));
  it('fall when the best comes later', () => {
    // 3 / log2(3) for grade 2 at the second place, 7 / log2(4) for grade 3 at the third, over 7 + 3 / log2(3).
    const found = score(['A-09', 'A-02', 'A-01'], question);
    expect(found.ndcg).toBeCloseTo((3 / Math.log2(3) + 7 / 2) / (7 + 3 / Math.log2(3)), 10);
    expect(found).toMatchObject({ recall: 1, mrr: 0.5 });
  });
  it('are 0 for nothing', () => expect(score([], question)).toEqual({ ndcg: 0, recall: 0, mrr: 0, zero: 1 }));
  it('are averaged', () => expect(mean([score(['A-01', 'A-02'], question), score([], question)]).ndcg).toBe(0.5));
});

/** Floors a little under what was measured; a change that loses answers fails here. */
describe('search answers the questions that were written before it was tuned', () => {
  let evaluation: Evaluation;
  beforeAll(async () => {
    evaluation = await evaluate('vragen');
  });
  const half = (name: string, holdout = true) => ofHalf(evaluation[name]!, holdout);

  it('well, on the half that nobody tunes on', () => {
    const { ndcg, recall, mrr, zero } = half('ours');
    expect(ndcg).toBeGreaterThanOrEqual(0.88);
    expect(recall).toBeGreaterThanOrEqual(0.87);
    expect(mrr).toBeGreaterThanOrEqual(0.94);
    expect(zero).toBeLessThanOrEqual(0.01);
  });
  it('in every class', () => {
    for (const [klasse, ndcg] of perClass(evaluation['ours']!)) expect(ndcg, klasse).toBeGreaterThanOrEqual(0.8);
  });
  it('with gemeente, not with the longer gemeenschap that starts alike', async () => {
    const codes = await (await openEngines()).ours('gemeente');
    expect(codes.length).toBeGreaterThan(10);
    const { topics } = readWords(await readDist('data/woorden.txt'));
    const { strong, weak } = topics.find(({ term }) => term === 'gemeente')!;
    const entries = JSON.parse(await readDist('data/vindplaatsen.json')) as { code: string }[];
    for (const code of codes.slice(0, 10)) {
      const isAbout = [...strong, ...weak].some((place) => entries[place]!.code === code);
      expect(isAbout || /gemeente/.test((await entryPage(code)).toLowerCase()), code).toBe(true);
    }
  });
  it('ahead of Pagefind as it comes and of MiniSearch set up for Dutch, on both halves', () => {
    for (const holdout of [true, false]) {
      expect(half('ours', holdout).ndcg).toBeGreaterThan(half('pagefind', holdout).ndcg + 0.1);
      expect(half('ours', holdout).ndcg).toBeGreaterThan(half('minisearch', holdout).ndcg + 0.1);
    }
  });
  it('and says so when it has nothing', () => expect(honest(evaluation['ours']!)).toBeGreaterThanOrEqual(0.8));
});

describe('search answers the questions of someone else, graded by what the entries say', () => {
  let evaluation: Evaluation;
  beforeAll(async () => {
    evaluation = await evaluate('blind');
  });
  const half = (name: string) => ofHalf(evaluation[name]!, true);

  it('well, and never with nothing', () => {
    const { ndcg, mrr, zero } = half('ours');
    expect(ndcg).toBeGreaterThanOrEqual(0.78);
    expect(mrr).toBeGreaterThanOrEqual(0.9);
    expect(zero).toBeLessThanOrEqual(0.01);
  });
  it('ahead of Pagefind as it comes and of MiniSearch', () => {
    expect(half('ours').ndcg).toBeGreaterThan(half('pagefind').ndcg + 0.2);
    expect(half('ours').ndcg).toBeGreaterThan(half('minisearch').ndcg + 0.1);
  });
  it('and leaves most of the nonsense without an answer', () => expect(honest(evaluation['ours']!)).toBeGreaterThanOrEqual(0.6));
});
