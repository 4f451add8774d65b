/** Loads what search needs, in the order in which it makes answers possible and then better. */
import { MOST_LISTED, type Vindplaats } from '../model/vindplaatsen.ts';
import { type Fragment, readFragment } from './passage.ts';
import { INDEX_OPTIONS, type Known, makeSearch, type Pagefind, type Search } from './query.ts';
import { readWords, stemSlowly, toLexicon } from './words.ts';

export interface Opened extends Search {
  /** Starts loading the full-text index, once. */
  open: () => void;
  isOpening: () => boolean;
  /** Settles when the list of entries is there: before the first answer on a small site, on request on a large one. */
  listed: () => Promise<void>;
  /** Loads the words of the site and of those who ask, once; settles when they have come or have failed to. Answers are better from then on. */
  complete: () => Promise<void>;
  isComplete: () => boolean;
}

async function load(path: string, base: string): Promise<Response> {
  const response = await fetch(new URL(path, base));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

async function openIndex(base: string): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ new URL('pagefind/pagefind.js', base).href)) as Pagefind;
  await pagefind.options(INDEX_OPTIONS);
  await pagefind.init();
  return pagefind;
}

/** Opens the search of a site with `count` entries under `base`. Rejects when their list does not come; a missing index rejects later, at the first whole answer. */
export async function openSearch(base: string, count: number): Promise<Opened> {
  const isLarge = count > MOST_LISTED;
  let opening: Promise<Pagefind> | undefined;
  const index = () => (opening ??= openIndex(base));
  const open = () => void index().catch(() => undefined);
  let known: Known = { entries: [], count };
  const readEntries = async () => {
    const entries = (await (await load('data/vindplaatsen.json', base)).json()) as Vindplaats[];
    known = { ...known, entries };
  };
  const readLexicon = async () => {
    const list = readWords(await (await load('data/woorden.txt', base)).text());
    await stemSlowly(list);
    known = { ...known, lexicon: toLexicon(list, isLarge) };
  };
  const readPage = async (id: string): Promise<Fragment> => {
    const unzipped = (await load(`pagefind/fragment/${id}.pf_fragment`, base)).body!.pipeThrough(new DecompressionStream('gzip'));
    return { excerpt: '', ...readFragment(await new Response(unzipped).text()) };
  };
  let listing: Promise<void> | undefined;
  const listed = () => (listing ??= readEntries());
  // Where the list says the first thing, it has the line to itself.
  if (isLarge) open();
  else await listed();
  let loading: Promise<void> | undefined;
  let isComplete = false;
  const complete = () => (loading ??= Promise.allSettled([readLexicon(), listed()]).then(() => void (isComplete = true)));
  return {
    ...makeSearch(() => known, index, readPage),
    open,
    isOpening: () => opening !== undefined,
    listed,
    complete,
    isComplete: () => isComplete,
  };
}
