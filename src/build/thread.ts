/** What is done beside the rest, each in a thread of its own (see threads.ts): plain values go in and come out. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { IndexFile } from 'pagefind';
import type { Axes } from 'subset-font';
import { makeIndex } from './indexing.ts';
import { settleLinks } from './links.ts';

/** The typeface in `file` with these characters alone, in woff2. */
export async function cut({ file, characters, axes }: { file: string; characters: string; axes: Axes }): Promise<Uint8Array> {
  const { default: subsetFont } = await import('subset-font');
  return subsetFont(await readFile(file), characters, { targetFormat: 'woff2', variationAxes: axes, noHinting: true });
}

/** Settles the links in `folder` (see settleLinks). Returns how many files that changed, and every address that leads nowhere. */
export async function settle({ folder, site, unmade }: { folder: string; site?: string; unmade?: string }): Promise<{ count: number; broken: string[] }> {
  let count = 0;
  const write = (name: string, text: string) => {
    count += 1;
    // In one go: another thread may be reading the page.
    writeFileSync(join(folder, `${name}.half`), text);
    renameSync(join(folder, `${name}.half`), join(folder, name));
  };
  return { broken: await settleLinks(folder, write, site, unmade), count };
}

/** The files of the full-text index of the site in `folder`, with the subjects in the file `thesaurus`. */
export const index = ({ folder, thesaurus }: { folder: string; thesaurus: string }): Promise<IndexFile[]> => makeIndex(folder, readFileSync(thesaurus, 'utf8'));
