/** Makes the files of a site final, one by one as they come: links that work from any folder, and of a page also its preloads and policy. */
import { rememberedOf } from '../model/text.ts';
import { type Change, mapCss, mapManifest, mapScript } from './addresses.ts';
import { mapHtml } from './html.ts';
import { lettersOf, ofLetters, textOf, toBytes, toLetters } from './letters.ts';
import type { Names } from './names.ts';
import { policyOf } from './policy.ts';
import { type Imports, withPreloads } from './preloads.ts';
import { isExternal, relativeAddress } from './relative.ts';

const NO_IDS: ReadonlySet<string> = new Set();
/** The page that a server gives at any depth. */
const LOST = '/404.html';

/** A file in letters, and the ids in it. */
interface Settled {
  ids: ReadonlySet<string>;
  letters: string;
}

/** What is kept of a file when the next is read: the numbers of its ids, and of the addresses in it as they stand in its source. */
export interface Known {
  ids: Uint32Array;
  addresses: Uint32Array;
}

/** What is known of the whole site when a file is made final: the numbers of names, what each script imports, where it will stand, and the styles of which a page holds the name. */
export interface Shared {
  names: Names;
  imports: Imports;
  site: string | undefined;
  written: (styles: string) => string;
}

/** A file as it will stand in the site; in letters as well, when it holds addresses. */
export interface Final {
  bytes: Uint8Array<ArrayBuffer>;
  letters?: string;
}

export interface Settler {
  /** Whether the file called `name` (`/deel/1.html`) still has to be settled. */
  awaits: (name: string) => boolean;
  /** The file called `name` with these bytes as it will stand in the site; one that holds no addresses stays as it is. */
  settle: (name: string, bytes: Uint8Array<ArrayBuffer>) => Final;
  /** What is known of a file since it was settled. */
  known: (name: string) => Known;
  /** Takes a file that was settled earlier. */
  know: (name: string, known: Known) => void;
  /** Every address in the settled files that leads to none of `files`, as `page → link`. What lies under the path `unmade` was not built this time and counts as there. */
  broken: (files: ReadonlySet<string>, unmade?: string) => string[];
}

/** A page gets its preloads and policy with its links. */
function settlePage(page: string, change: Change, name: string, { imports, written }: Shared): Settled {
  const { html, ids } = mapHtml(withPreloads(page, imports), change, { written, governing: (held) => policyOf(name, held) });
  return { ids, letters: html };
}

/** What holds addresses, by the end of its name. */
const SETTLES: Record<string, (letters: string, change: Change, name: string, shared: Shared) => Settled> = {
  html: settlePage,
  css: (letters, change) => ({ ids: NO_IDS, letters: mapCss(letters, ofLetters(change)) }),
  js: (letters, change) => ({ ids: NO_IDS, letters: mapScript(letters, ofLetters(change)) }),
  webmanifest: (letters, change) => ({ ids: NO_IDS, letters: lettersOf(mapManifest(textOf(letters), change)) }),
};

const settlesOf = (name: string) => SETTLES[name.slice(name.lastIndexOf('.') + 1)];
const NOTHING: Known = { ids: new Uint32Array(), addresses: new Uint32Array() };

/** Whether `link` on the page `from` leads to a file, and to a place in it by `hasId`. */
function resolves(link: string, from: string, files: ReadonlySet<string>, hasId: (path: string, id: string) => boolean): boolean {
  const isPlace = (path: string, hash: string) => {
    const fragment = decodeURIComponent(hash.slice(1));
    // A fragment with `=` is no place in the page but what a script reads there, such as a meeting.
    return fragment === '' || fragment.includes('=') || !path.endsWith('.html') || hasId(path, fragment);
  };
  // One file may hold a hundred thousand links within it.
  if (link.startsWith('#')) return isPlace(from, link);
  const url = new URL(link, `https://x${from}`);
  const path = decodeURIComponent(url.pathname).replace(/\/$/, '/index.html');
  return files.has(path) && isPlace(path, url.hash);
}

/** How addresses read in the file `name`: from there on, but from the root of the server on the page that is given at any depth. */
function changeFor(name: string, site: string | undefined): Change {
  if (name !== LOST || !site) return (address) => relativeAddress(address, name);
  const prefix = new URL(site).pathname.replace(/\/$/, '');
  return (address) => (address.startsWith('/') && !isExternal(address) ? prefix + address : address);
}

/** Fewer ids than these are looked through; one file holds a place for everything, and has a set. */
const FEW = 100;

/** Settles the files of one site, and remembers of each where it leads and what may be led to. */
export function makeSettler(shared: Shared): Settler {
  const known = new Map<string, Known>();
  const { names } = shared;
  // By way of a list: to fill the numbers straight from what is iterated takes twice as long.
  const numbersOf = (found: Iterable<string>) => Uint32Array.from([...found].map((name) => names.numberOf(name)));
  const settle = (name: string, bytes: Uint8Array<ArrayBuffer>): Final => {
    const settles = settlesOf(name);
    if (!settles) {
      known.set(name, NOTHING);
      return { bytes };
    }
    const changed = new Map<string, string>();
    const change = changeFor(name, shared.site);
    // A page names the same addresses over and over.
    const once = (address: string) => changed.get(address) ?? changed.set(address, change(address)).get(address)!;
    const { ids, letters } = settles(toLetters(bytes), once, name, shared);
    known.set(name, { ids: numbersOf(ids), addresses: numbersOf(changed.keys()) });
    return { bytes: toBytes(letters), letters };
  };
  const home = shared.site?.replace(/\/$/, '');
  const internal = (address: string) => (home && address.startsWith(`${home}/`) ? address.slice(home.length) : address);
  const idsOf = rememberedOf(({ ids }: Known) => new Set(ids));
  const hasId = (path: string, id: string) => {
    const [of, number] = [known.get(path), names.find(id)];
    if (!of || number === undefined) return false;
    return of.ids.length < FEW ? of.ids.includes(number) : idsOf(of).has(number);
  };
  const broken = (files: ReadonlySet<string>, unmade?: string) => {
    const isGood = (address: string, name: string) => isExternal(address) || Boolean(unmade && address.startsWith(unmade)) || resolves(address, name, files, hasId);
    const everywhere = new Map<number, boolean>();
    const leads = (number: number, name: string) => {
      const address = internal(names.all[number]!);
      if (!address.startsWith('/')) return isGood(address, name);
      // From the root it leads to the same place on every page.
      if (!everywhere.has(number)) everywhere.set(number, isGood(address, '/'));
      return everywhere.get(number)!;
    };
    const found: string[] = [];
    for (const [name, { addresses }] of known) for (const number of addresses) if (!leads(number, name)) found.push(`${name} → ${names.all[number]}`);
    return found.sort();
  };
  return { awaits: (name) => Boolean(settlesOf(name)) && !known.has(name), settle, known: (name) => known.get(name)!, know: (name, of) => known.set(name, of), broken };
}
