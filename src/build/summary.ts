import { statSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { countWarnings } from './log.ts';

/** What is counted of a finished site. */
export interface Totals {
  entries: number;
  pages: number;
  sheets: number;
  files: number;
  bytes: number;
}

/** Counts what stands in `folder`. */
export async function countSite(folder: string): Promise<Totals> {
  const entries = (JSON.parse(await readFile(join(folder, 'data/vindplaatsen.json'), 'utf8')) as unknown[]).length;
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((file) => file.isFile());
  let bytes = 0;
  for (const { parentPath, name } of files) bytes += statSync(join(parentPath, name)).size;
  const ending = (end: string) => files.filter(({ name }) => name.endsWith(end)).length;
  return { entries, pages: ending('.html'), sheets: ending('.pdf'), files: files.length, bytes };
}

/** The totals as a table in plain text. */
export function table({ entries, pages, sheets, files, bytes }: Totals, warnings: number): string {
  const megabytes = (bytes / 1e6).toFixed(1).replace('.', ',');
  const rows = [
    ['ingangen', entries],
    ['pagina’s', pages],
    ['papieren', sheets],
    ['bestanden', files],
    ['megabyte', megabytes],
    ['waarschuwingen', warnings],
  ];
  return rows.map(([name, value]) => `  ${String(name).padEnd(15)}${String(value).padStart(7)}`).join('\n');
}

/** Says at the end of a build what there is now. */
export function summary(): AstroIntegration {
  return {
    name: 'werkvonken:klaar',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => logger.info(`dit is er nu\n${table(await countSite(fileURLToPath(dir)), countWarnings())}`),
    },
  };
}
