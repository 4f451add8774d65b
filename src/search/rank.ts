/** How the answers to the words of a question become one list of entries, best first. */
import type { Asked } from './plan.ts';

/** Set on the tuning halves of tests/bench/search: these are flat around their best. */
const FOUND_AT_ALL = 0.25;
const LEAST_RARITY = 0.2;
/** A question of more words of which no entry holds this share is about something else; less will do when a word names what an entry is about. */
const [LEAST_COVERED, LEAST_WITH_SUBJECT] = [0.6, 0.5];
/** An entry that scores less than this share of the best one is noise: it would make the number of results a promise that reading breaks. */
const LEAST_SHARE = 0.15;
const LENT = 0.2;
/** What a whole phrase that names a topic counts for beside a rare word. */
const PHRASE_WORTH = 0.6;

/** What an index says of an entry that holds a word. */
export interface Found {
  id: string;
  score: number;
}

/** What a hit counts for beside Pagefind's own score. */
export interface Worth {
  /** From 1 for a word in one entry down to a small share for a word in most: the idf of BM25 (Robertson & Spärck Jones 1976), above zero. */
  rarity: (form: string) => number;
  /** By entry, how much more a hit counts there: in the title, the kern, or where the editors wrote what people ask. */
  focus: (form: string) => ReadonlyMap<string, number>;
  /** By entry, how much it is about the topics that the word names. */
  about: (form: string) => Grades;
  /** The entries that the library puts beside this one. */
  beside: (id: string) => readonly string[];
}

/** By entry, how much it is about a topic, and the name of that topic. */
export type Grades = ReadonlyMap<string, { grade: number; term: string }>;

export interface Score<T extends Found> {
  id: string;
  total: number;
  /** How much of the question the entry holds: weight × rarity over its words, wherever they stand. */
  covered: number;
  /** The result with the largest share, whose passage shows best why. */
  best?: { share: number; result: T };
  /** The topics by which it was found. */
  topics: Set<string>;
}

/** How much a score is worth beside the best one for the same word: its root, with a floor, so that a text that repeats one word does not outweigh two words that both fit. */
const dampen = (score: number, top: number) => FOUND_AT_ALL + (1 - FOUND_AT_ALL) * Math.sqrt(score / top);

/** What one word of the question is worth to an entry. */
interface Share<T> {
  text: number;
  topic: number;
  covered: number;
  result?: T;
  term?: string;
}

/** The best variant of one word, per entry: in its text by weight × dampened score × rarity × focus, by topic by weight × grade × rarity. */
async function sharesOf<T extends Found>({ variants }: Asked, find: (form: string) => T[] | Promise<T[]>, worth: Worth): Promise<Map<string, Share<T>>> {
  const shares = new Map<string, Share<T>>();
  const at = (id: string) => shares.get(id) ?? shares.set(id, { text: 0, topic: 0, covered: 0 }).get(id)!;
  for (const { form, weight, results } of await Promise.all(variants.map(async (variant) => ({ ...variant, results: await find(variant.form) })))) {
    const [top, focus, value] = [Math.max(...results.map(({ score }) => score)), worth.focus(form), weight * worth.rarity(form)];
    const cover = (share: Share<T>) => (share.covered = Math.max(share.covered, value));
    for (const result of results) {
      const share = at(result.id);
      const text = value * dampen(result.score, top) * (focus.get(result.id) ?? 1);
      if (text > share.text) [share.text, share.result] = [text, result];
      cover(share);
    }
    for (const [id, { grade, term }] of worth.about(form)) {
      const share = at(id);
      if (value * grade > share.topic) [share.topic, share.term] = [value * grade, term];
      cover(share);
    }
  }
  return shares;
}

/** Adds the shares of all words up. Words are joined by OR; an entry that holds more of them comes first by itself. */
async function merge<T extends Found>(
  asked: readonly Asked[],
  phrases: readonly Grades[],
  find: (form: string) => T[] | Promise<T[]>,
  worth: Worth,
): Promise<Map<string, Score<T>>> {
  const scores = new Map<string, Score<T>>();
  const at = (id: string) => scores.get(id) ?? scores.set(id, { id, total: 0, covered: 0, topics: new Set() }).get(id)!;
  for (const shares of await Promise.all(asked.map((word) => sharesOf(word, find, worth)))) {
    for (const [id, { text, topic, covered, result, term }] of shares) {
      const score = at(id);
      score.total += text + topic;
      score.covered += covered;
      if (result && text > (score.best?.share ?? 0)) score.best = { share: text, result };
      if (term) score.topics.add(term);
    }
  }
  for (const grades of phrases) {
    for (const [id, { grade, term }] of grades) {
      at(id).total += PHRASE_WORTH * grade;
      at(id).covered += PHRASE_WORTH;
      at(id).topics.add(term);
    }
  }
  return scores;
}

/** Lends every entry a share of what the entries beside it scored: cards and cases that belong together answer the same questions. Finds nothing new. */
function lend(scores: ReadonlyMap<string, { total: number }>, beside: Worth['beside']): Map<string, number> {
  const total = (id: string) => scores.get(id)?.total ?? 0;
  return new Map([...scores.keys()].map((id) => [id, total(id) + (LENT * beside(id).reduce((sum, other) => sum + total(other), 0)) / Math.sqrt(beside(id).length || 1)]));
}

/** Whether a word of the question, as it was meant, stands in a title or kern or names a topic. */
const namesSubject = ({ variants: [first] }: Asked, { focus, about }: Worth): boolean =>
  first !== undefined && first.weight > 0.5 && (focus(first.form).size > 0 || about(first.form).size > 0);

/** What an entry would cover that held every word just as it was meant; a word of which nobody knows what it means counts as a rare one. */
const coverable = (asked: readonly Asked[], { rarity }: Worth): number =>
  asked.reduce((sum, { variants: [first], corrected }) => sum + (first && first.weight < 0.5 ? 0 : first && (corrected || first.weight === 1) ? rarity(first.form) : 1), 0);

/** The idf of BM25 of a word that `count` of `entries` hold, beside that of a word that one holds; never nothing. */
export function rarity(count: number, entries: number): number {
  const idf = (holders: number) => Math.max(LEAST_RARITY, Math.log((entries - Math.min(holders, entries) + 0.5) / (holders + 0.5)));
  return idf(count) / idf(1);
}

/** The entries that answer `asked` and are about the topics that its `phrases` name, best first, without those that hold next to nothing of it; none when no entry holds enough of the question. */
export async function rank<T extends Found>(asked: readonly Asked[], phrases: readonly Grades[], find: (form: string) => T[] | Promise<T[]>, worth: Worth): Promise<Score<T>[]> {
  const scores = await merge(asked, phrases, find, worth);
  const isOneWord = new Set(asked.map(({ typed }) => typed)).size < 2;
  const covered = Math.max(0, ...[...scores.values()].map((score) => score.covered));
  const least = asked.some((word) => namesSubject(word, worth)) ? LEAST_WITH_SUBJECT : LEAST_COVERED;
  if (!isOneWord && covered < least * coverable(asked, worth)) return [];
  const totals = lend(scores, worth.beside);
  const ranked = [...scores].sort(([a], [b]) => totals.get(b)! - totals.get(a)!);
  const top = totals.get(ranked[0]?.[0] ?? '') ?? 0;
  return ranked.filter(([id]) => totals.get(id)! >= LEAST_SHARE * top).map(([, score]) => score);
}
