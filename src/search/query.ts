/** The browser's side of search: asks Pagefind for every word that the question may mean, and adds the answers up. */
import { asCode } from '../model/code.ts';
import type { Vindplaats } from '../model/vindplaatsen.ts';
import { stem, tokens } from './dutch.ts';
import { type Asked, type Lexicon, plan, readLexicon } from './plan.ts';

/** Where a hit was found when its text does not show the words: in the search words, through the thesaurus, or inside a longer word. */
export interface Passage {
  /** Plain text with `<mark>` around the words found; empty when the text holds none of them. */
  html: string;
  /** Words by which the page was found that its text does not show. */
  via: string[];
}

export interface Hit extends Vindplaats {
  /** Loads the matching passage. Empty when nothing was asked. */
  passage: () => Promise<Passage>;
}

/** An answer: the hits, best first; for each word that exists nowhere what was asked instead; and the words for which nothing could be. */
export interface Answer {
  hits: Hit[];
  corrections: { typed: string; form: string }[];
  missing: string[];
}

interface Fragment {
  excerpt: string;
  meta: Record<string, string>;
}

interface PagefindResult {
  id: string;
  score: number;
  data: () => Promise<Fragment>;
}

export interface Pagefind {
  options: (options: { noWorker: boolean; ranking: typeof RANKING }) => Promise<void>;
  init: () => Promise<void>;
  search: (term: string) => Promise<{ results: PagefindResult[] }>;
}

/** Set on the tuning half of tests/bench/search: these two are flat around their best. */
const TITLE_OR_KERN = 1.4;
export const RANKING = { metaWeights: { title: 5, zoekwoorden: 4, synoniemen: 1, delen: 0.5 } };

/** The fields beside the text, nearest to the visitor first. */
const HIDDEN = ['zoekwoorden', 'synoniemen'];
const NO_PASSAGE: Passage = { html: '', via: [] };

