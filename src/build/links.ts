import { readFileSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type Change, mapCss, mapManifest, mapScript } from './addresses.ts';
import { readHtml } from './html.ts';
import { withPolicy } from './policy.ts';
import { type Imports, readImports, withPreloads } from './preloads.ts';
import { isExternal, relativeAddress } from './relative.ts';
import { shortScopes } from './scopes.ts';
import { stage } from './stages.ts';

const NO_IDS: ReadonlySet<string> = new Set();
/** The page that a server gives at any depth. */
const LOST = '/404.html';

interface Read {
  ids: ReadonlySet<string>;
  map: (change: Change) => string;
}

/** What is kept of a file when the next is read. */
interface Known {
  ids: ReadonlySet<string>;
  addresses: ReadonlySet<string>;
}

/** What is known of the whole site when a page is made final: what each script imports, and the short names that scopes have so far. */
interface Shared {
  imports: Imports;
  scopes: Map<string, string>;
}

/** A page gets preloads, short scopes and its policy with its links, since files are read and written once: the policy names what stands there, and so comes last. */
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

/** The names of all files in `folder`, from its root: `/deel/1.html`. */
async function fileNames(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length));
  return paths.map((path) => `/${path.replaceAll('\\', '/').replace(/^\/+/, '')}`).sort();
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

/**
 * Makes the addresses relative, and gives each page short scopes and its policy, in the built site in `folder`, which stands at `site` when that is known, and gives each file that changes to `write`.
 * Returns every address that leads nowhere, as `page → link`. What lies under the path `unmade` was not built this time and counts as there.
 */
export async function settleLinks(folder: string, write: (name: string, text: string) => void, site?: string, unmade?: string): Promise<string[]> {
  const names = await fileNames(folder);
  const files = new Set(names);
  const known = new Map<string, Known>();
  const kept = keeper();
  // In order, so that the same site gives scopes the same names.
  const shared: Shared = { imports: await readImports(folder), scopes: new Map() };
  for (const name of names.filter(readerOf)) {
    // One by one, and so without the cost of promises; but others have their turn, since the index is made meanwhile.
    await setImmediate();
    const text = readFileSync(join(folder, name), 'utf8');
    const { ids, map } = readerOf(name)!(text, name, shared);
    const addresses = new Set<string>();
    const change = changeFor(name, site);
    const settled = map((address) => change(addresses.add(address) && address));
    if (settled !== text) write(name, settled);
    known.set(name, { ids: kept(ids), addresses: kept(addresses) });
  }
  const home = site?.replace(/\/$/, '');
  const isGood = (address: string, name: string) => {
    const internal = home && address.startsWith(`${home}/`) ? address.slice(home.length) : address;
    return isExternal(internal) || Boolean(unmade && internal.startsWith(unmade)) || resolves(internal, name, files, known);
  };
  return [...known].flatMap(([name, { addresses }]) => [...addresses].filter((address) => !isGood(address, name)).map((address) => `${name} → ${address}`));
}

/** Makes the links of the finished site relative. Fails the build when one does not resolve, and names them all. Links to under `unmade` count as good. */
export function links(unmade?: string): AstroIntegration {
  let site: string | undefined;
  return {
    name: 'werkvonken:links',
    hooks: {
      'astro:config:done': ({ config }) => {
        ({ site } = config);
      },
      'astro:build:done': ({ dir, logger }) =>
        stage(logger, async () => {
          const folder = fileURLToPath(dir);
          let count = 0;
          const write = (name: string, text: string) => {
            count += 1;
            writeFileSync(join(folder, name), text);
          };
          const broken = await settleLinks(folder, write, site, unmade);
          if (broken.length > 0) throw new Error(`Links die nergens heen gaan (${broken.length}):\n  ${broken.join('\n  ')}`);
          return `${count} bestanden met relatieve links, korte namen voor stijlen en een eigen beleid`;
        }),
    },
  };
}
