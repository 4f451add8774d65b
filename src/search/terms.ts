/** What the build adds to each page for the index alone: words from the thesaurus and the parts of compounds; and the list of all words. */
import { type DefaultTreeAdapterTypes as Tree, parse } from 'parse5';
import { fold } from '../model/text.ts';
import { makeSplitter } from './compounds.ts';
import { isStopword, tokens } from './dutch.ts';
import type { Word } from './words.ts';

export interface Synoniem {
  term: string;
  ook: string[];
}

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

const attribute = (node: Tree.Element, name: string) => node.attrs.find((item) => item.name === name)?.value;

/** Reads a page; undefined when no part of it is meant for the index. */
export function readPage(html: string): Page | undefined {
  const texts: string[] = [];
  const page = { zoekwoorden: '', subject: '', zoekzinnen: [] };
  let isIndexed = false;
  const walk = (node: Tree.Node, inside: boolean): void => {
    if (node.nodeName === '#text' && inside) texts.push((node as Tree.TextNode).value);
    const element = 'attrs' in node ? (node as Tree.Element) : undefined;
    if (element && (UNREAD.some((name) => attribute(element, name) !== undefined) || ['script', 'style', 'svg'].includes(element.nodeName))) return;
    const here = inside || (element !== undefined && attribute(element, 'data-pagefind-body') !== undefined);
    isIndexed ||= here;
    if (element?.nodeName === 'meta') {
      if (attribute(element, 'name') === 'keywords') page.zoekwoorden = attribute(element, 'content') ?? '';
      if (attribute(element, 'name') === 'description') page.subject += ` ${attribute(element, 'content') ?? ''}`;
    }
    if (element?.nodeName === 'title') page.subject += ` ${element.childNodes.map((child) => ('value' in child ? child.value : '')).join('')}`;
    if ('childNodes' in node) node.childNodes.forEach((child) => walk(child, here));
  };
  walk(parse(html), false);
  return isIndexed ? { html, text: texts.join(' '), ...page } : undefined;
}

/** `text` as a row of words with spaces around each, so that a term can be looked up whole. */
const row = (text: string) => ` ${tokens(text).join(' ')} `;

/** The words of every group of which a term stands in what the page is about or in its search words. */
function synonymsFor({ zoekwoorden, subject }: Page, groups: readonly Synoniem[]): string[] {
  const about = row(`${subject} ${zoekwoorden}`);
  const fits = ({ term, ook }: Synoniem) => [term, ...ook].some((word) => about.includes(row(word)));
  return [...new Set(groups.filter(fits).flatMap(({ term, ook }) => [term, ...ook]))];
}

export interface Terms {
  synoniemen: string[];
  delen: string[];
}

export interface SearchTerms {
  /** Per page, in the order given. */
  pages: Terms[];
  /** Every word that the index holds, in alphabetical order; a page's place is the one in the order given. */
  words: Word[];
}

/** Works out the terms of all pages together: what counts as a part depends on the words of the whole site. */
export function searchTerms(pages: readonly Page[], groups: readonly Synoniem[]): SearchTerms {
  const words = pages.map(({ text, zoekwoorden, subject, zoekzinnen }) => new Set(tokens(`${text} ${zoekwoorden} ${subject} ${zoekzinnen.join(' ')}`)));
  const split = makeSplitter(new Set(words.flatMap((set) => [...set]).filter((word) => !isStopword(word))));
  const terms = pages.map((page, index) => ({ synoniemen: synonymsFor(page, groups), delen: [...new Set([...words[index]!].flatMap(split))].sort() }));
  const known = new Map<string, { count: number; asked: number[] }>();
  pages.forEach((page, place) => {
    const { synoniemen, delen } = terms[place]!;
    const asked = askedWords(page, synoniemen);
    for (const word of new Set([...words[place]!, ...asked, ...delen])) {
      if (isStopword(word) || word.length < 2) continue;
      const { count, asked: places } = known.get(word) ?? { count: 0, asked: [] };
      known.set(word, { count: count + 1, asked: asked.has(word) ? [...places, place] : places });
    }
  });
  return { pages: terms, words: [...known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([word, found]) => ({ word, ...found })) };
}

/** The words by which the editors expect a page to be asked. */
const askedWords = ({ zoekwoorden, zoekzinnen }: Page, synoniemen: readonly string[]) => new Set(tokens([zoekwoorden, ...zoekzinnen, ...synoniemen].join(' ')));

const escape = (text: string) => fold(text).replace(/[^a-z0-9 ,-]/g, '');
const meta = (name: string, words: readonly string[]) => (words.length === 0 ? '' : `<meta data-pagefind-meta="${name}[content]" content="${words.map(escape).join(', ')}">`);

/** The page with its terms in the head: what the index reads, and no visitor loads. `shown` is what a result shows, for a site whose list of entries leaves that out. */
export const withTerms = ({ html, zoekzinnen }: Page, { synoniemen, delen }: Terms, shown: Readonly<Record<string, string>> = {}): string =>
  html.replace(
    '</head>',
    () => `${meta('zoekzinnen', zoekzinnen)}${meta('synoniemen', synoniemen)}${meta('delen', delen)}${Object.entries(shown).map(([name, text]) => `<meta data-pagefind-meta="${name}[content]" content="${text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">`).join('')}</head>`,
  );
