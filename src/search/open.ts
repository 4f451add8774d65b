/** Loads what search needs, in the order in which it makes answers possible and then better. */
import type { Vindplaats } from '../model/vindplaatsen.ts';
import { makeSearch, type Pagefind, RANKING, type Search } from './query.ts';
import { type Lexicon, readWords, toLexicon } from './words.ts';

export interface Opened extends Search {
  /** Loads the words of the site and of those who ask, once; settles when they have come or have failed to. Answers are better from then on. */
  complete: () => Promise<void>;
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

/** Opens the search under `base`. Rejects when the list of entries does not come; a missing index rejects later, at the first whole answer. */
export async function openSearch(base: string): Promise<Opened> {
  const index = openIndex(base);
  index.catch(() => undefined);
  let lexicon: Lexicon | undefined;
  const readLexicon = async () => {
    lexicon = toLexicon(readWords(await (await load('data/woorden.txt', base)).text()));
  };
  const entries = (await (await load('data/vindplaatsen.json', base)).json()) as Vindplaats[];
  let loading: Promise<void> | undefined;
  return { ...makeSearch(entries, () => lexicon, () => index), complete: () => (loading ??= readLexicon().catch(() => undefined)) };
}
