/** The pages of the build before this one: they still stand in `dist`, and `.build` keeps what they were drawn from and where they lead. */
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { digest } from '../kept.ts';
import { type Names, numbering } from './names.ts';
import type { Final, Known } from './settle.ts';

/** A page as the file keeps it: names are numbers of the list of all names, since pages share most of them. */
interface Row {
  /** What it was drawn from. */
  key: string;
  /** Of its text: what stands in `dist` may have been changed since. */
  digest: string;
  ids: number[];
  addresses: number[];
}

interface Rows {
  /** A digest of all that every page is drawn with. */
  by: string;
  names: string[];
  pages: Record<string, Row>;
}

/** A page as it will stand in the site, or another text that has a key, with what is known of it. */
export interface Page extends Final {
  known: Known;
}

export interface Earlier {
  /** The names of the pages before, numbered; those of the pages now come with them. */
  names: Names;
  /** The page called `name` as it was, when it was drawn from the same and is still there; or made now, and kept for the next build. Without a `key` it is made every time. */
  page: (name: string, key: string | undefined, make: () => Promise<Page>) => Promise<Page>;
  /** Keeps the pages that were asked for. */
  save: () => Promise<void>;
}

const digestOf = (bytes: Uint8Array) => digest(bytes).slice(0, 32);

/** Opens what is known of the pages in `dist` of the project at `root`. Pages that were drawn `by` something else count as unknown. */
export async function openEarlier(root: URL, by: string): Promise<Earlier> {
  const file = new URL('.build/paginas.json', root);
  const nothing: Rows = { by, names: [], pages: {} };
  const before = await readFile(file, 'utf8').then(
    (text) => JSON.parse(text) as Rows,
    () => nothing,
  );
  const rows = before.by === by ? before : nothing;
  const names = numbering(rows.names);
  const pages: Rows['pages'] = {};
  const find = (name: string, key: string | undefined): Page | undefined => {
    const row = rows.pages[name];
    const file = new URL(`dist${name}`, root);
    if (!row || row.key !== key || !existsSync(file)) return undefined;
    // At once: by promises it takes fifty times as long, and nothing else is to be done.
    const bytes = readFileSync(file);
    return digestOf(bytes) === row.digest ? { bytes, known: { ids: Uint32Array.from(row.ids), addresses: Uint32Array.from(row.addresses) } } : undefined;
  };
  return {
    names,
    page: async (name, key, make) => {
      const page = find(name, key) ?? (await make());
      const { ids, addresses } = page.known;
      if (key !== undefined) pages[name] = { key, digest: digestOf(page.bytes), ids: [...ids], addresses: [...addresses] };
      return page;
    },
    save: async () => {
      await mkdir(new URL('.', file), { recursive: true });
      await writeFile(file, JSON.stringify({ by, names: [...names.all], pages } satisfies Rows));
    },
  };
}
