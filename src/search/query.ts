/** The browser's side of search: asks for every word that the question may mean, and adds the answers up. */
import { asCode } from '../model/code.ts';
import type { Vindplaats } from '../model/vindplaatsen.ts';
import { stem } from './dutch.ts';
import { focusOf } from './focus.ts';
import { type Fragment, holds, type Passage, toPassage, toShown } from './passage.ts';
import { type Asked, plan } from './plan.ts';
import { type Found, rank, rarity, type Worth } from './rank.ts';
import type { Lexicon } from './words.ts';

export interface Hit extends Vindplaats {
  /** How well it answers, to put what others answer beside it; without bound where it is exactly what was asked for. */
  score: number;
  /** The edition that it is of, when that is another than this one. */
  uitgave?: string;
  /** Loads the matching passage. Empty when nothing was asked. */
  passage: () => Promise<Passage>;
  /** Loads what a result shows, where the list of entries lacks it. */
  shown: () => Promise<Pick<Vindplaats, 'url' | 'code' | 'titel' | 'kern'>>;
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
  options: (options: typeof INDEX_OPTIONS) => Promise<void>;
  init: () => Promise<void>;
  search: (term: string) => Promise<{ results: PagefindResult[] }>;
}

/** How Pagefind weighs our fields; flat around its best on the tuning half of tests/bench/search. */
export const RANKING = { metaWeights: { title: 5, zoekwoorden: 4, zoekzinnen: 4, synoniemen: 1, delen: 0.5 } };

/** How we open an index. A worker would cost another 11 kB to spare the page a few milliseconds: at our size not worth it. A passage of so many words takes two lines on a phone, for which a row keeps room. */
export const INDEX_OPTIONS = { noWorker: true, ranking: RANKING, excerptLength: 16 };

/** A longer question is cut: nobody types one, and a script that does must not keep the page busy. */
export const MOST_ASKED = 200;
const NONE = new Map<string, never>();
const NOTHING: Answer = { hits: [], corrections: [], missing: [] };
const noData = async (): Promise<Fragment> => ({ content: '', excerpt: '', meta: {} });

