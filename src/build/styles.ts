/** Styles are half of a page, and the same on thousands: a page is drawn with their names, and gets them when it is settled. */
import type { HookParameters } from 'astro';
import { digest } from '../kept.ts';
import { remembered } from '../model/text.ts';
import { lettersOf } from './letters.ts';

/** A name reads as a comment, which nothing on its way to a page changes. */
const NAME = /\/\*stijlen [0-9a-f]{16}\*\//g;
const nameOf = (styles: string) => `/*stijlen ${digest(styles).slice(0, 16)}*/`;

/** The pages that Astro is about to draw, by their templates, each with its styles. */
export type Templates = HookParameters<'astro:build:setup'>['pages'];

/** Puts names for the styles that are written in the pages of these templates. Returns what gives the styles, in letters, for what then stands in a page. */
export function nameStyles(templates: Templates): (named: string) => string {
  const known = new Map<string, string>();
  for (const style of [...templates.values()].flatMap(({ styles }) => styles)) {
    if (style.sheet.type !== 'inline') continue;
    const { content } = style.sheet;
    known.set(nameOf(content), lettersOf(content));
    // Not in the sheet itself, which templates share.
    style.sheet = { type: 'inline', content: nameOf(content) };
  }
  return remembered((named) => named.replace(NAME, (name) => known.get(name) ?? name));
}
