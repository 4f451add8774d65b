/**
 * `npm run bench`: everything that is measured, as tables, over the site in dist. `npm run bench -- weights load` runs those parts alone; numbers
 * behind the names are sizes for the build: `npm run bench -- build 128 1000`.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** In this order, from seconds to many minutes. */
const PARTS: Readonly<Record<string, string>> = {
  weights: 'weights.ts',
  quality: 'search/run.ts',
  load: 'load.ts',
  search: 'search/speed.ts',
  build: 'build.ts',
};
/** The library as it is. */
const SIZES = ['128'];

const [names, sizes] = [process.argv.slice(2).filter((word) => !/^\d+$/.test(word)), process.argv.slice(2).filter((word) => /^\d+$/.test(word))];
const unknown = names.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`Geen onderdeel: ${unknown.join(', ')}. Kies uit ${Object.keys(PARTS).join(', ')}.`);
  process.exit(1);
}
for (const name of names.length > 0 ? names : Object.keys(PARTS)) {
  console.log(`\n== ${name} ==`);
  const { status } = spawnSync(process.execPath, [fileURLToPath(new URL(PARTS[name]!, import.meta.url)), ...(name === 'build' ? (sizes.length > 0 ? sizes : SIZES) : [])], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
