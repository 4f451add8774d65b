/** Makes the files of a site final, one by one as they come: links that work from any folder, and of a page also its preloads, short scopes and policy. */
import { type Change, mapCss, mapManifest, mapScript } from './addresses.ts';
import { readHtml } from './html.ts';
import { withPolicy } from './policy.ts';
import { type Imports, withPreloads } from './preloads.ts';
import { isExternal, relativeAddress } from './relative.ts';
import { shortScopes } from './scopes.ts';

const NO_IDS: ReadonlySet<string> = new Set();
/** The page that a server gives at any depth. */
const LOST = '/404.html';

interface Read {
  ids: ReadonlySet<string>;
  map: (change: Change) => string;
}

/** What is kept of a file when the next is read. */
export interface Known {
  ids: ReadonlySet<string>;
  addresses: ReadonlySet<string>;
}

/** What is known of the whole site when a file is made final: what each script imports, the short names of scopes, and where it will stand. */
export interface Shared {
  imports: Imports;
  scopes: ReadonlyMap<string, string>;
  site: string | undefined;
}

export interface Settler {
  /** Whether the file called `name` (`/deel/1.html`) still has to be settled. */
  awaits: (name: string) => boolean;
  /** The file called `name` with this text as it will stand in the site. */
  settle: (name: string, text: string) => string;
  /** What is known of a file since it was settled. */
  known: (name: string) => Known;
  /** Takes a file that was settled earlier. */
  know: (name: string, known: Known) => void;
  /** Every address in the settled files that leads to none of `files`, as `page → link`. What lies under the path `unmade` was not built this time and counts as there. */
  broken: (files: ReadonlySet<string>, unmade?: string) => string[];
}

/** A page gets preloads, short scopes and its policy with its links: the policy names what stands there, and so comes last. */
function readPage(html: string, name: string, { imports, scopes }: Shared): Read {
  const { ids, map } = readHtml(shortScopes(withPreloads(html, imports), scopes));
  return { ids, map: (change) => withPolicy(map(change), name) };
}

/** What holds addresses, by the end of its name. */
const READERS: Record<string, (text: string, name: string, shared: Shared) => Read> = {
  html: readPage,
  css: (text) => ({ ids: NO_IDS, map: (change) => mapCss(text, change) }),
  js: (text) => ({ ids: NO_IDS, map: (change) => mapScript(text, change) }),
  webmanifest: (text) => ({ ids: NO_IDS, map: (change) => mapManifest(text, change) }),
};

const readerOf = (name: string) => READERS[name.slice(name.lastIndexOf('.') + 1)];

/** Keeps sets of names. A piece of a page would keep the whole of it in memory, and pages share most of their names: each is copied once. */
function keeper(): (names: ReadonlySet<string>) => ReadonlySet<string> {
  const copies = new Map<string, string>();
  const copyOf = (name: string) => {
    const copy = copies.get(name) ?? structuredClone(name);
    copies.set(copy, copy);
    return copy;
  };
  return (names) => new Set(Array.from(names, copyOf));
}

function resolves(link: string, from: string, files: ReadonlySet<string>, known: ReadonlyMap<string, Known>): boolean {
  const url = new URL(link, `https://x${from}`);
  const path = decodeURIComponent(url.pathname).replace(/\/$/, '/index.html');
  if (!files.has(path)) return false;
  const fragment = decodeURIComponent(url.hash.slice(1));
  const ids = known.get(path)?.ids;
  // A fragment with `=` is no place in the page but what a script reads there, such as a meeting.
  return fragment === '' || fragment.includes('=') || !path.endsWith('.html') || Boolean(ids?.has(fragment));
}

/** How addresses read in the file `name`: from there on, but from the root of the server on the page that is given at any depth. */
function changeFor(name: string, site: string | undefined): Change {
  if (name !== LOST || !site) return (address) => relativeAddress(address, name);
  const prefix = new URL(site).pathname.replace(/\/$/, '');
  return (address) => (address.startsWith('/') && !isExternal(address) ? prefix + address : address);
}

/** Settles the files of one site, and remembers of each where it leads and what may be led to. */
export function makeSettler(shared: Shared): Settler {
  const known = new Map<string, Known>();
  const kept = keeper();
  const know = (name: string, { ids, addresses }: Known) => known.set(name, { ids: kept(ids), addresses: kept(addresses) });
  const settle = (name: string, text: string) => {
    const { ids, map } = readerOf(name)!(text, name, shared);
    const addresses = new Set<string>();
    const change = changeFor(name, shared.site);
    const settled = map((address) => change(addresses.add(address) && address));
    know(name, { ids, addresses });
    return settled;
  };
  const home = shared.site?.replace(/\/$/, '');
  const internal = (address: string) => (home && address.startsWith(`${home}/`) ? address.slice(home.length) : address);
  const broken = (files: ReadonlySet<string>, unmade?: string) => {
    const isGood = (address: string, name: string) => isExternal(address) || Boolean(unmade && address.startsWith(unmade)) || resolves(address, name, files, known);
    return [...known].flatMap(([name, { addresses }]) => [...addresses].filter((address) => !isGood(internal(address), name)).map((address) => `${name} → ${address}`)).sort();
  };
  return { awaits: (name) => Boolean(readerOf(name)) && !known.has(name), settle, known: (name) => known.get(name)!, know, broken };
}
