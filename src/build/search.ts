import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';

/** Pagefind's ready-made interfaces: we draw our own, so they would only add weight to the site. */
const UNUSED = ['pagefind-ui.js', 'pagefind-ui.css', 'pagefind-modular-ui.js', 'pagefind-modular-ui.css', 'pagefind-component-ui.js', 'pagefind-component-ui.css', 'pagefind-highlight.js'];

const TYPES: Record<string, string> = { js: 'text/javascript', json: 'application/json', wasm: 'application/wasm' };

/** Writes the full-text index of the built site in `folder` to `folder/pagefind`. Throws with Pagefind's own errors. */
export async function writeIndex(folder: string): Promise<void> {
  const { index, errors } = await pagefind.createIndex({
    forceLanguage: 'nl',
    // Footnote numbers and the arrows back would stick to words in an excerpt.
    excludeSelectors: ['[data-footnote-ref]', '[data-footnote-backref]'],
  });
  const problems = [...errors];
  if (index) {
    problems.push(...(await index.addDirectory({ path: folder })).errors);
    problems.push(...(await index.writeFiles({ outputPath: join(folder, 'pagefind') })).errors);
  }
  await pagefind.close();
  if (problems.length > 0) throw new Error(`De zoekindex is niet gemaakt: ${problems.join('; ')}`);
  await Promise.all(UNUSED.map((name) => rm(join(folder, 'pagefind', name), { force: true })));
}

/** Indexes the finished site, and in development serves the index of the last build. */
export function search(): AstroIntegration {
  let root: URL;
  return {
    name: 'werkvonken:search',
    hooks: {
      'astro:config:setup': ({ config }) => {
        root = config.root;
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use('/pagefind', (request, response, next) => {
          const name = (request.url ?? '').split('?')[0] ?? '';
          if (!/^\/[\w./-]+$/.test(name) || name.includes('..')) return next();
          const file = fileURLToPath(new URL(`dist/pagefind${name}`, root));
          stat(file).then(
            () => {
              response.setHeader('content-type', TYPES[name.split('.').pop() ?? ''] ?? 'application/octet-stream');
              createReadStream(file).pipe(response);
            },
            () => next(),
          );
        });
      },
      'astro:build:done': ({ dir }) => writeIndex(fileURLToPath(dir)),
    },
  };
}
