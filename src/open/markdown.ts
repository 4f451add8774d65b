/** Pieces of Markdown that cards and cases share. */
import { FOOTNOTE } from '../model/text.ts';
import { writeYaml } from '../model/yaml.ts';
import type { Bron } from '../schema/casus.ts';
import { LICENTIE_URL } from '../site.ts';

/** What Markdown would take for a mark of its own, in a text that was written as plain words. Only what can occur at that spot is escaped, so that it stays readable. */
export const plain = (text: string): string => text.replace(/[\\`*_<[\]]/g, '\\$&').replace(/^(\s*)([#>+-]|\d+\.)(?=\s)/, '$1\\$2');

export const heading = (text: string, level = 2): string => `${'#'.repeat(level)} ${plain(text)}`;
export const bullets = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');
export const numbers = (items: readonly string[]): string => items.map((item, index) => `${index + 1}. ${item}`).join('\n');

/** A link to the Markdown of another entry: all of them lie one folder deep. */
export const linkTo = (path: string, text: string): string => `[${plain(text)}](..${path})`;

/** Links in a text as they read in a file one folder deep: to the Markdown of an entry, to the page for all else. */
const withRelativeLinks = (body: string): string =>
  body.replace(/\]\((\/[^)\s]*)\)/g, (_, path: string) => `](..${path.replace(/^(\/(?:algoritmes|casussen)\/[^#]+)\.html/, '$1.md')})`);

/** Headings in the longer text come a level under that of the part it stands in. */
const lowerHeadings = (body: string): string => body.replace(/^(#{2,5}) /gm, '#$1 ');

export const longText = (body: string): string => lowerHeadings(withRelativeLinks(body)).trim();

/** Every source that `body` names, as footnotes in the order of the list. */
export function footnotes(bronnen: readonly Bron[], body: string): string {
  const used = new Set([...body.matchAll(new RegExp(FOOTNOTE, 'gu'))].map(([, id]) => id));
  const written = ({ id, titel, uitgever, jaar, url }: Bron) => `[^${id}]: *${plain(titel)}*. ${[plain(uitgever), jaar].filter(Boolean).join(', ')}. <${url}>`;
  return bronnen
    .filter(({ id }) => used.has(id))
    .map(written)
    .join('\n');
}

/** The whole file: fields that programs read above it, then the parts that are not empty, a blank line between. */
export function document(fields: Record<string, unknown>, parts: readonly string[]): string {
  return `---\n${writeYaml({ ...fields, taal: 'nl', licentie: LICENTIE_URL })}---\n\n${parts.filter(Boolean).join('\n\n')}\n`;
}
