/** What the build adds to each page for the index alone: words from the thesaurus and the parts of compounds; and the list of all words. */
import { escapeAttribute } from 'entities';
import { fold } from '../model/text.ts';
import { makeSplitter } from './compounds.ts';
import { isStopword, tokens } from './dutch.ts';
import type { Page } from './page.ts';
import { HIDDEN_BREAK } from './passage.ts';
import { listedWords, namedBy, namesOf, type Synoniem, topicsOf } from './register.ts';
import type { Word, WordList } from './words.ts';

/** What the build adds to a page for the index. */
export interface Terms {
  synoniemen: string[];
  delen: string[];
}

/** An entry as its data have it, before its page is drawn. */
export interface Said {
  code: string;
  /** Its title, what it is about in a sentence, and the search words of the editors. */
  subject: string;
  /** Sentences as people would type them, which no page shows. */
  zoekzinnen: readonly string[];
}

export interface Termer {
  /** The terms of the page of the entry at `place`, whose words count from then on. */
  of: (page: Page, place: number) => Terms;
  /** All words of the pages so far. */
  list: () => WordList;
}

/** Every text in `value`, such as an entry of the data. */
const textsIn = (value: unknown): string[] => (typeof value === 'string' ? [value] : typeof value === 'object' && value ? Object.values(value).flatMap(textsIn) : []);

/** The words of all entries that carry a subject, from their data. */
export function wordsOf(entries: readonly unknown[]): Set<string> {
  const words = new Set<string>();
  for (const entry of entries) for (const word of tokens(textsIn(entry).join(' '))) words.add(word);
  for (const word of words) if (isStopword(word)) words.delete(word);
  return words;
}

/** Gives the terms of pages one by one, as they come. `words` are those of the whole site, which the data have before any page is drawn: a part of a compound is one of them. */
export function makeTermer(entries: readonly Said[], words: ReadonlySet<string>, groups: readonly Synoniem[]): Termer {
  const split = makeSplitter(words);
  const topics = topicsOf(groups, entries);
  const groupsAt = Map.groupBy(
    topics.flatMap(({ strong }, number) => strong.map((place) => ({ place, group: groups[number]! }))),
    ({ place }) => place,
  );
  // One look for each word of each page: there are a million.
  const counted = new Map<string, Counted>();
  const count = (word: string) => {
    const found = counted.get(word) ?? { parts: split(word), count: 0 };
    if (found.count++ === 0) counted.set(word, found);
    return found;
  };
  return {
    of: ({ text, zoekwoorden, subject }, place) => {
      const words = new Set(tokens(`${text} ${zoekwoorden} ${subject} ${entries[place]!.zoekzinnen.join(' ')}`));
      const synoniemen = [...new Set((groupsAt.get(place) ?? []).flatMap(({ group }) => namesOf(group)))];
      const delen = [...new Set(Array.from(words, (word) => count(word).parts).flat())].filter((part) => !words.has(part)).sort();
      for (const word of new Set([...tokens(synoniemen.join(' ')), ...delen])) if (!words.has(word)) count(word);
      return { synoniemen, delen };
    },
    list: () => ({ words: listedWords(listWords(counted, namedBy(groups)), (word) => counted.get(word)?.parts ?? split(word)), topics }),
  };
}

/** A word of the pages: the parts of a compound, and how many pages hold it. */
interface Counted {
  parts: readonly string[];
  count: number;
}

/** Every word that entries hold or topics are called by. */
function listWords(counted: ReadonlyMap<string, Counted>, named: ReadonlyMap<string, readonly number[]>): Word[] {
  const known = [...new Set([...counted.keys(), ...named.keys()])].filter((word) => !isStopword(word) && word.length > 1);
  return known.map((word) => ({ word, count: counted.get(word)?.count ?? 1, topics: named.get(word) ?? [] }));
}

const meta = (name: string, content: string) => (content === '' ? '' : `<meta data-pagefind-meta="${name}[content]" content="${escapeAttribute(content)}">`);
/** Words as they are asked for. */
const plain = (words: readonly string[]) => words.map((text) => fold(text).replace(/[^a-z0-9 ,-]/g, '')).join(HIDDEN_BREAK);

/** What the index reads of a page, and no visitor loads: its text, and its terms in the head. `shown` is what a result shows, for a site whose list of entries leaves that out. */
export function withTerms(
  { html, zoekwoorden }: Pick<Page, 'html' | 'zoekwoorden'>,
  { zoekzinnen, synoniemen, delen }: Terms & Pick<Said, 'zoekzinnen'>,
  shown: Readonly<Record<string, string>> = {},
): string {
  const terms = { zoekwoorden: zoekwoorden.replaceAll(', ', HIDDEN_BREAK), zoekzinnen: plain(zoekzinnen), synoniemen: plain(synoniemen), delen: plain(delen), ...shown };
  const head = Object.entries(terms).map(([name, content]) => meta(name, content));
  return `<html><head>${head.join('')}</head><body>${html}</body></html>`;
}
