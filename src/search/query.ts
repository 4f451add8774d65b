/** The browser's side of search: asks Pagefind and returns entries with what the page shows of them. */

export type Facets = Record<string, string[]>;

/** Per facet, per value, how many entries there are. */
export type Counts = Record<string, Record<string, number>>;

export interface Hit {
  url: string;
  code: string;
  titel: string;
  kern: string;
  /** HTML of the matching passage: plain text with `<mark>` around the words found. */
  excerpt: string;
}

export interface Answer {
  total: number;
  counts: Counts;
  /** Loads the hits from `from` up to `to`. */
  hits: (from: number, to: number) => Promise<Hit[]>;
}

interface PagefindResult {
  data: () => Promise<{ url: string; excerpt: string; meta: Record<string, string> }>;
}

interface Pagefind {
  filters: () => Promise<Counts>;
  search: (term: string | null, options: object) => Promise<{ results: PagefindResult[]; filters: Counts; totalFilters: Counts }>;
}

export interface Search {
  ask: (term: string, facets: Facets) => Promise<Answer>;
}

async function toHit(result: PagefindResult): Promise<Hit> {
  const { url, excerpt, meta } = await result.data();
  return { url, excerpt, code: meta['code'] ?? '', titel: meta['titel'] ?? '', kern: meta['kern'] ?? '' };
}

const chosen = (facets: Facets) => Object.fromEntries(Object.entries(facets).flatMap(([name, any]) => (any.length > 0 ? [[name, { any }]] : [])));

/** Opens the index under `base`. Rejects when there is none, as before a build or on a page opened from disk. */
export async function openSearch(base: string): Promise<Search> {
  const pagefind = (await import(/* @vite-ignore */ new URL('pagefind/pagefind.js', base).href)) as Pagefind;
  // Without this call Pagefind leaves the counts out of its answers.
  await pagefind.filters();
  return {
    async ask(term, facets) {
      const { results, filters, totalFilters } = await pagefind.search(term || null, { filters: chosen(facets) });
      // Within a facet a choice widens, so its own values count without it; the other facets count within all choices.
      const counts = Object.fromEntries(Object.keys(totalFilters).map((name) => [name, (facets[name]?.length ? totalFilters : filters)[name] ?? {}]));
      return { total: results.length, counts, hits: (from, to) => Promise.all(results.slice(from, to).map(toHit)) };
    },
  };
}
