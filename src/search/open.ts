/** Loads what search needs, in the order in which it makes answers possible and then better. */
import { MOST_LISTED, type Vindplaats } from '../model/vindplaatsen.ts';
import { type Fragment, readFragment } from './passage.ts';
import { type Known, makeSearch, type Pagefind, RANKING, type Search } from './query.ts';
import { readWords, stemSlowly, toLexicon } from './words.ts';

export interface Opened extends Search {
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

/** Starts loading the largest part at once: Pagefind itself asks for it only three requests later. */
function preload(path: string, base: string): void {
  const link = document.createElement('link');
  Object.assign(link, { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href: new URL(path, base).href });
  document.head.append(link);
}

async function openIndex(base: string): Promise<Pagefind> {
  preload('pagefind/wasm.nl.pagefind', base);
  const pagefind = (await import(/* @vite-ignore */ new URL('pagefind/pagefind.js', base).href)) as Pagefind;
  // A worker would cost another 11 kB to spare the page a few milliseconds: at our size not worth it.
  await pagefind.options({ noWorker: true, ranking: RANKING });
  await pagefind.init();
  return pagefind;
}

/** Opens the search of a site with `count` entries under `base`. Rejects when their list does not come; a missing index rejects later, at the first whole answer. */
export async function openSearch(base: string, count: number): Promise<Opened> {
  const isLarge = count > MOST_LISTED;
  const index = openIndex(base);
  index.catch(() => undefined);
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
  if (!isLarge) await listed();
  let loading: Promise<void> | undefined;
  let isComplete = false;
  const complete = () => (loading ??= Promise.allSettled([readLexicon(), listed()]).then(() => void (isComplete = true)));
  return {
    ...makeSearch(
      () => known,
      () => index,
      readPage,
    ),
    listed,
    complete,
    isComplete: () => isComplete,
  };
}