/** The excerpt when it shows a word; otherwise the search words or synonyms through which the page was found. */
function toPassage({ excerpt, meta }: Fragment, forms: readonly string[]): Passage {
  if (excerpt.includes('<mark>')) return { html: excerpt, via: [] };
  const words = HIDDEN.flatMap((name) => meta[name]?.split(', ') ?? []);
  const found = words.filter((word) => forms.some((form) => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').includes(form.slice(0, Math.max(4, form.length - 2)))));
  return { html: '', via: [...new Set(found)].slice(0, 2) };
}

/** What a hit counts for beside Pagefind's own score. */
interface Worth {
  /** From 1 for a word in one entry down to a small share for a word in all. */
  rarity: (form: string) => number;
  /** More when the word stands in the title or kern. */
  place: (form: string, id: string) => number;
}

interface Score {
  total: number;
  /** The result with the largest share, whose passage shows best why. */
  best: { share: number; result: PagefindResult };
}

/**
 * Adds up, per entry, the best variant of each word: weight × √score × rarity × place. The root keeps one broad word in a title from
 * outweighing two words that both fit. Words are joined by OR; an entry that holds more of them comes first by itself.
 */
async function merge(asked: readonly Asked[], find: (form: string) => Promise<PagefindResult[]>, worth: Worth): Promise<Map<string, Score>> {
  const scores = new Map<string, Score>();
  for (const { variants } of asked) {
    const answers = await Promise.all(variants.map(async ({ form, weight }) => ({ form, weight, results: await find(form) })));
    const best = new Map<string, { share: number; result: PagefindResult }>();
    for (const { form, weight, results } of answers) {
      for (const result of results) {
        const share = weight * Math.sqrt(result.score) * worth.rarity(form) * worth.place(form, result.id);
        if (share > (best.get(result.id)?.share ?? 0)) best.set(result.id, { share, result });
      }
    }
    for (const [id, found] of best) {
      const score = scores.get(id);
      scores.set(id, { total: (score?.total ?? 0) + found.share, best: !score || found.share > score.best.share ? found : score.best });
    }
  }
  return scores;
}

const PHRASE = /^["“„‘](.+)["”’]$/;

/** Makes the search over an opened index and the entries that it knows. The lexicon may come later: `lexicon` says what there is. */
export function makeSearch(pagefind: Pagefind, entries: readonly Vindplaats[], lexicon: () => Lexicon | undefined) {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const cache = new Map<string, Promise<PagefindResult[]>>();
  const find = (form: string) => {
    const found = cache.get(form) ?? pagefind.search(form).then(({ results }) => results);
    cache.set(form, found);
    return found;
  };
  const toHit = (result: PagefindResult, forms: readonly string[]): Hit[] => {
    const entry = byId.get(result.id);
    return entry ? [{ ...entry, passage: async () => toPassage(await result.data(), forms) }] : [];
  };
  const about = new Map(entries.map(({ id, titel, kern }) => [id, new Set(tokens(`${titel} ${kern}`).map(stem))]));
  const worth: Worth = {
    rarity: (form) => Math.log(1 + entries.length / (lexicon()?.counts.get(form) ?? 1)) / Math.log(1 + entries.length),
    place: (form, id) => (about.get(id)?.has(stem(form)) ? TITLE_OR_KERN : 1),
  };
  const all = () => entries.map((entry) => ({ ...entry, passage: async () => NO_PASSAGE }));

  return async (question: string): Promise<Answer> => {
    const term = question.trim();
    if (!term) return { hits: all(), corrections: [], missing: [] };
    const phrase = PHRASE.exec(term)?.[1];
    if (phrase) return { hits: (await find(`"${phrase}"`)).flatMap((result) => toHit(result, [])), corrections: [], missing: [] };
    const code = asCode(term);
    const asked = plan(term, lexicon());
    const scores = [...(await merge(asked, find, worth)).values()].sort((a, b) => b.total - a.total);
    const forms = asked.flatMap(({ variants }) => variants.map(({ form }) => form));
    const hits = scores.flatMap(({ best: { result } }) => toHit(result, forms));
    const exact = code ? all().filter((entry) => entry.code === code) : [];
    return {
      hits: [...exact, ...hits.filter((hit) => hit.code !== code)],
      missing: code ? [] : asked.filter(({ variants }) => variants.length === 0).map(({ typed }) => typed),
      corrections: asked.filter(({ corrected }) => corrected).map(({ typed, variants }) => ({ typed, form: variants[0]!.form })),
    };
  };
}

export type Search = ReturnType<typeof makeSearch>;

const load = (path: string, base: string) => fetch(new URL(path, base));

export interface Opened {
  search: Search;
  /** Loads the list of words, once; settles when it has come or has failed to. Answers are better from then on. */
  complete: () => Promise<void>;
}

/** Starts loading the largest part at once: Pagefind itself asks for it only three requests later. */
function preload(path: string, base: string): void {
  const link = document.createElement('link');
  Object.assign(link, { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href: new URL(path, base).href });
  document.head.append(link);
}

/** Opens the index under `base`. Rejects when there is none, as before a build or on a page opened from disk. */
export async function openSearch(base: string): Promise<Opened> {
  let lexicon: Lexicon | undefined;
  preload('pagefind/wasm.nl.pagefind', base);
  const [pagefind, entries] = await Promise.all([
    import(/* @vite-ignore */ new URL('pagefind/pagefind.js', base).href) as Promise<Pagefind>,
    load('data/vindplaatsen.json', base).then((response) => response.json() as Promise<Vindplaats[]>),
  ]);
  // A worker would cost another 11 kB to spare the page a few milliseconds: at our size not worth it.
  await pagefind.options({ noWorker: true, ranking: RANKING });
  await pagefind.init();
  const loadLexicon = async () => {
    const response = await load('data/woorden.txt', base).catch(() => undefined);
    if (response?.ok) lexicon = readLexicon(await response.text());
  };
  let loading: Promise<void> | undefined;
  return { search: makeSearch(pagefind, entries, () => lexicon), complete: () => (loading ??= loadLexicon()) };
}
