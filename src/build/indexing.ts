/** Makes the full-text index with Pagefind: reads the pages, adds what only search needs, and gives back the files. */
import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { gzipSync, strToU8 } from 'fflate';
import * as pagefind from 'pagefind';
import { minifySync } from 'rolldown/utils';
import { MOST_LISTED, type Vindplaats } from '../model/vindplaatsen.ts';
import { readFragment, writeFragment } from '../search/passage.ts';
import type { Synoniem } from '../search/register.ts';
import { type Page, readPage, searchTerms, type Terms, withTerms } from '../search/terms.ts';
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

/** The search sentences of every entry, by its address. */
export async function readSentences(folder: string): Promise<Map<string, string[]>> {
  const lists = await Promise.all(
    ['algoritmes', 'casussen'].map(async (naam) => JSON.parse(await readFile(join(folder, `data/${naam}.json`), 'utf8')) as { url: string; zoekzinnen?: string[] }[]),
  );
  return new Map(lists.flat().map(({ url, zoekzinnen = [] }) => [url, zoekzinnen]));
}

const isLarge = (entries: readonly Vindplaats[]) => entries.length > MOST_LISTED;

/** As many words as 45 kB hold: those in most entries, without what else is known of them. */
const commonest = (words: readonly Word[]): Word[] =>
  words
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MOST_WORDS)
    .sort((a, b) => (a.word < b.word ? -1 : 1))
    .map(({ word, count }) => ({ word, count, topics: [] }));

/** What the index holds: every entry with its page, whose HTML is left out, and its terms. */
export interface Contents {
  entries: Vindplaats[];
  found: Page[];
  terms: Terms[];
}

/** What the page with this `html` says, to keep; nothing when it is not meant for the index. Its HTML is left out, since together it would fill the memory. */
export function keepPage(html: string): Page | undefined {
  const page = readPage(html);
  // A copy: a piece of a text keeps the whole of it in memory.
  return page && structuredClone({ ...page, html: '' });
}

/** Works out what the index holds of these entries, whose `pages` are known by their address, and writes to the built site in `folder` the list of all their words. */
export async function readContents(folder: string, entries: Vindplaats[], pages: ReadonlyMap<string, Page>, groups: readonly Synoniem[]): Promise<Contents> {
  const sentences = await readSentences(folder);
  const found = entries.map(({ url }) => {
    const page = pages.get(url);
    if (!page) throw new Error(`Niet in de zoekindex: ${url}. Staat data-pagefind-body op die pagina?`);
    return { ...page, zoekzinnen: sentences.get(url) ?? [] };
  });
  const { pages: terms, ...list } = searchTerms(
    found,
    entries.map(({ code }) => code),
    groups,
  );
  await writeFile(join(folder, WORDS), writeWords(isLarge(entries) ? { words: commonest(list.words), topics: [] } : list));
  return { entries, found, terms };
}

/** Gives an index every page in `folder`, in the order of the list of entries. Returns its errors. */
async function addPages(index: pagefind.PagefindIndex, folder: string, { entries, found, terms }: Contents): Promise<string[]> {
  const [sent, problems]: [Promise<pagefind.NewFileResponse>[], string[]] = [[], []];
  const answered = async () => problems.push(...(await sent.shift()!).errors);
  // In order: addDirectory numbers pages as its threads finish, so two builds would differ. A few at a time: one by one takes longer, and all would fill the memory.
  for (const [place, { url, code, kern }] of entries.entries()) {
    const html = readFileSync(join(folder, url), 'utf8');
    const content = withTerms({ ...found[place]!, html }, terms[place]!, isLarge(entries) ? { adres: url, code, kern } : {});
    sent.push(index.addHTMLFile({ sourcePath: url, content }));
    if (sent.length === AT_ONCE) await answered();
  }
  while (sent.length > 0) await answered();
  return problems;
}

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

/** The full-text index of these contents. Throws with Pagefind's own errors. */
export async function makeIndex(folder: string, contents: Contents): Promise<Index> {
  // Footnote numbers would stick to words in an excerpt, and titles of sources are not what an entry says.
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'nl', excludeSelectors: ['[data-footnote-ref]', '[data-footnotes]'] });
  if (!index) throw new Error(`De zoekindex is niet gemaakt: ${errors.join('; ')}`);
  const problems = await addPages(index, folder, contents);
  const made = await index.getFiles();
  await pagefind.close();
  problems.push(...errors, ...made.errors);
  if (problems.length > 0) throw new Error(`De zoekindex is niet gemaakt: ${problems.join('; ')}`);
  return toIndex(made.files);
}
