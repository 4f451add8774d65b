import { createReadStream, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';
import { parse } from 'yaml';
import { paths } from '../model/paths.ts';
import { MOST_LISTED, MOST_TITLED, type Vindplaats } from '../model/vindplaatsen.ts';
import { readFragment } from '../search/passage.ts';
import type { Synoniem } from '../search/register.ts';
import { type Page, readPage, searchTerms, withTerms } from '../search/terms.ts';
import { type Word, writeWords } from '../search/words.ts';
import { stage } from './stages.ts';

/** Pagefind's ready-made interfaces: we draw our own, so they would only add weight to the site. */
const UNUSED = [
  'pagefind-ui.js',
  'pagefind-ui.css',
  'pagefind-modular-ui.js',
  'pagefind-modular-ui.css',
  'pagefind-component-ui.js',
  'pagefind-component-ui.css',
  'pagefind-highlight.js',
  'wasm.unknown.pagefind',
];
const ENTRIES = 'data/vindplaatsen.json';
const WORDS = 'data/woorden.txt';
const MOST_WORDS = 12_000;
const THESAURUS = 'content/synoniemen.yaml';
const TYPES: Record<string, string> = { js: 'text/javascript', json: 'application/json', txt: 'text/plain; charset=utf-8' };

/** The search sentences of every entry, by its address. */
export async function readSentences(folder: string): Promise<Map<string, string[]>> {
  const lists = await Promise.all(
    ['algoritmes', 'casussen'].map(async (naam) => JSON.parse(await readFile(join(folder, `data/${naam}.json`), 'utf8')) as { url: string; zoekzinnen?: string[] }[]),
  );
  return new Map(lists.flat().map(({ url, zoekzinnen = [] }) => [url, zoekzinnen]));
}

const readEntries = async (folder: string) => JSON.parse(await readFile(join(folder, ENTRIES), 'utf8')) as Vindplaats[];

/** As many words as 45 kB hold: those in most entries, without what else is known of them. */
const commonest = (words: readonly Word[]): Word[] =>
  words
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MOST_WORDS)
    .sort((a, b) => (a.word < b.word ? -1 : 1))
    .map(({ word, count }) => ({ word, count, topics: [] }));

/** What the pages of `entries` say, in that order. Their HTML is left out, since together it would fill the memory. */
async function readPages(folder: string, entries: readonly Vindplaats[]): Promise<Page[]> {
  const sentences = await readSentences(folder);
  const pages: Page[] = [];
  // One by one: a large site has more pages than a machine may have files open.
  for (const { url } of entries) {
    const page = readPage(readFileSync(join(folder, url), 'utf8'));
    if (!page) throw new Error(`Niet in de zoekindex: ${url}. Staat data-pagefind-body op die pagina?`);
    // A copy: a piece of a text keeps the whole of it in memory.
    pages.push(structuredClone({ ...page, html: '', zoekzinnen: sentences.get(url) ?? [] }));
  }
  return pages;
}

/** Every entry's page as the index reads it, in the order of the list of entries; also writes to `folder` the list of all their words. */
async function* indexedPages(folder: string, groups: readonly Synoniem[]): AsyncGenerator<{ name: string; content: string }> {
  const entries = await readEntries(folder);
  const found = await readPages(folder, entries);
  const { pages, words, topics } = searchTerms(
    found,
    entries.map(({ code }) => code),
    groups,
  );
  const isLarge = entries.length > MOST_LISTED;
  await writeFile(join(folder, WORDS), writeWords(isLarge ? { words: commonest(words), topics: [] } : { words, topics }));
  for (const [place, { url, code, kern }] of entries.entries()) {
    const html = readFileSync(join(folder, url), 'utf8');
    yield { name: url, content: withTerms({ ...found[place]!, html }, pages[place]!, isLarge ? { adres: url, code, kern } : {}) };
  }
}

/** Writes the files of an index to `folder` ourselves: Pagefind's own writing now and then leaves one empty when its process ends. Returns its errors. */
async function writeFiles(index: pagefind.PagefindIndex, folder: string): Promise<string[]> {
  const { errors, files } = await index.getFiles();
  for (const { path, content } of files.filter((file) => !UNUSED.includes(file.path))) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return errors;
}

