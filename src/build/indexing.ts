/** Makes the full-text index with Pagefind: reads the pages, adds what only search needs, and gives back the files. */
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { gzipSync, strToU8 } from 'fflate';
import * as pagefind from 'pagefind';
import { minifySync } from 'rolldown/utils';
import { MOST_LISTED, type Vindplaats } from '../model/vindplaatsen.ts';
import { readPage } from '../search/page.ts';
import { readFragment, writeFragment } from '../search/passage.ts';
import type { Synoniem } from '../search/register.ts';
import { makeTermer, type Said, withTerms, wordsOf } from '../search/terms.ts';
import { type Word, writeWords } from '../search/words.ts';

/** Pagefind's ready-made interfaces and its worker: we draw our own and ask without one, so they would only add weight to the site. */
const UNUSED = [
  'pagefind-ui.js',
  'pagefind-ui.css',
  'pagefind-modular-ui.js',
  'pagefind-modular-ui.css',
  'pagefind-component-ui.js',
  'pagefind-component-ui.css',
  'pagefind-highlight.js',
  'pagefind-worker.js',
  'wasm.unknown.pagefind',
];
const WORDS = 'data/woorden.txt';
const MOST_WORDS = 12_000;
/** How many pages are on their way to Pagefind together. */
const AT_ONCE = 8;

/** An entry in the open data, as far as it is named here. */
type Entry = Record<'url' | 'slug' | 'code' | 'titel' | 'kern', string> & { naam?: string; zoekwoorden: string[]; zoekzinnen?: string[] };

/** What the data in `folder` say: of every entry, by its address, and all their words. */
export async function readSaid(folder: string): Promise<{ entries: Map<string, Said>; words: Set<string> }> {
  const lists = await Promise.all(['algoritmes', 'casussen'].map(async (naam) => JSON.parse(await readFile(join(folder, `data/${naam}.json`), 'utf8')) as Entry[]));
  const said = lists
    .flat()
    .map(({ url, code, titel, naam = '', kern, zoekwoorden, zoekzinnen = [] }): [string, Said] => [
      url,
      { code, subject: [titel, naam, kern, ...zoekwoorden].join(' '), zoekzinnen },
    ]);
  return { entries: new Map(said), words: wordsOf(lists.flat().map(({ url: _, slug: __, ...entry }) => entry)) };
}

const isLarge = (entries: readonly Vindplaats[]) => entries.length > MOST_LISTED;

/** As many words as 45 kB hold: those in most entries, without what else is known of them. */
const commonest = (words: readonly Word[]): Word[] =>
  words
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MOST_WORDS)
    .sort((a, b) => (a.word < b.word ? -1 : 1))
    .map(({ word, count }) => ({ word, count, topics: [] }));

/** What the index holds beside the words of its pages. */
export interface Index {
  files: pagefind.IndexFile[];
  /** The name in the index of every page, by its address. */
  names: Map<string, string>;
}

/** Pagefind keeps of a page what its words are found by; these the browser never asks for, and it fetches a page for every result. */
const UNASKED = ['synoniemen', 'delen'];

