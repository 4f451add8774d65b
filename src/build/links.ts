import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { stage } from './stages.ts';

const ATTRIBUTES = new Set(['href', 'src', 'action', 'srcset', 'poster', 'data']);
const EXTERNAL = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

interface Page {
  ids: Set<string>;
  links: string[];
}

function collect(node: DefaultTreeAdapterTypes.Node, page: Page): Page {
  if ('attrs' in node) {
    for (const { name, value } of node.attrs) {
      if (name === 'id') page.ids.add(value);
      else if (name === 'srcset') page.links.push(...value.split(',').map((part) => part.trim().split(/\s+/)[0] ?? ''));
      else if (ATTRIBUTES.has(name)) page.links.push(value);
    }
  }
  if ('childNodes' in node) node.childNodes.forEach((child) => collect(child, page));
  return page;
}

/**
 * Every internal link of a built site that leads nowhere, as `page → link`.
 * `folder` is the built site; a link resolves when its file exists and its fragment is an id there.
 * What lies under the path `unmade` was not built this time and counts as there.
 */
export async function findBrokenLinks(folder: string, unmade?: string): Promise<string[]> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/').replace(/^\/*/, '/'));
  const files = new Set(names);
  const pages = new Map<string, Page>();
  for (const name of names.filter((candidate) => candidate.endsWith('.html'))) {
    pages.set(name, collect(parse(await readFile(join(folder, name), 'utf8')), { ids: new Set(), links: [] }));
  }
  return [...pages].flatMap(([name, { links }]) =>
    [...new Set(links)].filter((link) => !EXTERNAL.test(link) && !(unmade && link.startsWith(unmade)) && !resolves(link, name, files, pages)).map((link) => `${name} → ${link}`),
  );
}

function resolves(link: string, from: string, files: ReadonlySet<string>, pages: ReadonlyMap<string, Page>): boolean {
  const url = new URL(link, `https://x${from}`);
  const path = decodeURIComponent(url.pathname).replace(/\/$/, '/index.html');
  if (!files.has(path)) return false;
  const fragment = decodeURIComponent(url.hash.slice(1));
  // A fragment with `=` is no place in the page but what a script reads there, such as a meeting.
  return fragment === '' || fragment.includes('=') || (pages.get(path)?.ids.has(fragment) ?? true);
}

/** Fails the build when an internal link or fragment does not resolve, and names them all. Links to under `unmade` are left alone. */
export function links(unmade?: string): AstroIntegration {
  return {
    name: 'werkvonken:links',
    hooks: {
      'astro:build:done': ({ dir, logger }) =>
        stage(logger, async () => {
          const broken = await findBrokenLinks(fileURLToPath(dir), unmade);
          if (broken.length > 0) throw new Error(`Links die nergens heen gaan (${broken.length}):\n  ${broken.join('\n  ')}`);
          return 'gecontroleerd';
        }),
    },
  };
}
