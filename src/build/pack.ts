import { extname } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { createGzip } from 'node:zlib';
import type { Inhoud } from '../model/pak.ts';
import { OPEN_NAMEN } from '../schema/open.ts';
import { toBytes, toLetters } from './letters.ts';

export interface File {
  path: string;
  bytes: Buffer;
}

/** What a device is asked to keep after a first visit weighs at most this much, however large the site grows. */
export const LIMIT = 3_000_000;
/** What the index holds is zipped already, as pictures and typefaces are. */
const ZIPPED = /^pagefind\/.*(?<!\.js)$|\.(png|woff2)$/;
/** The least that a file may come to: text shrinks to a sixth or so. */
const leastOf = (path: string, size: number) => (ZIPPED.test(path) ? size : size / 12);
/** A list that grew to this size, as on a site of thousands of entries, is kept when it is opened: it would push out the rest. */
const LARGE = 2_000_000;

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

/** Not ahead of being opened: papers, pictures for elsewhere (the drawings of steps belong to their pages), what repeats whole pages, what others build on, and what only editors and machines read. */
const LATER = new RegExp(
  String.raw`^(papier|afdrukken|embed|beeld(?!/stroom)|data/schema)/|^data/(${[...OPEN_NAMEN, 'index', 'papieren'].join('|')})\.json$|^(werkvonken|redactie|404)\.html$|^(robots\.txt|llms\.txt|sw\.js)$`,
);
const KINDS = /\.(html|js|css|json|txt|svg|png|woff2|webmanifest|pagefind|pf_\w+)$/;
/** The frame of the site, then what search looks things up in, then the pages with their passages. The last goes first when all is too much. */
const GROUPS = [/^(?!pagefind\/)(?!.*\/.*\.html$)/, /^pagefind\/(?!fragment)/, /^pagefind\/fragment|\/.*\.html$/];

/** Pages and drawings are as they will stay when all are drawn, but for the page of search. What else there is, later steps of a build make or change. */
const isDrawn = (path: string) => /\.(html|svg)$/.test(path) && path !== 'zoeken.html';

/** Whether a device keeps this file before it is opened, if there is room. */
export const isAhead = (path: string): boolean => KINDS.test(path) && !LATER.test(path) && !path.startsWith('.');

/** A page falls apart at its styles, which it shares with others; any other file is one piece. */
function pieces({ path, bytes }: File): string[] {
  const text = toLetters(bytes);
  if (!path.endsWith('.html')) return [text];
  // A pattern that looks around tries every letter of every page.
  const cut = text.replaceAll('<style>', '\0<style>').replaceAll('</style>', '</style>\0');
  return cut.split('\0').filter(Boolean);
}

/** An edition in the making. */
export interface Packing {
  add: (file: File) => void;
  /** Zips what was added, beside whatever else is to be done. */
  zip: () => void;
  /** The edition, when nothing is added any more. */
  packed: () => Promise<Buffer>;
}

/** What is zipped comes back in pieces of this size: for each the thread that zips waits for this one, which may be busy. */
const CHUNK = 1_000_000;

/** Opens an edition without files. */
export function openPacking(): Packing {
  const gzip = createGzip({ level: 9, chunkSize: CHUNK });
  const zipped = buffer(gzip);
  const numbers = new Map<string, number>();
  const bestanden: Inhoud['bestanden'] = [];
  let waiting: Uint8Array[] = [];
  const numberOf = (piece: string) => {
    const known = numbers.get(piece);
    if (known !== undefined) return known;
    waiting.push(toBytes(piece));
    numbers.set(piece, numbers.size);
    return numbers.size - 1;
  };
  const zip = () => {
    gzip.write(Buffer.concat(waiting));
    waiting = [];
  };
  return {
    add: (file) => bestanden.push([file.path, TYPES[extname(file.path)] ?? 'application/octet-stream', pieces(file).map(numberOf)]),
    zip,
    packed: () => {
      const inhoud: Inhoud = { stukken: [...numbers.keys()].map(({ length }) => length), bestanden };
      waiting.push(Buffer.from(`\n${JSON.stringify(inhoud)}`));
      zip();
      gzip.end();
      return zipped;
    },
  };
}

/** The site that an edition is made of. */
export interface Site {
  /** The sizes of its files, by their paths. */
  sizes: ReadonlyMap<string, number>;
  read: (path: string) => Buffer;
}

/** The pages of an edition with as many `groups`, and apart what comes behind them; undefined when they cannot fit in `limit`, which need not be tried. */
function chosen({ sizes }: Site, limit: number, groups: number): { first: string[]; last: string[] } | undefined {
  const paths = [...sizes.keys()].filter((path) => isAhead(path) && sizes.get(path)! < LARGE && GROUPS.slice(0, groups).some((group) => group.test(path))).sort();
  if (paths.reduce((sum, path) => sum + leastOf(path, sizes.get(path)!), 0) > limit) return undefined;
  return { first: paths.filter(isDrawn), last: paths.filter((path) => !isDrawn(path)) };
}

const addAll = (packing: Packing, { read }: Site, paths: readonly string[]) => {
  for (const path of paths) packing.add({ path, bytes: read(path) });
  packing.zip();
  return packing;
};

/** An edition that was begun, with the files at its start: as much as is likely to fit. */
export interface Opening {
  first: readonly string[];
  packing: Packing;
}

/** Begins the edition of a site of which all pages are drawn. Undefined when not even its frame can fit. */
export function beginPacking(site: Site, limit = LIMIT): Opening | undefined {
  for (let groups = GROUPS.length; groups > 0; groups -= 1) {
    const paths = chosen(site, limit, groups);
    if (paths) return { first: paths.first, packing: addAll(openPacking(), site, paths.first) };
  }
  return undefined;
}

/** As much of the site as fits in `limit`, which may have `begun`: everything, or without the pages, or the frame alone. Returns the edition and how many files are in it. */
export async function packWithin(site: Site, limit = LIMIT, begun?: Opening): Promise<{ bytes: Buffer; count: number }> {
  let opened = begun;
  for (let groups = GROUPS.length; groups > 0; groups -= 1) {
    const paths = chosen(site, limit, groups);
    if (!paths) continue;
    const { first, last } = paths;
    const packing = opened?.first.join() === first.join() ? opened.packing : addAll(openPacking(), site, first);
    // It ends with what is tried now.
    opened = undefined;
    const bytes = await addAll(packing, site, last).packed();
    if (bytes.length <= limit) return { bytes, count: first.length + last.length };
  }
  return { bytes: await openPacking().packed(), count: 0 };
}
