/** Search over the built site: when its index is made, what the list of entries and the search page know of it, and what a preview serves. */
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import { paths } from '../model/paths.ts';
import { MOST_TITLED } from '../model/vindplaatsen.ts';
import { toRead } from '../search/page.ts';
import { ENTRIES, type Indexer, openIndexer, readEntries } from './indexer.ts';
import { foldersOf } from './putting.ts';
import { stage } from './stages.ts';

const THESAURUS = 'content/synoniemen.yaml';
const TYPES: Record<string, string> = { js: 'text/javascript', json: 'application/json', txt: 'text/plain; charset=utf-8' };

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

/** Indexes the site: reads the pages of entries as they are drawn, makes the index while the others are, and waits for it at the end. */
export function search(): AstroIntegration {
  let config: AstroConfig;
  let indexer: Indexer;
  let names: Promise<Map<string, string>>;
  return {
    name: 'werkvonken:search',
    hooks: {
      'astro:config:done': (done) => {
        ({ config } = done);
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(lastIndex(config.root));
      },
      'astro:build:start': () => {
        indexer = openIndexer({ folders: foldersOf(config), thesaurus: fileURLToPath(new URL(THESAURUS, config.root)) });
      },
      'werkvonken:gegevens': () => indexer.begin(),
      'werkvonken:pagina': ({ name, html }) => {
        if (/^\/(algoritmes|casussen)\//.test(name)) indexer.add({ url: name.slice(1), letters: toRead(html) });
      },
      'werkvonken:ingangen': () => {
        names = indexer.index();
      },
      'astro:build:done': ({ dir, logger }) =>
        stage(logger, async () => {
          const folder = fileURLToPath(dir);
          const named = await names;
          await nameEntries(folder, named);
          await preloadIndex(folder);
          return `zoekindex van ${named.size} ingangen`;
        }),
    },
  };
}
