/** What a result shows of why it was found. */
import { fold } from '../model/text.ts';
import { stem, tokens } from './dutch.ts';

/** Where a hit was found when its text does not show the words: in the search words, through the thesaurus, or inside a longer word. */
export interface Passage {
  /** Plain text with `<mark>` around the words found; empty when the text holds none of them. */
  html: string;
  /** Words by which the page was found that its text does not show. */
  via: string[];
}

/** A page as the index stores it. */
export interface Fragment {
  /** Its whole text. */
  content: string;
  excerpt: string;
  meta: Record<string, string>;
}

/** A stored page of the index starts with this mark; the rest is JSON. */
const FRAGMENT_MARK = 'pagefind_dcd';

/** Reads a page as the index stores it, once it is unzipped. Throws when it is not one. */
export const readFragment = <T extends object = Pick<Fragment, 'content' | 'meta'>>(text: string): T => JSON.parse(text.slice(FRAGMENT_MARK.length)) as T;

/** A page as the index stores it, before it is zipped. */
export const writeFragment = (page: object): string => FRAGMENT_MARK + JSON.stringify(page);

/** What a result shows, as the build put it in the index of a large site. */
export const toShown = ({ meta }: Fragment) => ({ url: meta['adres'] ?? '', code: meta['code'] ?? '', titel: meta['title'] ?? '', kern: meta['kern'] ?? '' });

/** The fields beside the text, nearest to the visitor first. */
const HIDDEN = ['zoekwoorden', 'zoekzinnen'];
/** What stands between two words or sentences in such a field: Pagefind writes a space for a line break, and keeps this one. A comma would stand against a word, and a word with a sign in it takes Pagefind many times as long: a tenth of its time. */
export const HIDDEN_BREAK = '\t';
/** Other editions may have been built when it was still a comma. */
const HIDDEN_BREAKS = /\t|, /;

const plain = (text: string) => fold(text).replace(/[^a-z0-9]+/g, ' ');

/** Whether the page shows each of `phrases`: the index also finds them in what no visitor sees. */
export const holds = ({ content, meta }: Fragment, phrases: readonly string[]): boolean =>
  phrases.every((phrase) => ` ${plain(`${meta['title'] ?? ''} . ${content}`)} `.includes(` ${plain(phrase).trim()} `));

/** An excerpt that marks what was asked for alone: Pagefind also marks what begins alike, such as buurman for buurt. Without `forms` all that it marks was asked for. */
function marked(excerpt: string, forms: readonly string[]): string {
  const isAsked = (word: string) => forms.some((form) => word.startsWith(form) || stem(word) === stem(form));
  return forms.length === 0 ? excerpt : excerpt.replace(/<mark>(.*?)<\/mark>/g, (mark, text: string) => (tokens(text).some(isAsked) ? mark : text));
}

/** The excerpt when it shows a word; otherwise the search words through which the page was found, or else the topics. */
export function toPassage({ excerpt, meta }: Fragment, forms: readonly string[], topics: readonly string[] = []): Passage {
  const html = marked(excerpt, forms);
  if (html.includes('<mark>')) return { html, via: [] };
  const words = HIDDEN.flatMap((name) => meta[name]?.split(HIDDEN_BREAKS) ?? []);
  const exact = words.filter((word) => forms.includes(fold(word)));
  const close = words.filter((word) => forms.some((form) => fold(word).includes(form.slice(0, Math.max(4, form.length - 2)))));
  const [found = []] = [exact, close, topics].filter(({ length }) => length > 0);
  return { html: '', via: [...new Set(found)].slice(0, 2) };
}
