import { countWords } from '../schema/tellen.ts';

/** Words per minute at which people read Dutch non-fiction silently (Brysbaert 2019 gives 238 for English prose, Dutch about 5% lower). */
const WORDS_PER_MINUTE = 225;

// An entry says on each of its pages how long it takes to read.
const countedWords = /* @__PURE__ */ remembered(countWords);

/** Whole minutes it takes to read `texts` together, at least 1. */
export function readingMinutes(...texts: string[]): number {
  const words = texts.reduce((sum, text) => sum + countedWords(text), 0);
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE));
}

/** How long it takes to read `texts` together, in words. */
export const writtenReading = (...texts: string[]) => counted(readingMinutes(...texts), 'minuut lezen', 'minuten lezen');

/** `make`, which remembers what it gave for a text: the same words come back in text after text. */
export function remembered<T extends string | number | boolean | readonly string[]>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = make(text);
    known.set(text, made);
    return made;
  };
}

/** `make`, which remembers what it gave for an object, such as an entry that many pages show. */
export function rememberedOf<K extends object, T>(make: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, T>();
  return (key) => {
    if (!known.has(key)) known.set(key, make(key));
    return known.get(key)!;
  };
}

/** `text` in lower case without accents: the form in which words are compared and sorted. */
export function fold(text: string): string {
  // Only where it can matter: whole texts are folded.
  return text.replace(/[^\0-\x7f]+/g, (letters) => letters.normalize('NFD').replace(/\p{M}/gu, '')).toLowerCase();
}

// Marked as pure: a script that folds a word need not make them.
const ALPHABET = /* @__PURE__ */ new Intl.Collator('nl');
const folded = /* @__PURE__ */ remembered(fold);

/** The order of a Dutch register, in which case and accents do not count. */
export const inAlphabet = (a: string, b: string): number => ALPHABET.compare(folded(a), folded(b));

/** A slug of `text`: folded, everything but letters and digits turned into single hyphens. */
export function slugify(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

const SEGMENTER = /* @__PURE__ */ new Intl.Segmenter('nl', { granularity: 'sentence' });
/** Where a sentence ends by every rule of Unicode (UAX 29). */
const SURE_END = /(?<=[.?!] )(?=\p{Lu})/u;
/** Where one may end, with text behind it. */
const MAY_END = /[\p{STerm}\n\r\u0085\u2028\u2029]\s*\S/u;

/** The sentences of a text as they stand in it, with the spaces behind them. */
export const sentencesIn = (text: string): string[] =>
  // V8 copies the whole text for every sentence it finds in it: most pieces are one, and need not be searched.
  text.split(SURE_END).flatMap((piece) => (MAY_END.test(piece) ? Array.from(SEGMENTER.segment(piece), ({ segment }) => segment) : piece));

/** A footnote mark in a text, with the id of its source as the only group. */
export const FOOTNOTE = String.raw`\[\^([a-z0-9-]+)\]`;

/** `count` with the noun in its right number: `1 kaart`, `3 kaarten`. */
export const counted = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

// Marked as pure, or every script that folds a word would make it too: 60 ms on a slow phone.
const DATE = /* @__PURE__ */ new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A calendar day (`2026-11-23`) as people write it: `23 november 2026`. */
export const writtenDate = (day: string) => DATE.format(new Date(`${day}T00:00:00Z`));

const time = (minutes: number) => (minutes >= 120 && minutes % 60 === 0 ? `${minutes / 60} uur` : `${minutes} minuten`);

/** How long a card takes, in words. `duur` counts minutes. */
export function writtenDuration(duur: 'doorlopend' | { min: number; max: number }): string {
  if (duur === 'doorlopend') return 'doorlopend';
  const [from, to] = [time(duur.min), time(duur.max)];
  if (from === to) return from;
  const unit = to.replace(/^\d+/, '');
  return `${from.endsWith(unit) ? from.slice(0, -unit.length) : from} tot ${to}`;
}

/** How many people take part, in words. */
export const writtenGroup = ({ min, max }: { min: number; max: number }) => (min === max ? counted(min, 'mens', 'mensen') : `${min} tot ${max} mensen`);

/** `text` with its first letter as a capital. */
export const capital = (text: string) => text.charAt(0).toLocaleUpperCase('nl') + text.slice(1);
