/** The pages of the build before this one: they still stand in `dist`, and `.build` keeps what they were drawn from and where they lead. */
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { digest } from '../kept.ts';
import type { Known } from './settle.ts';

/** A page as the file keeps it: names are numbers of the list of all names, since pages share most of them. */
interface Row {
  /** What it was drawn from. */
  key: string;
  /** Of its HTML: what stands in `dist` may have been changed since. */
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

/** A page as it will stand in the site, with what is known of it. */
export interface Page {
  html: string;
  known: Known;
}

export interface Earlier {
  /** The page called `name` as it was, when it was drawn from the same and is still there; or `made` now, and kept for the next build. */
  page: (name: string, key: string, make: () => Promise<Page>) => Promise<Page>;
  /** Keeps the pages that were asked for. */
  save: () => Promise<void>;
}

/** A list in which each name stands once, and the number of a name in it. */
function numbering(): { names: string[]; numberOf: (name: string) => number } {
  const numbers = new Map<string, number>();
  const names: string[] = [];
  return { names, numberOf: (name) => numbers.get(name) ?? (numbers.set(name, names.length), names.push(name) - 1) };
}

const digestOf = (html: string) => digest(html).slice(0, 32);

/** Opens what is known of the pages in `dist` of the project at `root`. Pages that were drawn `by` something else count as unknown. */
export async function openEarlier(root: URL, by: string): Promise<Earlier> {
  const file = new URL('.build/paginas.json', root);
  const nothing: Rows = { by, names: [], pages: {} };
  const before = await readFile(file, 'utf8').then(
    (text) => JSON.parse(text) as Rows,
    () => nothing,
  );
  const rows = before.by === by ? before : nothing;
  const { names, numberOf } = numbering();
  const pages: Rows['pages'] = {};
  const find = (name: string, key: string): Page | undefined => {
    const row = rows.pages[name];
    const file = new URL(`dist${name}`, root);
    if (row?.key !== key || !existsSync(file)) return undefined;
    // At once: by promises it takes fifty times as long, and nothing else is to be done.
    const html = readFileSync(file, 'utf8');
    const named = (numbers: number[]) => new Set(numbers.map((number) => rows.names[number]!));
    return digestOf(html) === row.digest ? { html, known: { ids: named(row.ids), addresses: named(row.addresses) } } : undefined;
  };
  return {
    page: async (name, key, make) => {
      const page = find(name, key) ?? (await make());
      const numbers = (some: ReadonlySet<string>) => Array.from(some, numberOf);
      pages[name] = { key, digest: digestOf(page.html), ids: numbers(page.known.ids), addresses: numbers(page.known.addresses) };
      return page;
    },
    save: async () => {
      await mkdir(new URL('.', file), { recursive: true });
      await writeFile(file, JSON.stringify({ by, names, pages } satisfies Rows));
    },
  };
}
