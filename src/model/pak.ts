/**
 * One edition of the site as one file, for a device to keep. Pages repeat each other, their styles above all: a piece
 * that more files hold stands in it once. First the pieces one after another, then a line of JSON; all of it gzipped.
 */
export interface Inhoud {
  /** How many bytes each piece has. */
  stukken: number[];
  /** Of every file its path, its type, and the pieces it is made of. */
  bestanden: [path: string, type: string, stukken: number[]][];
}

/** What one place of the site keeps on a device: the pages of an edition, what was opened of the rest, or the papers. */
export const cacheName = (scope: string, what: string): string => `werkvonken ${scope} ${what}`;

/** The address under which a file is kept: queries and fragments do not change a static page, and a server may hide `.html` or `index.html`. */
export function keyOf(address: string): string {
  const { origin, pathname } = new URL(address);
  const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
  return origin + (path.split('/').at(-1)!.includes('.') ? path : `${path}.html`);
}

/** The files in an unzipped edition. */
export function unpack(bytes: Uint8Array<ArrayBuffer>): { path: string; type: string; body: Blob }[] {
  const { stukken, bestanden } = JSON.parse(new TextDecoder().decode(bytes.subarray(bytes.lastIndexOf(10) + 1))) as Inhoud;
  let at = 0;
  const pieces = stukken.map((length) => bytes.subarray(at, (at += length)));
  return bestanden.map(([path, type, numbers]) => ({ path, type, body: new Blob(numbers.map((number) => pieces[number]!)) }));
}
