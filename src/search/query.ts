/** The browser's side of search: asks Pagefind for every word that the question may mean, and adds the answers up. */
import { asCode } from '../model/code.ts';
import type { Vindplaats } from '../model/vindplaatsen.ts';
import { stem, tokens } from './dutch.ts';
import { type Lexicon, plan, readLexicon } from './plan.ts';
import { type Found, rank, rarity, type Worth } from './rank.ts';

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

interface PagefindResult extends Found {
  data: () => Promise<Fragment>;
}

export interface Pagefind {
  options: (options: { noWorker: boolean; ranking: typeof RANKING }) => Promise<void>;
  init: () => Promise<void>;
  search: (term: string) => Promise<{ results: PagefindResult[] }>;
}

/** Set on the tuning half of tests/bench/search: this one is flat around its best. */
const IN_FOCUS = 2;
export const RANKING = { metaWeights: { title: 5, zoekwoorden: 4, zoekzinnen: 2, synoniemen: 1, delen: 0.5 } };

/** The fields beside the text, nearest to the visitor first. */
const HIDDEN = ['zoekwoorden', 'zoekzinnen', 'synoniemen'];
const NO_PASSAGE: Passage = { html: '', via: [] };

/** The excerpt when it shows a word; otherwise the search words or synonyms through which the page was found. */
function toPassage({ excerpt, meta }: Fragment, forms: readonly string[]): Passage {
  if (excerpt.includes('<mark>')) return { html: excerpt, via: [] };
  const words = HIDDEN.flatMap((name) => meta[name]?.split(', ') ?? []);
  const found = words.filter((word) => forms.some((form) => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').includes(form.slice(0, Math.max(4, form.length - 2)))));
  return { html: '', via: [...new Set(found)].slice(0, 2) };
}

const PHRASE = /^["“„‘](.+)["”’]$/;

/** What makes answers better and may come after the first of them. */
export interface Help {
  lexicon: Lexicon;
  /** Per entry, by its address, the words by which the editors expect it to be asked. */
  asked: Readonly<Record<string, string>>;
}

/** Makes the search over an opened index and the entries that it knows. `help` says what help there is by now. */
export function makeSearch(pagefind: Pagefind, entries: readonly Vindplaats[], help: () => Help | undefined) {
  const lexicon = () => help()?.lexicon;
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
  const focusOf = (asked: Help['asked'] = {}) => new Map(entries.map(({ id, url, titel, kern }) => [id, new Set(tokens(`${titel} ${kern} ${asked[url] ?? ''}`).map(stem))]));
  let focus = focusOf();
  let helped = false;
  const inFocus = (form: string, id: string) => {
    if (!helped && help()) [focus, helped] = [focusOf(help()!.asked), true];
    return focus.get(id)?.has(stem(form)) ?? false;
  };
  const worth: Worth = {
    rarity: (form) => rarity(lexicon()?.counts.get(form) ?? 1, entries.length),
    place: (form, id) => (inFocus(form, id) ? IN_FOCUS : 1),
  };
  const all = () => entries.map((entry) => ({ ...entry, passage: async () => NO_PASSAGE }));

  return async (question: string): Promise<Answer> => {
    const term = question.trim();
    if (!term) return { hits: all(), corrections: [], missing: [] };
    const phrase = PHRASE.exec(term)?.[1];
    if (phrase) return { hits: (await find(`"${phrase}"`)).flatMap((result) => toHit(result, [])), corrections: [], missing: [] };
    const code = asCode(term);
    const asked = plan(term, lexicon());
    const scores = await rank(asked, find, worth);
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
  /** Loads the words of the site and of those who ask, once; settles when they have come or have failed to. Answers are better from then on. */
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
  let help: Help | undefined;
  preload('pagefind/wasm.nl.pagefind', base);
  const [pagefind, entries] = await Promise.all([
    import(/* @vite-ignore */ new URL('pagefind/pagefind.js', base).href) as Promise<Pagefind>,
    load('data/vindplaatsen.json', base).then((response) => response.json() as Promise<Vindplaats[]>),
  ]);
  // A worker would cost another 11 kB to spare the page a few milliseconds: at our size not worth it.
  await pagefind.options({ noWorker: true, ranking: RANKING });
  await pagefind.init();
  const loadHelp = async () => {
    const [words, asked] = await Promise.all([load('data/woorden.txt', base), load('data/gevraagd.json', base)]).catch(() => []);
    if (words?.ok && asked?.ok) help = { lexicon: readLexicon(await words.text()), asked: (await asked.json()) as Help['asked'] };
  };
  let loading: Promise<void> | undefined;
  return { search: makeSearch(pagefind, entries, () => help), complete: () => (loading ??= loadHelp()) };
}
