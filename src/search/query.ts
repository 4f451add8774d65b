/** The browser's side of search: asks for every word that the question may mean, and adds the answers up. */
import { asCode } from '../model/code.ts';
import type { Vindplaats } from '../model/vindplaatsen.ts';
import { isStopword, stem, tokens } from './dutch.ts';
import { type Fragment, NO_PASSAGE, type Passage, toPassage } from './passage.ts';
import { type Asked, plan } from './plan.ts';
import { type Found, rank, rarity, type Worth } from './rank.ts';
import type { Lexicon } from './words.ts';

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

const PHRASE = /["“„]([^"“”„]+)["”]/g;

/** What search knows of the entries without the index: which words their title, kern and search words hold, and what stands beside what. */
function focusOf(entries: readonly Vindplaats[], lexicon: Lexicon | undefined) {
  const holders = new Map<string, Set<string>>();
  const add = (key: string, id: string) => holders.set(key, (holders.get(key) ?? new Set()).add(id));
  for (const { id, titel, kern } of entries) for (const word of tokens(`${titel} ${kern}`)) if (!isStopword(word)) add(stem(word), id);
  for (const [key, places] of lexicon?.asked ?? []) for (const place of places) if (entries[place]) add(key, entries[place].id);
  const idOf = new Map(entries.map(({ code, id }) => [code, id]));
  const beside = new Map(entries.map(({ id, naast }) => [id, naast.flatMap((code) => idOf.get(code) ?? [])]));
  return { holders, beside };
}

type Find = (form: string) => PagefindResult[] | Promise<PagefindResult[]>;

const corrected = (asked: readonly Asked[]) => asked.filter((word) => word.corrected).map(({ typed, variants }) => ({ typed, form: variants[0]!.form }));

/** Makes the search over `entries`. `lexicon` says what words are known by now, `index` gives the full-text index once it is open. */
export function makeSearch(entries: readonly Vindplaats[], lexicon: () => Lexicon | undefined, index: () => Promise<Pagefind>) {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const cache = new Map<string, Promise<PagefindResult[]>>();
  let focus = focusOf(entries, lexicon());
  let known = lexicon();
  const look = () => {
    if (known !== lexicon()) [focus, known] = [focusOf(entries, lexicon()), lexicon()];
    return focus;
  };
  const worth: Worth = {
    rarity: (form) => rarity(known?.counts.get(form) ?? 1, entries.length),
    place: (form, id) => (focus.holders.get(stem(form))?.has(id) ? IN_FOCUS : 1),
    beside: (id) => focus.beside.get(id) ?? [],
  };
  const inIndex: Find = (form) => {
    const found = cache.get(form) ?? index().then(async (pagefind) => (await pagefind.search(form)).results);
    cache.set(form, found);
    return found;
  };
  const inFocus: Find = (form) => [...(focus.holders.get(stem(form)) ?? [])].map((id) => ({ id, score: 1, data: async () => ({ excerpt: '', meta: {} }) }));
  const all = () => entries.map((entry) => ({ ...entry, passage: async () => NO_PASSAGE }));
  const toHit = (result: PagefindResult, forms: readonly string[]): Hit[] => {
    const entry = byId.get(result.id);
    return entry ? [{ ...entry, passage: async () => toPassage(await result.data(), forms) }] : [];
  };

  /** Asks `find` for the words of `term` that stand outside quotes. */
  async function askWords(term: string, find: Find): Promise<Answer> {
    const asked = plan(term, known);
    const forms = asked.flatMap(({ variants }) => variants.map(({ form }) => form));
    const hits = (await rank(asked, find, worth)).flatMap(({ best: { result } }) => toHit(result, forms));
    return { hits, corrections: corrected(asked), missing: asked.filter(({ variants }) => variants.length === 0).map(({ typed }) => typed) };
  }

  /** The entries that hold each of `phrases` to the letter, in the order of `rest` when there are other words too. */
  async function askPhrases(phrases: readonly string[], rest: string): Promise<Answer> {
    const found = await Promise.all(phrases.map((phrase) => inIndex(`"${phrase}"`)));
    const holding = found[0]!.filter(({ id }) => found.every((results) => results.some((result) => result.id === id)));
    const hits = holding.flatMap((result) => toHit(result, []));
    if (!rest) return { hits, corrections: [], missing: [] };
    const order = (await askWords(rest, inIndex)).hits.map(({ id }) => id);
    const place = ({ id }: Hit) => (order.includes(id) ? order.indexOf(id) : order.length);
    return { hits: hits.toSorted((a, b) => place(a) - place(b)), corrections: [], missing: [] };
  }

  async function answer(question: string, find: Find): Promise<Answer> {
    const term = question.trim();
    look();
    if (!term) return { hits: all(), corrections: [], missing: [] };
    const phrases = [...term.matchAll(PHRASE)].map(([, phrase]) => phrase!.trim()).filter(Boolean);
    if (phrases.length > 0) return find === inFocus ? { hits: [], corrections: [], missing: [] } : askPhrases(phrases, term.replace(PHRASE, ' ').trim());
    const code = asCode(term);
    const words = await askWords(term, find);
    const exact = code ? all().filter((entry) => entry.code === code) : [];
    return exact.length > 0 ? { hits: [...exact, ...words.hits.filter((hit) => hit.code !== code)], corrections: [], missing: [] } : words;
  }

  return {
    /** The whole answer, from the index. Rejects when the index does not open. */
    search: (question: string) => answer(question, inIndex),
    /** What titles, kernen and search words say by themselves: at once, without the index. */
    glance: (question: string) => answer(question, inFocus),
  };
}

export type Search = ReturnType<typeof makeSearch>;