/** A page of the index with what a result shows and no more. */
function slim({ path, content }: pagefind.IndexFile): { file: pagefind.IndexFile; url: string } {
  const page = readFragment<{ url: string; meta: Record<string, string> }>(gunzipSync(content).toString('utf8'));
  const meta = Object.fromEntries(Object.entries(page.meta).filter(([name]) => !UNASKED.includes(name)));
  // A result leads to a page, never to a heading in it. In JavaScript: the zlib of Node gives other bytes on other processors.
  return { file: { path, content: gzipSync(strToU8(writeFragment({ ...page, meta, anchors: [] })), { level: 9, mtime: 0 }) }, url: page.url.replace(/^\//, '') };
}

/** Pagefind's script comes with all its long names: a sixth of what it weighs on the line. Throws when it cannot be read. */
function shortened({ path, content }: pagefind.IndexFile): pagefind.IndexFile {
  const { code, errors } = minifySync(path, Buffer.from(content).toString('utf8'), { module: true, compress: true, mangle: { toplevel: true } });
  if (errors.length > 0) throw new Error(`De zoekindex is niet gemaakt: ${path} is niet te lezen (${errors[0]!.message})`);
  return { path, content: strToU8(code) };
}

/** What Pagefind made, without what nobody asks for. (Its own writing now and then leaves a file empty when its process ends.) */
function toIndex(made: readonly pagefind.IndexFile[]): Index {
  const names = new Map<string, string>();
  const files = made
    .filter(({ path }) => !UNUSED.includes(path))
    .map((each) => {
      if (each.path.endsWith('.js')) return shortened(each);
      if (!each.path.endsWith('.pf_fragment')) return each;
      const { file, url } = slim(each);
      names.set(url, basename(each.path, '.pf_fragment'));
      return file;
    });
  return { files, names };
}

/** An index that is being made. */
export interface Making {
  /** Takes the page at `url`; whatever is no page of an entry is left. */
  add: (url: string, html: string) => void;
  /** The index, when all pages have been given. Throws with Pagefind's own errors, or names the page that is missing. */
  made: () => Promise<Index>;
}

/** Gives an index the pages of `entries` in their order, as they come, and lets go of each. Returns its errors. */
async function addPages(index: pagefind.PagefindIndex, entries: readonly Vindplaats[], pages: Map<string, { promise: Promise<string> }>): Promise<string[]> {
  const [sent, problems]: [Promise<pagefind.NewFileResponse>[], string[]] = [[], []];
  const answered = async () => problems.push(...(await sent.shift()!).errors);
  // In order: addDirectory numbers pages as its threads finish, so two builds would differ. A few at a time: one by one takes longer, and all would fill the memory.
  for (const { url } of entries) {
    sent.push(index.addHTMLFile({ sourcePath: url, content: await pages.get(url)!.promise }));
    pages.delete(url);
    if (sent.length === AT_ONCE) await answered();
  }
  while (sent.length > 0) await answered();
  return problems;
}

/** All that `index` holds; nothing is added any more. Throws with Pagefind's own errors, and with the `problems` before. */
async function filesOf(index: pagefind.PagefindIndex, problems: readonly string[]): Promise<pagefind.IndexFile[]> {
  const { files, errors } = await index.getFiles();
  await pagefind.close();
  if (problems.length + errors.length > 0) throw new Error(`De zoekindex is niet gemaakt: ${[...problems, ...errors].join('; ')}`);
  return files;
}

/** Opens an index, which takes a while. Throws with Pagefind's own errors. */
export async function openIndex(): Promise<pagefind.PagefindIndex> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'nl' });
  if (!index || errors.length > 0) throw new Error(`De zoekindex is niet gemaakt: ${errors.join('; ')}`);
  return index;
}

/** Starts to fill an index with `entries`, whose data stand in `folder`. Writes the list of all their words there as well. */
export async function startIndex(index: pagefind.PagefindIndex, folder: string, entries: readonly Vindplaats[], groups: readonly Synoniem[]): Promise<Making> {
  const data = await readSaid(folder);
  const said = entries.map(({ url }) => data.entries.get(url)!);
  const termer = makeTermer(said, data.words, groups);
  const places = new Map(entries.map(({ url }, place) => [url, place]));
  const pages = new Map(entries.map(({ url }) => [url, Promise.withResolvers<string>()]));
  const adding = addPages(index, entries, pages);
  // Whoever waits for it hears of it.
  adding.catch(() => {});
  return {
    add: (url, html) => {
      const place = places.get(url);
      const page = place === undefined ? undefined : readPage(html);
      if (place === undefined || !page) return;
      const { code, kern } = entries[place]!;
      const terms = { ...termer.of(page, place), zoekzinnen: said[place]!.zoekzinnen };
      places.delete(url);
      pages.get(url)!.resolve(withTerms(page, terms, isLarge(entries) ? { adres: url, code, kern } : {}));
    },
    made: async () => {
      const [missing] = places.keys();
      if (missing) throw new Error(`Niet in de zoekindex: ${missing}. Staat data-pagefind-body op die pagina?`);
      const files = filesOf(index, await adding);
      // Pagefind is busy for a while.
      const list = termer.list();
      await writeFile(join(folder, WORDS), writeWords(isLarge(entries) ? { words: commonest(list.words), topics: [] } : list));
      return toIndex(await files);
    },
  };
}
