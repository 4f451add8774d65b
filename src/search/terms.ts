/** What the build adds to each page for the index alone: words from the thesaurus and the parts of compounds; and the list of all words. */
import { Parser } from 'htmlparser2';
import { fold } from '../model/text.ts';
import { makeSplitter } from './compounds.ts';
import { isStopword, tokens } from './dutch.ts';
import { listedWords, namedBy, namesOf, type Synoniem, topicsOf } from './register.ts';
import type { Word, WordList } from './words.ts';

/** What search does not read, and what would only take time on the way to it; the address of a picture would stand in every fragment. */
const UNSENT = /<(style|script|svg)\b[^]*?<\/\1>|<img\b(?:"[^"]*"|[^">])*>/g;

/** A page of the site as search reads it. */
export interface Page {
  /** Without what is never read. */
  html: string;
  /** The text that the index holds, the search words of the editors, and what the page is about in a sentence. */
  text: string;
  zoekwoorden: string;
  subject: string;
}

/** What the index leaves out as well. */
const UNREAD = ['data-pagefind-ignore', 'data-footnotes', 'data-footnote-ref'];

/** What is read of the text in an element: nothing yet, all, the title of the page, or nothing whatever stands in it. */
type Reading = 'no' | 'yes' | 'title' | 'never';

function readingOf(name: string, attributes: Record<string, string>, around: Reading): Reading {
  if (around === 'never' || UNREAD.some((unread) => unread in attributes)) return 'never';
  if (name === 'title') return 'title';
  return 'data-pagefind-body' in attributes ? 'yes' : around;
}

/** Reads a page; undefined when no part of it is meant for the index. */
export function readPage(whole: string): Page | undefined {
  const html = whole.replace(UNSENT, '');
  const found = { text: '', zoekwoorden: '', subject: '', isIndexed: false };
  const open: Reading[] = ['no'];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const { name: kind, content = '' } = attributes;
      const reading = readingOf(name, attributes, open.at(-1)!);
      open.push(reading);
      found.text += ' ';
      found.isIndexed ||= reading === 'yes';
      if (name === 'meta' && kind === 'keywords') found.zoekwoorden = content;
      if ((name === 'meta' && kind === 'description') || reading === 'title') found.subject += ` ${content}`;
    },
    ontext: (text) => {
      if (open.at(-1) === 'yes') found.text += text;
      if (open.at(-1) === 'title') found.subject += text;
    },
    onclosetag: () => {
      open.pop();
      found.text += ' ';
    },
  });
  parser.end(html);
  const { isIndexed, ...page } = found;
  return isIndexed ? { html, ...page } : undefined;
}

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
  const counts = new Map<string, number>();
  return {
    of: ({ text, zoekwoorden, subject }, place) => {
      const words = new Set(tokens(`${text} ${zoekwoorden} ${subject} ${entries[place]!.zoekzinnen.join(' ')}`));
      const synoniemen = [...new Set((groupsAt.get(place) ?? []).flatMap(({ group }) => namesOf(group)))];
      const delen = [...new Set(Array.from(words, split).flat())].filter((part) => !words.has(part)).sort();
      for (const word of [...tokens(synoniemen.join(' ')), ...delen]) words.add(word);
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
      return { synoniemen, delen };
    },
    list: () => ({ words: listedWords(listWords(counts, namedBy(groups)), split), topics }),
  };
}

/** Every word that entries hold or topics are called by. */
function listWords(counts: ReadonlyMap<string, number>, named: ReadonlyMap<string, readonly number[]>): Word[] {
  const known = [...new Set([...counts.keys(), ...named.keys()])].filter((word) => !isStopword(word) && word.length > 1);
  return known.map((word) => ({ word, count: counts.get(word) ?? 1, topics: named.get(word) ?? [] }));
}

const escape = (text: string) => fold(text).replace(/[^a-z0-9 ,-]/g, '');
const meta = (name: string, words: readonly string[]) => (words.length === 0 ? '' : `<meta data-pagefind-meta="${name}[content]" content="${words.map(escape).join(', ')}">`);

/** The page with its terms in the head: what the index reads, and no visitor loads. `shown` is what a result shows, for a site whose list of entries leaves that out. */
export function withTerms({ html }: Pick<Page, 'html'>, { zoekzinnen, synoniemen, delen }: Terms & Pick<Said, 'zoekzinnen'>, shown: Readonly<Record<string, string>> = {}): string {
  const added = Object.entries(shown).map(([name, text]) => `<meta data-pagefind-meta="${name}[content]" content="${text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">`);
  const head = [meta('zoekzinnen', zoekzinnen), meta('synoniemen', synoniemen), meta('delen', delen), ...added].join('');
  // Pagefind puts nothing between elements: without a space a heading would run into what follows. A term in the text keeps its full stop.
  return html.replace(/(?<!<\/button)></g, '> <').replace('</head>', () => `${head}</head>`);
}
