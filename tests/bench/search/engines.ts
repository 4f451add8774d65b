/** The engines that answer the questions, all over the same built pages: ours, Pagefind as it comes, and MiniSearch set up for Dutch. */
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import MiniSearch from 'minisearch';
import { createIndex } from 'pagefind';
import snowball from 'snowball-stemmers';
import type { Vindplaats } from '../../../src/model/vindplaatsen.ts';
import { readSaid } from '../../../src/build/indexing.ts';
import { isStopword, tokens } from '../../../src/search/dutch.ts';
import { makeSearch, type Pagefind, RANKING } from '../../../src/search/query.ts';
import { readPage } from '../../../src/search/page.ts';
import { readWords, toLexicon } from '../../../src/search/words.ts';
import { DIST } from '../../support.ts';

/** Answers a question with codes of entries, best first. */
export type Engine = (question: string) => Promise<string[]>;

type Opened = Pagefind & { options: (options: Record<string, unknown>) => Promise<void> };

/** Pagefind's browser code reads with fetch; here it reads files. */
function fetchFiles(): void {
  const real = globalThis.fetch;
  globalThis.fetch = async (input, init) => (String(input).startsWith('/') ? new Response(await readFile(String(input).split('?')[0]!)) : real(input, init));
}

/** Opens a copy of an index under `folder` as a module that Node can load. */
async function openIndex(folder: string, options: Record<string, unknown> = {}): Promise<Opened> {
  const copy = `${await mkdtemp(join(tmpdir(), 'werkvonken-index-'))}/`;
  await cp(folder, copy, { recursive: true });
  await writeFile(join(copy, 'package.json'), '{"type":"module"}');
  const pagefind = (await import(pathToFileURL(join(copy, 'pagefind.js')).href)) as Opened;
  await pagefind.options({ basePath: copy, noWorker: true, ...options });
  await pagefind.init();
  return pagefind;
}

/** The three engines over the site in dist. */
export async function openEngines(): Promise<Record<'ours' | 'pagefind' | 'minisearch', Engine>> {
  fetchFiles();
  const entries = JSON.parse(await readFile(join(DIST, 'data/vindplaatsen.json'), 'utf8')) as Vindplaats[];
  const lexicon = toLexicon(readWords(await readFile(join(DIST, 'data/woorden.txt'), 'utf8')));
  const index = await openIndex(join(DIST, 'pagefind'), { ranking: RANKING });
  const known = { entries, lexicon, count: entries.length };
  const { search } = makeSearch(
    () => known,
    async () => index,
  );
  return { ours: async (question) => (await search(question)).hits.map(({ code }) => code), pagefind: await plainPagefind(entries), minisearch: await dutchMiniSearch(entries) };
}

/** Pagefind over the same pages with the editors' search words, and nothing else of ours. */
async function plainPagefind(entries: readonly Vindplaats[]): Promise<Engine> {
  const { index } = await createIndex({ forceLanguage: 'nl', excludeSelectors: ['[data-footnote-ref]', '[data-footnotes]'] });
  for (const { url } of entries) await index!.addHTMLFile({ sourcePath: url, content: await readFile(join(DIST, url), 'utf8') });
  const folder = await mkdtemp(join(tmpdir(), 'werkvonken-plain-'));
  await index!.writeFiles({ outputPath: folder });
  const pagefind = await openIndex(folder);
  const codes = new Map(entries.map(({ url, code }) => [url, code]));
  return async (question) => {
    const { results } = await pagefind.search(question);
    const found = await Promise.all(results.slice(0, 10).map(async (result) => ((await result.data()) as unknown as { url: string }).url));
    return found.map((url) => codes.get(url.replace(/^.*?(algoritmes|casussen)\//, '$1/'))!);
  };
}

/** MiniSearch with the Dutch Snowball stemmer, stop words, prefixes and typing errors, over the same fields as ours. */
async function dutchMiniSearch(entries: readonly Vindplaats[]): Promise<Engine> {
  const stemmer = snowball.newStemmer('dutch');
  const mini = new MiniSearch({
    idField: 'code',
    fields: ['code', 'titel', 'kern', 'zoekwoorden', 'zoekzinnen', 'tekst'],
    tokenize: tokens,
    processTerm: (term) => (isStopword(term) ? null : stemmer.stem(term)),
    searchOptions: { boost: { titel: 5, kern: 2, zoekwoorden: 2, zoekzinnen: 2 }, prefix: true, fuzzy: 0.2 },
  });
  const { entries: said } = await readSaid(DIST);
  for (const { code, url, titel, kern } of entries) {
    const { text, zoekwoorden } = readPage(await readFile(join(DIST, url), 'utf8'))!;
    mini.add({ code, titel, kern, zoekwoorden, zoekzinnen: said.get(url)!.zoekzinnen.join(' '), tekst: text });
  }
  return async (question) => mini.search(question).map(({ id }) => id as string);
}
