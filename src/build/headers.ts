import { readFileSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { folderPolicies, policyTag } from './policies.ts';
import { caddy, type Hosting, hostHeaders, htaccess, nginx, nginxMaps } from './servers.ts';
import { stage } from './stages.ts';

/** The header files of a build, by their place in it. */
export const HEADER_FILES: Readonly<Record<string, (hosting: Hosting) => string>> = {
  _headers: hostHeaders,
  '.htaccess': htaccess,
  'server/nginx-http.conf': nginxMaps,
  'server/nginx.conf': nginx,
  'server/Caddyfile': caddy,
};

/** What the finished site in `folder` asks of its host. The policies of pages whose tags are `known`, by their path, are not read again. */
export async function readHosting(folder: string, site?: string, known: ReadonlyMap<string, string> = new Map()): Promise<Hosting> {
  const names = (await readdir(folder, { recursive: true })).map((name) => name.replaceAll('\\', '/')).sort();
  const pages: { path: string; html: string }[] = [];
  // Of a page nothing is kept but its policy: a large site does not fit in memory, nor may it be open all at once.
  for (const path of names.filter((name) => name.endsWith('.html'))) pages.push({ path, html: known.get(path) ?? policyTag(readFileSync(join(folder, path), 'utf8')) });
  const hashed = names.flatMap((name) => /^pagefind\/([^/]+\.pf_meta)$/.exec(name)?.[1] ?? []);
  return { policies: folderPolicies(pages), path: site ? new URL(site).pathname.replace(/\/$/, '') : '', hashed };
}

/** Writes the header files for servers and hosts. Comes after the policy of each page, which they repeat. */
export function headers(): AstroIntegration {
  let site: string | undefined;
  const tags = new Map<string, string>();
  // Pages share a few.
  const kinds = new Map<string, string>();
  return {
    name: 'werkvonken:headers',
    hooks: {
      'astro:config:done': ({ config }) => {
        ({ site } = config);
      },
      'werkvonken:pagina': ({ name, html }) => {
        const tag = policyTag(html);
        kinds.set(tag, kinds.get(tag) ?? tag);
        tags.set(name.slice(1), kinds.get(tag)!);
      },
      'astro:build:done': ({ dir, logger }) =>
        stage(logger, async () => {
          const folder = fileURLToPath(dir);
          const hosting = await readHosting(folder, site, tags);
          for (const [name, write] of Object.entries(HEADER_FILES)) {
            await mkdir(dirname(join(folder, name)), { recursive: true });
            await writeFile(join(folder, name), write(hosting));
          }
          return `${Object.keys(HEADER_FILES).length} bestanden voor servers`;
        }),
    },
  };
}
