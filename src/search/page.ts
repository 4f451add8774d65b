/** Reads a page of the site for the index: the words in it, and what Pagefind is given of it. */
import { escapeText } from 'entities';
import { Parser } from 'htmlparser2';

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
      html += escapeText(text);
      between = '';
    },
    html: () => html,
  };
}

/** Of no use to the index, and more than half of a page. */
const DRAWN = /<(style|script|svg)\b[^]*?<\/\1>/g;

/** What there is to read of a page: its head, and the element that holds its text. */
export function toRead(html: string): string {
  const page = html.replace(DRAWN, '');
  const mark = page.indexOf(' data-pagefind-body');
  if (mark < 0) return page;
  const start = page.lastIndexOf('<', mark);
  const [name] = /[a-z]+/.exec(page.slice(start, mark))!;
  return page.slice(0, page.indexOf('<body')) + page.slice(start, page.lastIndexOf(`</${name}>`));
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
