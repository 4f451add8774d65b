/** The list of words that the build writes and the browser reads: what search knows before, and beside, the index. */
import { isStopword, stem, tokens } from './dutch.ts';

export interface Word {
  word: string;
  /** The number of entries that hold it; the list keeps the nearest power of two, which says enough of how rare it is. */
  count: number;
  /** Places in the list of topics of those that it names, going up. */
  topics: readonly number[];
}

/** A subject of the register, with the places of the entries that are about it. */
export interface Topic {
  /** Its plainest name. */
  term: string;
  /** The best first. */
  strong: readonly number[];
  weak: readonly number[];
  /** Its names of more than one word, without the words that carry no subject. */
  phrases: readonly string[];
}

export interface WordList {
  words: readonly Word[];
  topics: readonly Topic[];
}

/** What search looks words up in. */
export interface Lexicon {
  /** The number of entries that hold a word. */
  counts: ReadonlyMap<string, number>;
  byStem: ReadonlyMap<string, readonly string[]>;
  /** By stem, the topics that it names by itself. */
  topics: ReadonlyMap<string, readonly Topic[]>;
  /** The stems that name a topic together. */
  phrases: readonly { stems: readonly string[]; topic: Topic }[];
  /** Whether the index holds words that are not here: a large site lists the commonest alone. */
  isPart: boolean;
}

/** The words of `text` that carry a subject. */
export const contentWords = (text: string): string[] => tokens(text).filter((word) => !isStopword(word));

/** The most letters that a word may borrow from the one before it: one digit in base 36. */
const MOST_SHARED = 35;

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < MOST_SHARED && length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/** Numbers as the steps between them. */
const writeSteps = (numbers: readonly number[]) => numbers.map((number, index) => (number - (numbers[index - 1] ?? 0)).toString(36)).join(',');

function readSteps(steps: string): number[] {
  let number = 0;
  return steps ? steps.split(',').map((step) => (number += parseInt(step, 36))) : [];
}

const CAPITAL_A = 'A'.charCodeAt(0);
/** A count as a capital letter: none for 1, A for 2, B for 4. */
const writeCount = (count: number) => (count > 1 ? String.fromCharCode(CAPITAL_A - 1 + Math.round(Math.log2(count))) : '');
const readCount = (letter: string) => (letter ? 2 ** (letter.charCodeAt(0) - CAPITAL_A + 1) : 1);

/**
 * First how many words and topics there are. Then a word a line, in order: the number of letters it shares with the word before (front coding, Witten, Moffat & Bell 1999), the rest, its
 * count, and behind a number sign its topics. After an empty line a topic a line. Less than half of the same in whole words, compressed too.
 */
export function writeWords({ words, topics }: WordList): string {
  const lines = words.map(({ word, count, topics: named }, index) => {
    const shared = sharedLength(word, words[index - 1]?.word ?? '');
    return `${shared.toString(36)}${word.slice(shared)}${writeCount(count)}${named.length > 0 ? `#${writeSteps(named)}` : ''}`;
  });
  const named = topics.map(({ term, strong, weak, phrases }) => `${term};${writeSteps(strong)};${writeSteps(weak)};${phrases.join('|')}`);
  return `${words.length} ${topics.length}\n${lines.join('\n')}\n\n${named.join('\n')}\n`;
}

/** Reads what {@link writeWords} wrote. Throws when it did not come whole: with half a list, words of the other half would seem typing errors. */
export function readWords(text: string): WordList {
  const [first = '', ...rest] = text.split('\n');
  const [upper = '', lower = ''] = rest.join('\n').split('\n\n');
  const list = { words: readLines(upper), topics: readTopics(lower) };
  if (first !== `${list.words.length} ${list.topics.length}`) throw new Error('woorden.txt is niet heel overgekomen');
  return list;
}

function readLines(text: string): Word[] {
  let before = '';
  return text.split('\n').flatMap((line) => {
    const [, shared, rest = '', count = '', topics = ''] = /^([0-9a-z])([a-z0-9]*)([A-Z]?)(?:#([0-9a-z,]+))?$/.exec(line) ?? [];
    if (shared === undefined) return [];
    before = before.slice(0, parseInt(shared, 36)) + rest;
    return [{ word: before, count: readCount(count), topics: readSteps(topics) }];
  });
}

function readTopics(text: string): Topic[] {
  return text.split('\n').flatMap((line) => {
    const [term, strong = '', weak = '', phrases] = line.split(';');
    return term && phrases !== undefined ? [{ term, strong: readSteps(strong), weak: readSteps(weak), phrases: phrases ? phrases.split('|') : [] }] : [];
  });
}

/** So many stems that a phone stays awake to the finger between one lot and the next. */
const LOT = 400;

/** Finds the stems of `list` a lot at a time, so that typing goes on meanwhile; {@link toLexicon} then has them at hand. */
export async function stemSlowly({ words, topics }: WordList): Promise<void> {
  const all = [...words.map(({ word }) => word), ...topics.flatMap(({ phrases }) => phrases.flatMap(tokens))];
  for (let from = 0; from < all.length; from += LOT) {
    all.slice(from, from + LOT).forEach(stem);
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/** Looks words up by themselves and by their stem. `isPart` says that the index holds more words. */
export function toLexicon({ words, topics }: WordList, isPart = false): Lexicon {
  const byStem = new Map<string, string[]>();
  const named = new Map<string, Topic[]>();
  for (const { word, topics: numbers } of words) {
    const key = stem(word);
    byStem.set(key, [...(byStem.get(key) ?? []), word]);
    if (numbers.length > 0) named.set(key, [...(named.get(key) ?? []), ...numbers.flatMap((number) => topics[number] ?? [])]);
  }
  const phrases = topics.flatMap((topic) => topic.phrases.map((phrase) => ({ stems: [...new Set(tokens(phrase).map(stem))], topic })));
  return { counts: new Map(words.map(({ word, count }) => [word, count])), byStem, topics: named, phrases, isPart };
}