/** Writes the full-text index of the built site in `folder` to `folder/pagefind`. Throws with Pagefind's own errors. */
async function writeIndex(folder: string, groups: readonly Synoniem[]): Promise<void> {
  // Footnote numbers would stick to words in an excerpt, and titles of sources are not what an entry says.
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'nl', excludeSelectors: ['[data-footnote-ref]', '[data-footnotes]'] });
  const problems = [...errors];
  if (index) {
    // One by one and in order: addDirectory numbers pages as its threads finish, so two builds would differ.
    for await (const { name, content } of indexedPages(folder, groups)) problems.push(...(await index.addHTMLFile({ sourcePath: name, content })).errors);
    problems.push(...(await writeFiles(index, join(folder, 'pagefind'))));
  }
  await pagefind.close();
  if (problems.length > 0) throw new Error(`De zoekindex is niet gemaakt: ${problems.join('; ')}`);
}

/** The name in the index of every page, by its address. */
async function readNames(folder: string): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.pf_fragment'))) {
    const text = gunzipSync(await readFile(join(folder, file))).toString('utf8');
    const { url } = readFragment<{ url: string }>(text);
    names.set(url.replace(/^\//, ''), file.replace('.pf_fragment', ''));
  }
  return names;
}

/**
 * Adds to each entry its name in the index, so that a result can be shown and counted before its page is loaded.
 * (Pagefind's own filters would do the counting, but it writes them in an order that differs from build to build.)
 */
async function nameEntries(folder: string): Promise<void> {
  const names = await readNames(join(folder, 'pagefind/fragment'));
  const entries = await readEntries(folder);
  const left = entries.length > MOST_TITLED ? { url: '', titel: '', kern: '', naast: [] } : {};
  const named = entries.map((entry) => ({ ...entry, ...left, id: names.get(entry.url)! }));
  await writeFile(join(folder, ENTRIES), JSON.stringify(named));
}

/**
 * Names on the search page in `folder` what Pagefind asks for one after the other, so that it comes at once; at the end, behind what the page itself needs.
 * (What it asks for first has the time in its address, and cannot be named.)
 */
async function preloadIndex(folder: string): Promise<void> {
  const meta = (await readdir(join(folder, 'pagefind'))).filter((name) => name.endsWith('.pf_meta'));
  const fetched = ['wasm.nl.pagefind', ...meta].map((name) => `<link rel="preload" as="fetch" crossorigin="anonymous" fetchpriority="low" href="pagefind/${name}">`);
  const page = join(folder, paths.zoeken);
  const html = await readFile(page, 'utf8');
  await writeFile(
    page,
    html.replace('</body>', () => `<link rel="modulepreload" fetchpriority="low" href="pagefind/pagefind.js">${fetched.join('')}</body>`),
  );
}

/** Indexes the finished site, and in development serves the index of the last build. */
export function search(): AstroIntegration {
  let root: URL;
  return {
    name: 'werkvonken:search',
    hooks: {
      'astro:config:setup': ({ config }) => {
        root = config.root;
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const name = (request.url ?? '').split('?')[0]!.slice(1);
          if (!/^(pagefind\/[\w./-]+|data\/vindplaatsen\.json|data\/woorden\.txt)$/.test(name) || name.includes('..')) return next();
          const file = fileURLToPath(new URL(`dist/${name}`, root));
          stat(file).then(
            () => {
              response.setHeader('content-type', TYPES[name.split('.').pop()!] ?? 'application/octet-stream');
              createReadStream(file).pipe(response);
            },
            () => next(),
          );
        });
      },
      'astro:build:done': ({ dir, logger }) =>
        stage(logger, async () => {
          const groups = parse(await readFile(new URL(THESAURUS, root), 'utf8')) as Synoniem[];
          await writeIndex(fileURLToPath(dir), groups);
          await nameEntries(fileURLToPath(dir));
          await preloadIndex(fileURLToPath(dir));
          return 'zoekindex';
        }),
    },
  };
}
