/** What a result shows of why it was found. */
import { fold } from '../model/text.ts';

/** Where a hit was found when its text does not show the words: in the search words, through the thesaurus, or inside a longer word. */
export interface Passage {
  /** Plain text with `<mark>` around the words found; empty when the text holds none of them. */
  html: string;
  /** Words by which the page was found that its text does not show. */
  via: string[];
}

/** A page as the index stores it. */
export interface Fragment {
  excerpt: string;
  meta: Record<string, string>;
}

/** What a result shows, as the build put it in the index of a large site. */
export const toShown = ({ meta }: Fragment) => ({ url: meta['adres'] ?? '', code: meta['code'] ?? '', titel: meta['title'] ?? '', kern: meta['kern'] ?? '' });

/** The fields beside the text, nearest to the visitor first. */
const HIDDEN = ['zoekwoorden', 'zoekzinnen', 'synoniemen'];
export const NO_PASSAGE: Passage = { html: '', via: [] };

/** The excerpt when it shows a word; otherwise the search words or synonyms through which the page was found. */
export function toPassage({ excerpt, meta }: Fragment, forms: readonly string[]): Passage {
  if (excerpt.includes('<mark>')) return { html: excerpt, via: [] };
  const words = HIDDEN.flatMap((name) => meta[name]?.split(', ') ?? []);
  const found = words.filter((word) => forms.some((form) => fold(word).includes(form.slice(0, Math.max(4, form.length - 2)))));
  return { html: '', via: [...new Set(found)].slice(0, 2) };
}
