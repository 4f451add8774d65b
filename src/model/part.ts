/** An entry as a part of a longer document. */
import type { Algoritme, Casus } from './library.ts';

const parts = new WeakMap<Algoritme | Casus, Promise<string>>();

/** `html` of an entry with ids of its own, since a document may hold many; headings one level down, and nothing for the index. */
export const asPart = (html: string, code: string): string =>
  html
    .replace(/ (id|for|popovertarget|aria-labelledby|aria-describedby)="([^"]+)"/g, ` $1="${code}-$2"`)
    .replace(/ href="#([^"]+)"/g, ` href="#${code}-$1"`)
    .replace(/<(\/?)h([1-5])\b/g, (_, slash: string, level: string) => `<${slash}h${Number(level) + 1}`)
    .replaceAll(' data-pagefind-body', '');

/** The entry as a part. `render` gives its HTML, and is asked once: every entry stands in three documents. */
export function partOf(entry: Algoritme | Casus, render: () => Promise<string>): Promise<string> {
  const part = parts.get(entry) ?? render().then((html) => asPart(html, entry.data.code));
  parts.set(entry, part);
  return part;
}
