/** The browser's side of search: asks Pagefind which entries hold a term, and knows of each what the page shows. */
import type { Vindplaats } from '../model/vindplaatsen.ts';

export interface Hit extends Vindplaats {
  /** Loads the matching passage as HTML: plain text with `<mark>` around the words found. Empty when nothing was asked. */
  excerpt: () => Promise<string>;
}

interface PagefindResult {
  id: string;
  data: () => Promise<{ excerpt: string }>;
}

interface Pagefind {
  options: (options: { noWorker: boolean }) => Promise<void>;
  init: () => Promise<void>;
  search: (term: string) => Promise<{ results: PagefindResult[] }>;
}

/** Answers a term with the entries that hold it, best first; without a term, with all of them. */
export type Search = (term: string) => Promise<Hit[]>;

const load = <T>(url: URL) => fetch(url).then((response) => response.json() as Promise<T>);

/** Opens the index under `base`. Rejects when there is none, as before a build or on a page opened from disk. */
export async function openSearch(base: string): Promise<Search> {
  const [pagefind, entries] = await Promise.all([
    import(/* @vite-ignore */ new URL('pagefind/pagefind.js', base).href) as Promise<Pagefind>,
    load<Vindplaats[]>(new URL('data/vindplaatsen.json', base)),
  ]);
  // A worker would cost another 11 kB to spare the page a few milliseconds: at our size not worth it.
  await pagefind.options({ noWorker: true });
  await pagefind.init();
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return async (term) => {
    if (!term) return entries.map((entry) => ({ ...entry, excerpt: async () => '' }));
    const { results } = await pagefind.search(term);
    return results.flatMap(({ id, data }) => {
      const entry = byId.get(id);
      return entry ? [{ ...entry, excerpt: async () => (await data()).excerpt }] : [];
    });
  };
}
