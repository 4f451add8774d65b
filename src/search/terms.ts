/** What the build adds to each page for the index alone: words from the thesaurus and the parts of compounds; and the list of all words. */
import { Parser } from 'htmlparser2';
import { fold } from '../model/text.ts';
import { makeSplitter } from './compounds.ts';
import { isStopword, tokens } from './dutch.ts';
import { listedWords, namedBy, namesOf, type Synoniem, topicsOf } from './register.ts';
import type { Word, WordList } from './words.ts';

/** A page of the site as search reads it. */
export interface Page {
  /** What the index is given of it: its text, in the few elements that Pagefind goes by. Each element takes it as long as a sentence. */
  html: string;
  /** The text that the index holds, the search words of the editors, and what the page is about in a sentence. */
  text: string;
  zoekwoorden: string;
  subject: string;
}

/** What the index leaves out: by our word, and (the elements) by Pagefind itself. */
const UNREAD = ['data-pagefind-ignore', 'data-footnotes', 'data-footnote-ref'];
const UNREAD_ELEMENTS = new Set(['footer', 'form', 'iframe', 'label', 'nav', 'noscript', 'script', 'style', 'svg', 'template']);
/** The elements that end a sentence for Pagefind or weigh more, and a line break, which is a space; of all others the text will do. */
const SENTENCES = new Set(['article', 'br', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'p', 'section', 'td', 'ul']);
const TOLD = ['data-pagefind-body', 'data-pagefind-weight'];

/** What is read of the text in an element: nothing yet, all, the title of the page, or nothing whatever stands in it. */
type Reading = 'no' | 'yes' | 'title' | 'never';

function readingOf(name: string, attributes: Record<string, string>, around: Reading): Reading {
  if (around === 'never' || UNREAD_ELEMENTS.has(name) || UNREAD.some((unread) => unread in attributes)) return 'never';
  if (name === 'title') return 'title';
  return 'data-pagefind-body' in attributes ? 'yes' : around;
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** How an element starts and ends for the index; one that tells it nothing is no more than its text. */
function sentTags(name: string, attributes: Record<string, string>): [start: string, end: string] {
  const told = TOLD.filter((attribute) => attribute in attributes).map((attribute) => ` ${attribute}="${attributes[attribute]}"`);
  if (told.length === 0 && !SENTENCES.has(name)) return ['', ''];
  return [`<${name}${told.join('')}>`, name === 'br' ? '' : `</${name}>`];
}

/** Takes what the index is given of a page, piece by piece. Between elements Pagefind puts nothing: without a space a heading would run into what follows. */
function sending() {
  let [html, between] = ['', ''];
  return {
    tag: (tag: string, after = ' ') => {
      html += between + tag;
      between = after;
    },
    text: (text: string) => {
      html += escape(text);
      between = '';
    },
    html: () => html,
  };
}

/** Reads a page; undefined when no part of it is meant for the index. */
export function readPage(html: string): Page | undefined {
  const found = { text: '', zoekwoorden: '', subject: '', isIndexed: false };
  const sent = sending();
  const open: { reading: Reading; end: string }[] = [{ reading: 'no', end: '' }];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const { name: kind, content = '' } = attributes;
      const around = open.at(-1)!.reading;
      const reading = readingOf(name, attributes, around);
      const [start, end] = sentTags(name, attributes);
      open.push({ reading, end });
      if (reading === 'yes') sent.tag(start);
      // What is left out may stand between elements as well as within a word.
      else if (around === 'yes') sent.tag('', '');
      found.text += ' ';
      found.isIndexed ||= reading === 'yes';
      if (name === 'meta' && kind === 'keywords') found.zoekwoorden = content;
      if ((name === 'meta' && kind === 'description') || reading === 'title') found.subject += ` ${content}`;
    },
    ontext: (text) => {
      const { reading } = open.at(-1)!;
      if (reading === 'yes') {
        found.text += text;
        sent.text(text);
      }
      if (reading === 'title') found.subject += text;
    },
    onclosetag: (name) => {
      const { reading, end } = open.pop()!;
      // A term in the text, which is a button, keeps its full stop.
      if (reading === 'yes') sent.tag(end, name === 'button' ? '' : ' ');
      else if (open.at(-1)!.reading === 'yes') sent.tag('');
      found.text += ' ';
    },
  });
  parser.end(html);
  const { isIndexed, ...page } = found;
  return isIndexed ? { ...page, html: sent.html() } : undefined;
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

const meta = (name: string, content: string) => (content === '' ? '' : `<meta data-pagefind-meta="${name}[content]" content="${escape(content)}">`);
/** Words as they are asked for. */
const plain = (words: readonly string[]) => words.map((text) => fold(text).replace(/[^a-z0-9 ,-]/g, '')).join(', ');

/** What the index reads of a page, and no visitor loads: its text, and its terms in the head. `shown` is what a result shows, for a site whose list of entries leaves that out. */
export function withTerms(
  { html, zoekwoorden }: Pick<Page, 'html' | 'zoekwoorden'>,
  { zoekzinnen, synoniemen, delen }: Terms & Pick<Said, 'zoekzinnen'>,
  shown: Readonly<Record<string, string>> = {},
): string {
  const terms = { zoekwoorden, zoekzinnen: plain(zoekzinnen), synoniemen: plain(synoniemen), delen: plain(delen), ...shown };
  const head = Object.entries(terms).map(([name, content]) => meta(name, content));
  return `<html><head>${head.join('')}</head><body>${html}</body></html>`;
}
