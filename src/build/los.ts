import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { paths } from '../model/paths.ts';
import { bundle } from './bundle.ts';
import { readEntries } from './indexer.ts';
import { lettersOf, toBytes, toLetters } from './letters.ts';

/** A paragraph with a link that only a site can follow, or any link from the root. */
const LINK = /<p\b[^>]*>\s*<a\b[^>]* href="[^"]*#erbij=[^"]*"[^>]*>[^<]*<\/a>\s*<\/p>|<a\b([^>]*?) href="(\/[^"#]*)(?:#([^"]*))?"([^>]*)>([\s\S]*?)<\/a>/g;

/** Links to other entries lead to their place in the file; what is not in the file becomes plain text, and what only a site can do goes. */
export function linksWithin(html: string, codes: ReadonlyMap<string, string>): string {
  const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!));
  return html.replace(LINK, (_, before: string | undefined, path: string, fragment: string | undefined, after: string, text: string) => {
    // What only a site can do has the whole of its paragraph.
    if (before === undefined) return '';
    const code = codes.get(path);
    if (!code) return text;
    const inside = `${code}-${fragment}`;
    return `<a${before} href="#${fragment && ids.has(inside) ? inside : code}"${after}>${text}</a>`;
  });
}

/** The fonts that styles ask for as part of the file itself. */
async function fontsWithin(html: string, folder: string): Promise<string> {
  const fonts = new Map<string, string>();
  for (const [, path] of html.matchAll(/url\("(\/[^"]+\.woff2)"\)/g)) fonts.set(path!, (await readFile(join(folder, path!))).toString('base64'));
  return html.replace(/url\("(\/[^"]+\.woff2)"\)/g, (_, path: string) => `url("data:font/woff2;base64,${fonts.get(path)}")`);
}

const OUTSIDE = /(?:href|src|action)="(?!#|https?:|mailto:)[^"]*"|url\((?!"?data:)[^)]*\)/g;

/**
 * The page with the whole library as a file that needs nothing beside it, and opens from disk with a double click; its fonts and the list of entries stand in `folder`.
 * Throws with what it would still fetch.
 */
export async function withinOneFile(bytes: Uint8Array, folder: string): Promise<Uint8Array<ArrayBuffer>> {
  const page = toLetters(bytes);
  const [body, end] = [page.indexOf('<body'), page.lastIndexOf('</body>')];
  const head = await fontsWithin(page.slice(0, body), folder);
  // Search, which comes later, takes the addresses out of a long list.
  const codes = new Map((await readEntries(folder)).map(({ url, code }) => [`/${url}`, code]));
  const script = lettersOf(`<script>${await bundle('los.ts')}</script>`);
  // In pieces: it is large, and each change to the whole would copy it.
  const pieces = [head, linksWithin(page.slice(body, end), codes), script, page.slice(end)];
  const outside = pieces.flatMap((piece) => piece.match(OUTSIDE) ?? []);
  if (outside.length > 0) throw new Error(`${paths.los.slice(1)} verwijst naar buiten: ${[...new Set(outside)].join(', ')}`);
  return toBytes(pieces.join(''));
}
