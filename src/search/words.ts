/** The list of words that the build writes and the browser reads: what search knows before, and beside, the index. */
import { stem } from './dutch.ts';

export interface Word {
  word: string;
  /** The number of entries that hold it. */
  count: number;
  /** Places in the list of entries of those that the editors expect to be asked by it, going up. */
  asked: readonly number[];
}

/** The words that the site knows, with the number of entries that hold them. */
export interface Lexicon {
  counts: ReadonlyMap<string, number>;
  byStem: ReadonlyMap<string, readonly string[]>;
  /** By stem, the places of the entries that the editors expect to be asked by it. */
  asked: ReadonlyMap<string, ReadonlySet<number>>;
  /** Whether the index holds words that are not here: a large site lists the commonest alone. */
  isPart: boolean;
}

/** The most letters that a word may borrow from the one before it: one digit in base 36. */
const MOST_SHARED = 35;

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < MOST_SHARED && length < a.length && a[length] === b[length]) length += 1;
  return length;
}

const places = (asked: readonly number[]) => asked.map((place, index) => (place - (asked[index - 1] ?? 0)).toString(36)).join(',');

/**
 * A word a line, in order: the number of letters it shares with the word before (front coding, Witten, Moffat & Bell 1999), the rest, its
 * count behind a space when it is more than one, and behind a colon the steps from place to place. A third smaller than whole words, compressed too.
 */
export function writeWords(words: readonly Word[]): string {
  const lines = words.map(({ word, count, asked }, index) => {
    const shared = sharedLength(word, words[index - 1]?.word ?? '');
    return `${shared.toString(36)}${word.slice(shared)}${count > 1 ? ` ${count}` : ''}${asked.length > 0 ? `:${places(asked)}` : ''}\n`;
  });
  return lines.join('');
}

/** Reads what {@link writeWords} wrote. Lines that are cut off are left out. */
export function readWords(text: string): Word[] {
  let before = '';
  return text.split('\n').flatMap((line) => {
    const [, shared, rest = '', count = '1', steps = ''] = /^([0-9a-z])([a-z0-9]*)(?: (\d+))?(?::([0-9a-z,]+))?$/.exec(line) ?? [];
    if (shared === undefined) return [];
    before = before.slice(0, parseInt(shared, 36)) + rest;
    let place = 0;
    return [{ word: before, count: Number(count), asked: steps ? steps.split(',').map((step) => (place += parseInt(step, 36))) : [] }];
  });
}

/** Looks `words` up by themselves and by their stem. `isPart` says that the index holds more words. */
export function toLexicon(words: readonly Word[], isPart = false): Lexicon {
  const byStem = new Map<string, string[]>();
  const asked = new Map<string, Set<number>>();
  for (const { word, asked: places } of words) {
    const key = stem(word);
    byStem.set(key, [...(byStem.get(key) ?? []), word]);
    if (places.length > 0) asked.set(key, new Set([...(asked.get(key) ?? []), ...places]));
  }
  return { counts: new Map(words.map(({ word, count }) => [word, count])), byStem, asked, isPart };
}
