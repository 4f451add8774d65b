import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { stage } from './stages.ts';

/** `html` with the scopes of its styles under names of a few letters. `names` holds those given before, and gets the new ones: pages that share a style go on sharing it to the letter. */
export function shortScopes(html: string, names: Map<string, string>): string {
  return html.replace(/data-astro-cid-[a-z0-9]+/g, (scope) => {
    if (!names.has(scope)) names.set(scope, `data-${names.size.toString(36)}`);
    return names.get(scope)!;
  });
}

/** Shortens the scopes of styles on every page: they stand on every element, and made up a sixth of the whole site. */
export function scopes(): AstroIntegration {
  return {
    name: 'werkvonken:scopes',
    hooks: {
      'astro:build:done': ({ dir, logger }) =>
        stage(logger, async () => {
          const folder = fileURLToPath(dir);
          const names = new Map<string, string>();
          const pages = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.html')).sort();
          // In order and one by one, so that the same site gets the same names.
          for (const page of pages) await writeFile(join(folder, page), shortScopes(await readFile(join(folder, page), 'utf8'), names));
          return `${names.size} korte namen voor stijlen`;
        }),
    },
  };
}
