/** How the answers to the words of a question become one list of entries, best first. */
import type { Asked } from './plan.ts';

/** Set on the tuning half of tests/bench/search: these are flat around their best. */
const FOUND_AT_ALL = 0.25;
const LEAST_RARITY = 0.2;
/** A question of more words of which no entry holds this share is about something else. */
const LEAST_COVERED = 0.35;
/** An entry that scores less than this share of the best one is noise: it would make the number of results a promise that reading breaks. */
const LEAST_SHARE = 0.15;
const LENT = 0.2;
const IN_FOCUS = 2;

/** What an index says of an entry that holds a word. */
export interface Found {
  id: string;
  score: number;
}

/** What a hit counts for beside Pagefind's own score. */
export interface Worth {
  /** From 1 for a word in one entry down to a small share for a word in most: the idf of BM25 (Robertson & Spärck Jones 1976), above zero. */
  rarity: (form: string) => number;
  /** The entries that hold the word in their title or kern, or where the editors wrote what people ask. */
  holders: (form: string) => ReadonlySet<string>;
  /** The entries that the library puts beside this one. */
  beside: (id: string) => readonly string[];
}

export interface Score<T extends Found> {
  total: number;
  /** How much of the question the entry holds: weight × rarity over its words, wherever they stand. */
  covered: number;
  /** The result with the largest share, whose passage shows best why. */
  best: { share: number; result: T };
}

/** How much a score is worth beside the best one for the same word: its root, with a floor, so that a text that repeats one word does not outweigh two words that both fit. */
const dampen = (score: number, top: number) => FOUND_AT_ALL + (1 - FOUND_AT_ALL) * Math.sqrt(score / top);

/**
 * Adds up, per entry, the best variant of each word: weight × dampened score × rarity × whether it is in focus. Words are joined by OR; an entry that holds
 * more of them comes first by itself.
 */
async function merge<T extends Found>(asked: readonly Asked[], find: (form: string) => T[] | Promise<T[]>, worth: Worth): Promise<Map<string, Score<T>>> {
  const scores = new Map<string, Score<T>>();
  for (const { variants } of asked) {
    const answers = await Promise.all(variants.map(async ({ form, weight }) => ({ form, weight, results: await find(form) })));
    const best = new Map<string, { share: number; result: T }>();
    const covered = new Map<string, number>();
    for (const { form, weight, results } of answers) {
      const top = Math.max(...results.map(({ score }) => score));
      const holders = worth.holders(form);
      for (const result of results) {
        const share = weight * dampen(result.score, top) * worth.rarity(form) * (holders.has(result.id) ? IN_FOCUS : 1);
        covered.set(result.id, Math.max(covered.get(result.id) ?? 0, weight * worth.rarity(form)));
        if (share > (best.get(result.id)?.share ?? 0)) best.set(result.id, { share, result });
      }
    }
    for (const [id, found] of best) {
      const score = scores.get(id);
      scores.set(id, { total: (score?.total ?? 0) + found.share, covered: (score?.covered ?? 0) + covered.get(id)!, best: !score || found.share > score.best.share ? found : score.best });
    }
  }
  return scores;
}

/** Lends every entry a share of what the entries beside it scored: cards and cases that belong together answer the same questions. Finds nothing new. */
function lend(scores: ReadonlyMap<string, { total: number }>, beside: Worth['beside']): Map<string, number> {
  const total = (id: string) => scores.get(id)?.total ?? 0;
  return new Map([...scores.keys()].map((id) => [id, total(id) + (LENT * beside(id).reduce((sum, other) => sum + total(other), 0)) / Math.sqrt(beside(id).length || 1)]));
}

/** What an entry would cover that held every word just as it was typed; a word that exists nowhere counts as a rare one. */
const coverable = (asked: readonly Asked[], { rarity }: Worth): number =>
  asked.reduce((sum, { variants: [first] }) => sum + (first && first.weight < 0.5 ? 0 : first?.weight === 1 ? rarity(first.form) : 1), 0);

/** The idf of BM25 of a word that `count` of `entries` hold, beside that of a word that one holds; never nothing. */
export function rarity(count: number, entries: number): number {
  const idf = (holders: number) => Math.max(LEAST_RARITY, Math.log((entries - Math.min(holders, entries) + 0.5) / (holders + 0.5)));
  return idf(count) / idf(1);
}

/** The entries that answer `asked`, best first, without those that hold next to nothing of it; none when no entry holds enough of the question. */
export async function rank<T extends Found>(asked: readonly Asked[], find: (form: string) => T[] | Promise<T[]>, worth: Worth): Promise<Score<T>[]> {
  const scores = await merge(asked, find, worth);
  const isOneWord = new Set(asked.map(({ typed }) => typed)).size < 2;
  const covered = Math.max(0, ...[...scores.values()].map((score) => score.covered));
  if (!isOneWord && covered < LEAST_COVERED * coverable(asked, worth)) return [];
  const totals = lend(scores, worth.beside);
  const ranked = [...scores].sort(([a], [b]) => totals.get(b)! - totals.get(a)!);
  const top = totals.get(ranked[0]?.[0] ?? '') ?? 0;
  return ranked.filter(([id]) => totals.get(id)! >= LEAST_SHARE * top).map(([, score]) => score);
}
