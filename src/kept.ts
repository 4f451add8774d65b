/** What was made before is kept in `.build`, under a digest of all that it was made from: other words or other code have another digest, so nothing old can show. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';

export const digest = (...parts: readonly (string | Uint8Array)[]): string => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');

/** What npm installed, to the last package; without npm what was asked for. */
function installed(root: URL): Buffer {
  const file = new URL('node_modules/.package-lock.json', root);
  return readFileSync(existsSync(file) ? file : new URL('package.json', root));
}

/** A digest of `makers`, files of the project and folders of files (with a slash behind), and of every package. */
export function digestOfMakers(root: URL, makers: readonly string[]): string {
  const within = (folder: string) => (readdirSync(new URL(folder, root), { recursive: true }) as string[]).filter((name) => /\.\w+$/.test(name)).map((name) => folder + name);
  const names = makers.flatMap((maker) => (maker.endsWith('/') ? within(maker) : maker)).sort();
  return digest(...names.map((name) => readFileSync(new URL(name, root))), installed(root));
}

/** A folder of files that are made once. */
export interface Kept {
  /** The file that `make` fills, with this ending, now or in an earlier build; `from` is all that tells it from other files. Throws what `make` throws. */
  file: (from: string, ending: string, make: () => Promise<Uint8Array>) => Promise<URL>;
  /** Removes the files that were not asked for: they belong to words that have changed. */
  tidy: () => Promise<void>;
}

/** Opens the folder `.build/<name>/` of what `makers` make (see digestOfMakers). */
export async function openKept(root: URL, name: string, makers: readonly string[]): Promise<Kept> {
  const folder = new URL(`.build/${name}/`, root);
  await mkdir(folder, { recursive: true });
  const by = digestOfMakers(root, makers);
  const asked = new Set<string>();
  return {
    file: async (from, ending, make) => {
      const file = new URL(digest(by, from).slice(0, 32) + ending, folder);
      asked.add(basename(file.pathname));
      if (existsSync(file)) return file;
      // Under its own name only when it is whole: a build may be stopped at any time.
      const part = new URL(`${file.href}.half`);
      writeFileSync(part, await make());
      renameSync(part, file);
      return file;
    },
    tidy: async () => {
      for (const other of await readdir(folder)) if (!asked.has(other)) await rm(new URL(other, folder));
    },
  };
}

/** `make`, which remembers in `.build/<name>.json` what it gave for a text; `save` keeps what was asked for since. `makers` make it (see digestOfMakers). */
export async function remember<T>(
  root: URL,
  name: string,
  makers: readonly string[],
  make: (text: string) => T,
): Promise<{ recall: (text: string) => T; save: () => Promise<void> }> {
  const file = new URL(`.build/${name}.json`, root);
  const by = digestOfMakers(root, makers);
  const before = await readFile(file, 'utf8')
    .then((text) => JSON.parse(text) as { by: string; made: Record<string, T> })
    .catch(() => ({ by: '', made: {} }));
  const known = new Map(before.by === by ? Object.entries(before.made) : []);
  const asked = new Map<string, T>();
  return {
    recall: (text) => {
      const before = asked.get(text);
      if (before !== undefined) return before;
      const value = known.get(text) ?? make(text);
      asked.set(text, value);
      return value;
    },
    save: async () => {
      await mkdir(new URL('.', file), { recursive: true });
      await writeFile(file, JSON.stringify({ by, made: Object.fromEntries(asked) }));
    },
  };
}
