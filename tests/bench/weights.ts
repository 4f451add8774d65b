/** `npm run bench -- weights [folder]`: what the pages weigh, the heaviest of each kind, with what search loads; raw, by gzip and by brotli. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DIST } from '../support.ts';
import { brotli } from './measure.ts';

const site = process.argv[2] ?? DIST;

interface Weight {
  name: string;
  raw: number;
  gzip: number;
  brotli: number;
}

async function weigh(name: string): Promise<Weight> {
  const content = await readFile(join(site, name));
  return { name, raw: content.length, gzip: gzipSync(content).length, brotli: brotli(content) };
}

/** A page with a folder of its own kind is one of many; a page at the top is a kind by itself. */
const kindOf = (name: string) => (name.includes('/') ? name.slice(0, name.lastIndexOf('/')) : name);

const names = (await readdir(site, { recursive: true }))
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.html$|^data\/.*\.(json|txt)$|^pagefind\/[^/]+\.\w+$|\.js$|\.woff2$/.test(name))
  .sort();
const kinds = Map.groupBy(names, (name) => (name.endsWith('.html') ? kindOf(name) : name));
const heaviest: Weight[] = [];
for (const group of kinds.values()) {
  const sizes = await Promise.all(group.map(async (name) => (await stat(join(site, name))).size));
  heaviest.push(await weigh(group[sizes.indexOf(Math.max(...sizes))]!));
}
const cell = (bytes: number) => (bytes / 1000).toFixed(1).padStart(10);
console.log(`${'kB, zwaarste van elke soort'.padEnd(64)}${['kaal', 'gzip', 'brotli'].map((head) => head.padStart(10)).join('')}`);
for (const { name, raw, gzip, brotli } of heaviest.toSorted((a, b) => b.brotli - a.brotli)) console.log(`${name.padEnd(64)}${[raw, gzip, brotli].map(cell).join('')}`);
