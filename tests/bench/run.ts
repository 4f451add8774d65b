/**
 * `npm run bench`: everything that is measured, as tables, over the site in dist. `npm run bench -- weights load` runs those parts alone. What else stands there goes to them:
 * sizes to the build (`npm run bench -- build 128 1000`), and the folder of another built site to the others (`npm run bench -- weights load search /tmp/x/dist`).
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** In this order, from seconds to many minutes. */
const PARTS: Readonly<Record<string, string>> = {
  weights: 'weights.ts',
  quality: 'search/run.ts',
  load: 'load.ts',
  search: 'search/speed.ts',
  build: 'build.ts',
};

const words = process.argv.slice(2);
const [names, rest] = [words.filter((word) => word in PARTS), words.filter((word) => !(word in PARTS))];
const isSize = (word: string) => /^\d+$/.test(word);
const unknown = rest.filter((word) => !isSize(word) && !existsSync(word));
if (unknown.length > 0) {
  console.error(`Geen onderdeel en geen map: ${unknown.join(', ')}. De onderdelen zijn ${Object.keys(PARTS).join(', ')}.`);
  process.exit(1);
}
for (const name of names.length > 0 ? names : Object.keys(PARTS)) {
  console.log(`\n== ${name} ==`);
  const given = rest.filter((word) => isSize(word) === (name === 'build'));
  const { status } = spawnSync(process.execPath, [fileURLToPath(new URL(PARTS[name]!, import.meta.url)), ...given], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
