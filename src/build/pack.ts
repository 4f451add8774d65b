import { extname } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { createGzip } from 'node:zlib';
import type { Inhoud } from '../model/pak.ts';
import { OPEN_NAMEN } from '../schema/open.ts';

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

/** What search makes or adds to when all pages are there. */
const LAST = /^(pagefind\/|zoeken\.html$|data\/vindplaatsen\.json$)/;

/** Whether a device keeps this file before it is opened, if there is room. */
export const isAhead = (path: string): boolean => KINDS.test(path) && !LATER.test(path) && !path.startsWith('.');

/** A page falls apart at its styles, which it shares with others; any other file is one piece. */
function pieces({ path, bytes }: File): string[] {
  const text = bytes.toString('latin1');
  if (!path.endsWith('.html')) return [text];
  // A pattern that looks around tries every letter of every page.
  const cut = text.replaceAll('<style>', '\0<style>').replaceAll('</style>', '</style>\0');
  return cut.split('\0').filter(Boolean);
}

/** An edition in the making. */
export interface Packing {
  add: (file: File) => void;
  /** The edition, when nothing is added any more. */
  packed: () => Promise<Buffer>;
}

/** Zips files as they come, beside whatever else is to be done. */
export function openPacking(): Packing {
  const zip = createGzip({ level: 9 });
  const zipped = buffer(zip);
  const numbers = new Map<string, number>();
  const bestanden: Inhoud['bestanden'] = [];
  const numberOf = (piece: string) => {
    if (!numbers.has(piece)) zip.write(Buffer.from(piece, 'latin1'));
    return numbers.get(piece) ?? numbers.set(piece, numbers.size).get(piece)!;
  };
  return {
    add: (file) => bestanden.push([file.path, TYPES[extname(file.path)] ?? 'application/octet-stream', pieces(file).map(numberOf)]),
    packed: () => {
      const inhoud: Inhoud = { stukken: [...numbers.keys()].map(({ length }) => length), bestanden };
      zip.end(`\n${JSON.stringify(inhoud)}`);
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

/** The files of an edition with as many `groups`, in its order; undefined when they cannot fit in `limit`, which need not be tried. */
function chosen({ sizes }: Site, limit: number, groups = GROUPS.length): string[] | undefined {
  const paths = [...sizes.keys()].filter((path) => isAhead(path) && sizes.get(path)! < LARGE && GROUPS.slice(0, groups).some((group) => group.test(path)));
  if (paths.reduce((sum, path) => sum + leastOf(path, sizes.get(path)!), 0) > limit) return undefined;
  const [last, first] = [paths.filter((path) => LAST.test(path)).sort(), paths.filter((path) => !LAST.test(path)).sort()];
  return [...first, ...last];
}

/** Begins the edition of a site of which all is there but what search makes. Undefined when that alone cannot fit. */
export function beginPacking(site: Site, limit = LIMIT): Packing | undefined {
  const first = chosen(site, limit)?.filter((path) => !LAST.test(path));
  if (!first) return undefined;
  const packing = openPacking();
  for (const path of first) packing.add({ path, bytes: site.read(path) });
  return packing;
}

/** As much of the site as fits in `limit`: everything, which may have `begun`, or without the pages, or the frame alone. Returns the edition and how many files are in it. */
export async function packWithin(site: Site, limit = LIMIT, begun = beginPacking(site, limit)): Promise<{ bytes: Buffer; count: number }> {
  for (let groups = GROUPS.length; groups > 0; groups -= 1) {
    const paths = chosen(site, limit, groups);
    if (!paths) continue;
    const isBegun = begun && groups === GROUPS.length;
    const packing = isBegun ? begun : openPacking();
    for (const path of paths) if (!isBegun || LAST.test(path)) packing.add({ path, bytes: site.read(path) });
    const bytes = await packing.packed();
    if (bytes.length <= limit) return { bytes, count: paths.length };
  }
  return { bytes: await openPacking().packed(), count: 0 };
}
