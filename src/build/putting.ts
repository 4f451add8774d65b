/** Puts files in the site that is built: what is the same in the site before it is linked rather than written, since making a file takes most of the time. */
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig } from 'astro';

export interface File {
  /** Its place in the site, such as `/deel/1.html`. */
  name: string;
  content: string | Uint8Array;
}

/** The folder that a site is built in, and that of the site which it will take the place of. */
export interface Folders {
  folder: string;
  before: string;
}

export const foldersOf = ({ root, outDir }: AstroConfig): Folders => ({ folder: fileURLToPath(outDir), before: fileURLToPath(new URL('dist/', root)) });

/** Whether `bytes` stood in the file `before`, which then stands at `path` as well. (Not every disk can do that.) */
function isLinked(before: string, path: string, bytes: Uint8Array): boolean {
  try {
    if (!existsSync(before) || !readFileSync(before).equals(bytes)) return false;
    linkSync(before, path);
    return true;
  } catch {
    return false;
  }
}

/** Gives what puts a file in the site, with the folders it stands in. It is as it will stay: whoever changes it later would change it in the site before as well. */
export function putting({ folder, before }: Folders): (file: File) => void {
  const made = new Set<string>();
  return ({ name, content }) => {
    const path = join(folder, name);
    const parent = dirname(path);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    // What stands there may be linked from before.
    rmSync(path, { force: true });
    if (!isLinked(join(before, name), path, bytes)) writeFileSync(path, bytes);
  };
}
