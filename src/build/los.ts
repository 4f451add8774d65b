import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { bundle } from './bundle.ts';
import { governed } from './policy.ts';
import { stage } from './stages.ts';

const NAME = 'werkvonken.html';
/** From disk nothing may be fetched, not even from the folder beside it: all there is stands in the file. Its hashes come with those of every page. */
const POLICY = "default-src 'none'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'; script-src; style-src;";

/** Links to other entries lead to their place in the file; what is not in the file becomes plain text, and what only a site can do goes. */
export function linksWithin(html: string, codes: ReadonlyMap<string, string>): string {
  const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!));
  return html
    .replace(/<p\b[^>]*>\s*<a\b[^>]* href="[^"]*#erbij=[^"]*"[^>]*>[^<]*<\/a>\s*<\/p>/g, '')
    .replace(
      /<a\b([^>]*?) href="(\/[^"#]*)(?:#([^"]*))?"([^>]*)>([\s\S]*?)<\/a>/g,
      (_, before: string, path: string, fragment: string | undefined, after: string, text: string) => {
        const code = codes.get(path);
        if (!code) return text;
        const inside = `${code}-${fragment}`;
        return `<a${before} href="#${fragment && ids.has(inside) ? inside : code}"${after}>${text}</a>`;
      },
    );
}

/** The fonts that styles ask for as part of the file itself. */
async function fontsWithin(html: string, folder: string): Promise<string> {
  const fonts = new Map<string, string>();
  for (const [, path] of html.matchAll(/url\("(\/[^"]+\.woff2)"\)/g)) fonts.set(path!, (await readFile(join(folder, path!))).toString('base64'));
  return html.replace(/url\("(\/[^"]+\.woff2)"\)/g, (_, path: string) => `url("data:font/woff2;base64,${fonts.get(path)}")`);
}

/** The codes of all entries, by the address of their page. */
async function readCodes(folder: string): Promise<Map<string, string>> {
  const lists = await Promise.all(
    ['algoritmes', 'casussen'].map(async (naam) => JSON.parse(await readFile(join(folder, `data/${naam}.json`), 'utf8')) as { url: string; code: string }[]),
  );
  return new Map(lists.flat().map(({ url, code }) => [`/${url}`, code]));
}

/** The page with all it needs inside it. Throws with what it would still fetch. */
async function withinOneFile(page: string, folder: string): Promise<string> {
  const html = linksWithin(await fontsWithin(governed(page, POLICY), folder), await readCodes(folder));
  const script = `<script>${await bundle('los.ts')}</script>`;
  const whole = html.replace('</body>', (end) => script + end);
  const outside = [...whole.matchAll(/(?:href|src|action)="(?!#|https?:|mailto:)[^"]*"|url\((?!"?data:)[^)]*\)/g)].map(([found]) => found);
  if (outside.length > 0) throw new Error(`${NAME} verwijst naar buiten: ${[...new Set(outside)].join(', ')}`);
  return whole;
}

/** Makes the page with the whole library into a file that needs nothing beside it, and opens from disk with a double click. */
export function los(): AstroIntegration {
  return {
    name: 'werkvonken:los',
    hooks: {
      'astro:build:done': ({ dir, logger }) =>
        stage(logger, async () => {
          const folder = fileURLToPath(dir);
          const html = await withinOneFile(await readFile(join(folder, NAME), 'utf8'), folder);
          await writeFile(join(folder, NAME), html);
          return `${NAME} staat op zichzelf`;
        }),
    },
  };
}
