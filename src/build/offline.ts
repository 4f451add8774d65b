import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { bundle } from './bundle.ts';
import { beginPacking, LIMIT, type Opening, packWithin, type Site } from './pack.ts';
import { stage } from './stages.ts';

const PAK = 'offline.pak';
/** In development: takes away the worker that a built site left at this address, since that would go on showing the old pages. */
const NO_WORKER = `addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(registration.unregister().then(() => clients.matchAll()).then((pages) => pages.forEach((page) => page.navigate(page.url)))));`;

const hash = (content: Buffer | string) => createHash('sha256').update(content);

/** The files under `folder`, in order. */
async function siteIn(folder: string): Promise<Site> {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/').replace(/^\/+/, '')).sort();
  return { sizes: new Map(paths.map((path) => [path, statSync(join(folder, path)).size])), read: (path) => readFileSync(join(folder, path)) };
}

/** What takes a while and can be done beside other steps, as soon as all pages are drawn. */
interface Begun {
  /** The code of the worker. */
  worker: Promise<string>;
  packing?: Opening | undefined;
}

async function begin(folder: string): Promise<Begun> {
  const worker = bundle('worker.ts');
  // Whoever waits for it hears of it.
  worker.catch(() => {});
  return { worker, packing: beginPacking(await siteIn(folder)) };
}

/** The worker with this `code` for this edition. Its name changes with every byte of the edition or of the worker, so a browser sees that there is a new one. */
async function writeWorker(folder: string, bytes: Buffer, code: string): Promise<void> {
  const naam = hash(`${code}${hash(bytes).digest('hex')}`)
    .digest('hex')
    .slice(0, 16);
  const editie = { naam, pak: PAK, integrity: `sha256-${hash(bytes).digest('base64')}` };
  await writeFile(join(folder, 'sw.js'), `const EDITIE=${JSON.stringify(editie)};${code}\n`);
}

/** Packs the finished site in `folder` into one edition, which may have `begun`, and writes the worker that keeps it and the list of papers. Returns how much is in it. */
export async function writeEdition(folder: string, { worker, packing }: Begun = { worker: bundle('worker.ts') }): Promise<{ count: number; bytes: number }> {
  const site = await siteIn(folder);
  const { bytes, count } = await packWithin(site, LIMIT, packing);
  await writeFile(join(folder, PAK), bytes);
  await writeWorker(folder, bytes, await worker);
  const papieren = [...site.sizes].filter(([path]) => path.endsWith('.pdf'));
  await writeFile(join(folder, 'data/papieren.json'), JSON.stringify({ site: bytes.length, papieren }));
  return { count, bytes: bytes.length };
}

/** Makes the site work without a network. Comes after all that changes a page. */
export function offline(): AstroIntegration {
  let folder: string;
  let begun: Begun | undefined;
  return {
    name: 'werkvonken:offline',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use('/sw.js', (_, response) => {
          response.setHeader('content-type', 'text/javascript');
          response.end(NO_WORKER);
        });
      },
      'astro:config:done': ({ config }) => {
        folder = fileURLToPath(config.outDir);
      },
      // Beside the steps that come after it.
      'werkvonken:getekend': async () => {
        begun = await begin(folder);
      },
      'astro:build:done': ({ logger }) =>
        stage(logger, async () => {
          const { count, bytes } = await writeEdition(folder, begun);
          return `${count} bestanden, ${(bytes / 1e6).toFixed(2).replace('.', ',')} MB voor zonder internet`;
        }),
    },
  };
}