const PHRASE = /["“„]([^"“”„]+)["”]/g;

type Find = (form: string) => PagefindResult[] | Promise<PagefindResult[]>;

const corrected = (asked: readonly Asked[]) => asked.filter((word) => word.corrected).map(({ typed, variants }) => ({ typed, form: variants[0]!.form }));

/** An entry of which the list has not come. */
const blank = (id: string): Vindplaats => ({ id, url: '', code: '', titel: '', kern: '', facets: { soort: [], deel: [], thema: [], rol: [] }, naast: [] });

/** `topics` are the names by which it was found when its text shows no word. */
function toHit({ data }: PagefindResult, entry: Vindplaats, forms: readonly string[], topics: readonly string[] = [], score = Infinity): Hit {
  return { ...entry, score, passage: async () => toPassage(await data(), forms, topics), shown: async () => (entry.titel ? entry : toShown(await data())) };
}

/** What the visitor's side has by now; more of it makes answers better. */
export interface Known {
  entries: readonly Vindplaats[];
  lexicon?: Lexicon | undefined;
  /** How many entries the site has, whether or not their list has come. */
  count: number;
}

/**
 * Makes the search. `known` says what is there by now (the same object as long as nothing came), `index` gives the full-text index once it is
 * open, `page` loads an entry's page from it by its name.
 */
export function makeSearch(known: () => Known, index: () => Promise<Pagefind>, page: (id: string) => Promise<Fragment> = noData) {
  const cache = new Map<string, Promise<PagefindResult[]>>();
  let now = known();
  let [focus, byId] = [focusOf(now.entries, now.lexicon), new Map<string, Vindplaats>()];
  const look = () => {
    if (now !== known() || byId.size === 0) [now, focus, byId] = [known(), focusOf(known().entries, known().lexicon), new Map(known().entries.map((entry) => [entry.id, entry]))];
  };
  const worth: Worth = {
    rarity: (form) => rarity(now.lexicon?.counts.get(form) ?? 1, now.count),
    focus: (form) => focus.places.get(stem(form)) ?? NONE,
    about: (form) => focus.topic(stem(form)) ?? NONE,
    beside: (id) => focus.beside.get(id) ?? [],
  };
  const inIndex = (form: string) => {
    const found = cache.get(form) ?? index().then(async (pagefind) => (await pagefind.search(form)).results);
    cache.set(form, found);
    return found;
  };
  const inFocus = (form: string) => [...worth.focus(form).keys()].map((id) => ({ id, score: 1, data: noData }));
  const isListed = () => now.entries.length > 0 && now.entries[0]!.titel !== '';
  /** The hits of these results; one that the list of entries does not know is of another edition. */
  const toHits = (results: readonly PagefindResult[], forms: readonly string[], topics: readonly string[] = [], score = Infinity) =>
    results.flatMap((result) => (byId.size === 0 || byId.has(result.id) ? [toHit(result, byId.get(result.id) ?? blank(result.id), forms, topics, score)] : []));

  /** Every entry of the list. (Asked for everything, Pagefind loads its whole index: 3 MB at a thousand entries.) */
  const all = (): Hit[] =>
    toHits(
      now.entries.map(({ id }) => ({ id, score: 1, data: () => page(id) })),
      [],
    ).sort((a, b) => (a.code < b.code ? -1 : 1));

  /** Throws when the index knows nothing of a word that it holds: part of it did not come, and nothing may be said to be nowhere. */
  async function refuseLoss(forms: readonly string[]): Promise<void> {
    const held = forms.filter((form) => now.lexicon?.counts.has(form) && !now.lexicon.topics.has(stem(form)));
    for (const form of held) if ((await inIndex(form)).length === 0) throw new Error(`Een deel van de zoekindex kwam niet over: ${form}`);
  }

  /** Asks `find` for the words of `term` that stand outside quotes. */
  async function askWords(term: string, find: Find): Promise<Answer> {
    const asked = plan(term, now.lexicon);
    const forms = asked.flatMap(({ variants }) => variants.map(({ form }) => form));
    const scores = await rank(asked, focus.phrasesIn(asked), find, worth);
    if (scores.length === 0 && find === inIndex) await refuseLoss(forms);
    const hits = scores.flatMap(({ id, best, topics, total }) => toHits([best?.result ?? { id, score: 0, data: noData }], forms, [...topics], total));
    return { hits, corrections: corrected(asked), missing: asked.filter(({ variants }) => variants.length === 0).map(({ typed }) => typed) };
  }

  /** The entries that hold each of `phrases` to the letter, in the order of `rest` when there are other words too. */
  async function askPhrases(phrases: readonly string[], rest: string): Promise<Answer> {
    const found = await Promise.all(phrases.map((phrase) => inIndex(`"${phrase}"`)));
    const candidates = found[0]!.filter(({ id }) => found.every((results) => results.some((result) => result.id === id)));
    const shows = await Promise.all(candidates.map(async ({ data }) => holds(await data(), phrases)));
    const holding = candidates.filter((_, place) => shows[place]);
    const order = rest ? (await askWords(rest, inIndex)).hits.map(({ id }) => id) : [];
    const place = ({ id }: Hit) => (order.includes(id) ? order.indexOf(id) : order.length);
    return { ...NOTHING, hits: toHits(holding, []).sort((a, b) => place(a) - place(b)) };
  }

  async function answer(question: string, find: Find): Promise<Answer> {
    look();
    const term = question.trim().slice(0, MOST_ASKED);
    if (find === inFocus && !isListed()) return NOTHING;
    if (!term) return { ...NOTHING, hits: all() };
    const phrases = [...term.matchAll(PHRASE)].map(([, phrase]) => phrase!.trim()).filter(Boolean);
    if (phrases.length > 0) return find === inFocus ? NOTHING : askPhrases(phrases, term.replace(PHRASE, ' ').trim());
    const code = asCode(term);
    const words = await askWords(term, find);
    const exact = code && byId.size > 0 ? all().filter((entry) => entry.code === code) : [];
    return exact.length > 0 ? { ...NOTHING, hits: [...exact, ...words.hits.filter((hit) => hit.code !== code)] } : words;
  }

  return {
    /** The whole answer, from the index. Rejects when the index does not open. */
    search: (question: string) => answer(question, inIndex),
    /** What titles, kernen and search words say by themselves: at once, without the index. Nothing while those have not come. */
    glance: (question: string) => answer(question, inFocus),
    /** What a word is worth here. */
    rarity: worth.rarity,
    /** Whether an entry of this name is in our own list. */
    knows: (id: string) => byId.has(id),
  };
}

export type Search = ReturnType<typeof makeSearch>;
