import { gzipSync } from 'node:zlib';
import { extname } from 'node:path';
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

/** These files as an edition, zipped. */
export function pack(files: readonly File[]): Buffer {
  const numbers = new Map<string, number>();
  const numberOf = (piece: string) => {
    if (!numbers.has(piece)) numbers.set(piece, numbers.size);
    return numbers.get(piece)!;
  };
  const bestanden = files.map((file): Inhoud['bestanden'][number] => [file.path, TYPES[extname(file.path)] ?? 'application/octet-stream', pieces(file).map(numberOf)]);
  const stukken = [...numbers.keys()].map((piece) => Buffer.from(piece, 'latin1'));
  const inhoud: Inhoud = { stukken: stukken.map(({ length }) => length), bestanden };
  return gzipSync(Buffer.concat([Buffer.from(`${JSON.stringify(inhoud)}\n`), ...stukken]), { level: 9 });
}

/** As much of the site as fits in `limit`: everything, or without the pages, or the frame alone. Returns the edition and how many files are in it. */
export function packWithin(paths: readonly string[], sizeOf: (path: string) => number, read: (path: string) => Buffer, limit = LIMIT): { bytes: Buffer; count: number } {
  for (let groups = GROUPS.length; groups > 0; groups -= 1) {
    const chosen = paths.filter((path) => isAhead(path) && sizeOf(path) < LARGE && GROUPS.slice(0, groups).some((group) => group.test(path))).toSorted();
    // What cannot fit need not be tried.
    if (chosen.reduce((sum, path) => sum + leastOf(path, sizeOf(path)), 0) > limit) continue;
    const bytes = pack(chosen.map((path) => ({ path, bytes: read(path) })));
    if (bytes.length <= limit) return { bytes, count: chosen.length };
  }
  return { bytes: pack([]), count: 0 };
}
