/** What the build adds to each page for the index alone: words from the thesaurus and the parts of compounds; and the list of all words. */
import { Parser } from 'htmlparser2';
import { fold } from '../model/text.ts';
import { makeSplitter } from './compounds.ts';
import { isStopword, tokens } from './dutch.ts';
import { listedWords, namedBy, namesOf, type Synoniem, topicsOf } from './register.ts';
import type { Word, WordList } from './words.ts';

/** A page of the site as search reads it. */
export interface Page {
  html: string;
  /** The text that the index holds, the search words of the editors, and what the page is about in a sentence. */
  text: string;
  zoekwoorden: string;
  subject: string;
  /** Sentences as people would type them; they come with the data, since no page shows them. */
  zoekzinnen: readonly string[];
}

/** What the index leaves out as well. */
const UNREAD = ['data-pagefind-ignore', 'data-footnotes', 'data-footnote-ref'];
const WORDLESS = new Set(['script', 'style', 'svg']);

/** What is read of the text in an element: nothing yet, all, the title of the page, or nothing whatever stands in it. */
type Reading = 'no' | 'yes' | 'title' | 'never';

function readingOf(name: string, attributes: Record<string, string>, around: Reading): Reading {
  if (around === 'never' || WORDLESS.has(name) || UNREAD.some((unread) => unread in attributes)) return 'never';
  if (name === 'title') return 'title';
  return 'data-pagefind-body' in attributes ? 'yes' : around;
}

/** Reads a page; undefined when no part of it is meant for the index. */
export function readPage(html: string): Page | undefined {
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
  return isIndexed ? { html, ...page, zoekzinnen: [] } : undefined;
}

/** What the build adds to a page for the index. */
export interface Terms {
  synoniemen: string[];
  delen: string[];
}

export interface SearchTerms extends WordList {
  /** Per page, in the order given. */
  pages: Terms[];
}

/** Works out the terms of all pages together: what counts as a part depends on the words of the whole site. `codes` are those of the pages, in the same order. */
export function searchTerms(pages: readonly Page[], codes: readonly string[], groups: readonly Synoniem[]): SearchTerms {
  const wordsAt = numberedWords(pages);
  const split = makeSplitter(new Set(wordsAt.all.filter((word) => !isStopword(word))));
  const topics = topicsOf(
    groups,
    pages.map(({ subject, zoekwoorden }, place) => ({ code: codes[place]!, subject: `${subject} ${zoekwoorden}` })),
  );
  const groupsAt = Map.groupBy(
    topics.flatMap(({ strong }, number) => strong.map((place) => ({ place, group: groups[number]! }))),
    ({ place }) => place,
  );
  const counts = new Map<string, number>();
  const terms = pages.map((_, place) => {
    const words = wordsAt.of(place);
    const synoniemen = [...new Set((groupsAt.get(place) ?? []).flatMap(({ group }) => namesOf(group)))];
    const delen = [...new Set(words.flatMap(split))].sort();
    for (const word of new Set([...words, ...tokens(synoniemen.join(' ')), ...delen])) counts.set(word, (counts.get(word) ?? 0) + 1);
    return { synoniemen, delen };
  });
  return { pages: terms, words: listedWords(listWords(counts, namedBy(groups)), split), topics };
}

/** Every word of all pages once, and those of each page: as numbers, since a thousand pages hold the same thirty thousand words over and over. */
function numberedWords(pages: readonly Page[]): { all: string[]; of: (place: number) => string[] } {
  const numbers = new Map<string, number>();
  const numberOf = (word: string) => numbers.get(word) ?? (numbers.set(word, numbers.size), numbers.size - 1);
  const found = pages.map(({ text, zoekwoorden, subject, zoekzinnen }) => Uint32Array.from(new Set(tokens(`${text} ${zoekwoorden} ${subject} ${zoekzinnen.join(' ')}`)), numberOf));
  const all = [...numbers.keys()];
  return { all, of: (place) => Array.from(found[place]!, (number) => all[number]!) };
}

/** Every word that entries hold or topics are called by. */
function listWords(counts: ReadonlyMap<string, number>, named: ReadonlyMap<string, readonly number[]>): Word[] {
  const known = [...new Set([...counts.keys(), ...named.keys()])].filter((word) => !isStopword(word) && word.length > 1);
  return known.map((word) => ({ word, count: counts.get(word) ?? 1, topics: named.get(word) ?? [] }));
}

const escape = (text: string) => fold(text).replace(/[^a-z0-9 ,-]/g, '');
const meta = (name: string, words: readonly string[]) => (words.length === 0 ? '' : `<meta data-pagefind-meta="${name}[content]" content="${words.map(escape).join(', ')}">`);

/** What search does not read, and what would only take time on the way to it; the address of a picture would stand in every fragment. */
const UNSENT = /<(style|script|svg)\b[^]*?<\/\1>|<img\b(?:"[^"]*"|[^">])*>/g;

/** The page with its terms in the head: what the index reads, and no visitor loads. `shown` is what a result shows, for a site whose list of entries leaves that out. */
export function withTerms({ html, zoekzinnen }: Page, { synoniemen, delen }: Terms, shown: Readonly<Record<string, string>> = {}): string {
  const added = Object.entries(shown).map(([name, text]) => `<meta data-pagefind-meta="${name}[content]" content="${text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">`);
  const head = [meta('zoekzinnen', zoekzinnen), meta('synoniemen', synoniemen), meta('delen', delen), ...added].join('');
  // Pagefind puts nothing between elements: without a space a heading would run into what follows. A term in the text keeps its full stop.
  return html
    .replace(UNSENT, '')
    .replace(/(?<!<\/button)></g, '> <')
    .replace('</head>', () => `${head}</head>`);
}
