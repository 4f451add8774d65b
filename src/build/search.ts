/** Search over the built site: when its index is made, what the list of entries and the search page know of it, and what a preview serves. */
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import Tinypool from 'tinypool';
import { paths } from '../model/paths.ts';
import { MOST_TITLED, type Vindplaats } from '../model/vindplaatsen.ts';
import { readList } from '../model/yaml.ts';
import type { Synoniem } from '../search/register.ts';
import type { Page } from '../search/terms.ts';
import { type Contents, keepPage, readContents } from './indexing.ts';
import { stage } from './stages.ts';

const ENTRIES = 'data/vindplaatsen.json';
const THESAURUS = 'content/synoniemen.yaml';
const TYPES: Record<string, string> = { js: 'text/javascript', json: 'application/json', txt: 'text/plain; charset=utf-8' };

const readEntries = async (folder: string) => JSON.parse(await readFile(join(folder, ENTRIES), 'utf8')) as Vindplaats[];

/**
 * Adds to each entry its name in the index, so that a result can be shown and counted before its page is loaded.
 * (Pagefind's own filters would do the counting, but it writes them in an order that differs from build to build.)
 */
async function nameEntries(folder: string, names: ReadonlyMap<string, string>): Promise<void> {
  const entries = await readEntries(folder);
  const left = entries.length > MOST_TITLED ? { url: '', titel: '', kern: '', naast: [] } : {};
  const named = entries.map((entry) => ({ ...entry, ...left, id: names.get(entry.url)! }));
  await writeFile(join(folder, ENTRIES), JSON.stringify(named));
}

/**
 * Names on the search page in `folder` what Pagefind asks for one after the other, so that it comes at once; at the end, behind what the page itself needs.
 * (What it asks for first has the time in its address, and cannot be named.)
 */
async function preloadIndex(folder: string): Promise<void> {
  const meta = (await readdir(join(folder, 'pagefind'))).filter((name) => name.endsWith('.pf_meta'));
  const fetched = ['wasm.nl.pagefind', ...meta].map((name) => `<link rel="preload" as="fetch" crossorigin="anonymous" fetchpriority="low" href="pagefind/${name}">`);
  const page = join(folder, paths.zoeken);
  const html = await readFile(page, 'utf8');
  await writeFile(
    page,
    html.replace('</body>', () => `<link rel="modulepreload" fetchpriority="low" href="pagefind/pagefind.js">${fetched.join('')}</body>`),
  );
}

/** In development: serves the index of the last build. */
function lastIndex(root: URL) {
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const name = (request.url ?? '').split('?')[0]!.slice(1);
    if (!/^(pagefind\/[\w./-]+|data\/vindplaatsen\.json|data\/woorden\.txt)$/.test(name) || name.includes('..')) return next();
    const file = fileURLToPath(new URL(`dist/${name}`, root));
    stat(file).then(
      () => {
        response.setHeader('content-type', TYPES[name.split('.').pop()!] ?? 'application/octet-stream');
        createReadStream(file).pipe(response);
      },
      () => next(),
    );
  };
}

/** Indexes the site: begins when all entries are drawn, works while the other pages are, and writes the index at the end. */
export function search(): AstroIntegration {
  let root: URL;
  const pages = new Map<string, Page>();
  let names: Promise<Map<string, string>>;
  return {
    name: 'werkvonken:search',
    hooks: {
      'astro:config:setup': ({ config }) => {
        root = config.root;
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(lastIndex(root));
      },
      'werkvonken:pagina': ({ name, html }) => {
        const page = /^\/(algoritmes|casussen)\//.test(name) && keepPage(html);
        if (page) pages.set(name.slice(1), page);
      },
      'werkvonken:ingangen': async (folder) => {
        const groups = readList<Synoniem>(await readFile(new URL(THESAURUS, root), 'utf8'));
        const { entries, found, terms } = await readContents(folder, await readEntries(folder), pages, groups);
        const pool = new Tinypool({ filename: new URL('indexer.ts', import.meta.url).href, minThreads: 0, maxThreads: 1 });
        // What the pages say has become their terms, and need not travel.
        const contents: Contents = { entries, found: found.map((page) => ({ ...page, text: '' })), terms };
        names = pool.run({ folder, contents }).finally(() => pool.destroy()) as typeof names;
        // Whoever waits for it hears of it.
        names.catch(() => {});
      },
      'astro:build:done': ({ dir, logger }) =>
        stage(logger, async () => {
          const folder = fileURLToPath(dir);
          await nameEntries(folder, await names);
          await preloadIndex(folder);
          return `zoekindex van ${pages.size} ingangen`;
        }),
    },
  };
}
