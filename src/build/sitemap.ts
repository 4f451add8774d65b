import { readFile } from 'node:fs/promises';
import type { AstroConfig, AstroIntegration } from 'astro';
import { absolute } from '../model/paths.ts';
import { foldersOf, putting } from './putting.ts';

const SITEMAP = '/sitemap.xml';
const ROBOTS = '/robots.txt';
const NOINDEX = '<meta name="robots" content="noindex"';
const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Whether a page may stand in the results of others: some ask to be left out. */
export const mayBeFound = (html: string): boolean => !html.includes(NOINDEX);

/** The map of the site at `site` with these pages, such as `/deel/1.html`. */
export function sitemapXml(site: string, paths: readonly string[]): string {
  const addresses = paths.map((path) => `<url><loc>${escape(absolute(site, path))}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${addresses.join('\n')}\n</urlset>\n`;
}

/**
 * Writes the sitemap, and names it in robots.txt, when the address of the site is known.
 * (@astrojs/sitemap knows pages by their route: it drops `.html` and cannot see which ask to be left out.)
 */
export function sitemap(): AstroIntegration {
  let config: AstroConfig;
  const found: string[] = [];
  return {
    name: 'werkvonken:sitemap',
    hooks: {
      'astro:config:done': (done) => {
        ({ config } = done);
      },
      'werkvonken:pagina': ({ name, html }) => {
        if (mayBeFound(html)) found.push(name);
      },
      'astro:build:done': async ({ dir }) => {
        const { site } = config;
        if (!site) return;
        const put = putting(foldersOf(config));
        put({ name: SITEMAP, content: sitemapXml(site, found.toSorted()) });
        put({ name: ROBOTS, content: `${await readFile(new URL(ROBOTS.slice(1), dir), 'utf8')}Sitemap: ${absolute(site, SITEMAP)}\n` });
      },
    },
  };
}
