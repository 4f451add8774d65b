/** Files into one zip whose bytes depend on nothing but those files and the commit. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync } from 'fflate';

/** Files by their path, with forward slashes. */
export type Files = ReadonlyMap<string, Uint8Array>;

const inOrder = (files: Files) => [...files].sort(([a], [b]) => (a < b ? -1 : 1));

/** All files under `folder`, with `prefix` before their path. */
export async function readFolder(folder: string, prefix: string): Promise<Files> {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  return new Map(await Promise.all(paths.map(async (path) => [`${prefix}${path.slice(folder.length + 1).replaceAll('\\', '/')}`, await readFile(path)] as const)));
}

export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** A line per file, as `sha256sum -c` reads them. */
export const checksums = (files: Files): string =>
  inOrder(files)
    .map(([path, bytes]) => `${sha256(bytes)}  ${path}\n`)
    .join('');

/**
 * The zip of `files` in a folder of that name. fflate compresses in JavaScript: the zlib of Node gives other bytes on other processors.
 * A zip knows no time zones: noon on the day of the commit reads the same on every clock, where an hour may be skipped in spring.
 */
export function pack(files: Files, folder: string, time: Date): Uint8Array {
  const mtime = new Date(time.getUTCFullYear(), time.getUTCMonth(), time.getUTCDate(), 12);
  return zipSync(Object.fromEntries(inOrder(files).map(([path, bytes]) => [`${folder}/${path}`, bytes])), { level: 9, mtime });
}
