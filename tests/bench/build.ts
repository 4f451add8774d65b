/**
 * `npm run bench -- build 128 1000`: what a build costs at those sizes, stage by stage, beside the floor: a bare Astro, MDX and Pagefind
 * over the same entries, turn by turn. The size of the library itself stands for its own entries; other sizes are generated.
 */
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyProject, generate } from './generate.ts';
import { type Cost, measure, medians, overviews, sizeOf } from './measure.ts';
import { ROOT } from '../support.ts';

const RUNS = 3;
/** A size from which one run has to do. */
const LARGE = 5000;
/** What an overview may weigh, by brotli. */
const OVERVIEW_BYTES = 60_000;
const FLOOR = 'tests/bench/floor';
/** What a row is called after one entry changed. */
const CHANGED = ', één wijziging';

const folders = ['algoritmes', 'casussen'] as const;
const slugsIn = async (folder: string) => (await readdir(folder)).filter((name) => /^[^_].*\.mdx$/.test(name));
const realSize = async () => (await Promise.all(folders.map((name) => slugsIn(join(ROOT, 'content', name))))).flat().length;

/** A project of `size` entries with the floor in it. */
async function prepare(folder: string, size: number): Promise<void> {
  if (size === (await realSize())) await copyProject(folder);
  else await generate(folder, size);
  await cp(join(ROOT, FLOOR), join(folder, FLOOR), { recursive: true });
  for (const name of folders) await cp(join(folder, 'content', name), join(folder, FLOOR, 'content', name), { recursive: true });
}

const bare = (folder: string) => measure('astro build && pagefind --site dist', join(folder, FLOOR));
// What `npm run build` does, without half a second of npm: the floor is started the same way.
const ours = (folder: string, env: Record<string, string> = { PAPER: 'uit' }) => measure('node src/cli/build.mjs', folder, env);

/**
 * Sets aside all that builds keep, also what Vite bundles beforehand for the floor. (Nobody builds a fresh clone right after removing thousands of files:
 * for minutes ext4 then takes ten times as long to make one, which counts most for who makes most.)
 */
async function clean(folder: string, round: number): Promise<void> {
  for (const [place, name] of [`${FLOOR}/node_modules`, 'dist', '.build', '.astro', `${FLOOR}/dist`, `${FLOOR}/cache`, `${FLOOR}/.astro`].entries()) {
    if (existsSync(join(folder, name))) await rename(join(folder, name), `${folder}-${round}-${place}`);
  }
}

const ROUNDS = ['eerste', 'tweede', 'derde', 'vierde', 'vijfde', 'zesde'];

/** Adds a sentence to one entry, for us and for the floor: in words that other texts hold as well, as most sentences are. */
async function touch(folder: string, round: number): Promise<void> {
  const [name] = await slugsIn(join(folder, 'content/algoritmes'));
  for (const content of ['content', `${FLOOR}/content`]) {
    const file = join(folder, content, 'algoritmes', name!);
    await writeFile(file, `${await readFile(file, 'utf8')}\nNog een zin, voor de ${ROUNDS[round - 1]} keer.\n`);
  }
}

type Runs = Record<string, Cost[]>;

/** A build, with what `runs` calls it. */
type Build = readonly [name: string, run: (folder: string) => Promise<Cost>];

const FLOOR_BUILD: Build = ['vloer', bare];
const WITHOUT_PAPER: Build = ['wij', ours];
const WITH_PAPER: Build = ['wij, met papier', (folder) => ours(folder, {})];

async function add(folder: string, builds: readonly Build[], runs: Runs, suffix = ''): Promise<void> {
  for (const [name, run] of builds) (runs[name + suffix] ??= []).push(await run(folder));
}

/** What is built, how often, and what it cost. */
interface Bench {
  size: number;
  folder: string;
  times: number;
  /** Not of a large site, whose paper takes minutes. */
  papers: readonly Build[];
  runs: Runs;
}

/** From nothing; the last of each is what a change is made to. */
async function buildWhole({ folder, times, papers, runs }: Bench): Promise<void> {
  for (let index = 0; index < times; index += 1) {
    await clean(folder, index * 2);
    await add(folder, papers, runs);
    await clean(folder, index * 2 + 1);
    await add(folder, [FLOOR_BUILD, WITHOUT_PAPER], runs);
  }
}

/** With one entry changed. */
async function buildChanged({ folder, times, papers, runs }: Bench): Promise<void> {
  let round = 0;
  const changed = async (builds: readonly Build[]) => {
    for (let index = 0; index < times; index += 1) {
      round += 1;
      await touch(folder, round);
      await add(folder, builds, runs, CHANGED);
    }
  };
  await changed([FLOOR_BUILD, WITHOUT_PAPER]);
  // These come beside what is there.
  for (const [, run] of papers) await run(folder);
  if (papers.length > 0) await changed(papers);
}

const STAGES = ['totaal', 'cpu', 'check', 'inhoud', 'paginas', 'paper', 'links', 'search', 'headers', 'offline', 'MB'];

function print({ size, runs }: Bench): void {
  const rows = Object.entries(runs).map(([name, costs]) => [name, medians(costs)] as const);
  const floor = medians(runs['vloer']!);
  console.log(
    `\n${size} ingangen, mediaan van ${runs['vloer']!.length}, in seconden\n${'bouw'.padEnd(32)}${[...STAGES, '÷ vloer', 'cpu ÷', '÷ heel'].map((stage) => stage.padStart(9)).join('')}`,
  );
  for (const [name, cost] of rows) {
    const cells = [...STAGES.map((stage) => cost[stage]?.toFixed(stage === 'MB' ? 0 : 1) ?? '–'), ...['totaal', 'cpu'].map((stage) => (cost[stage]! / floor[stage]!).toFixed(2))];
    const whole = rows.find(([other]) => name === other + CHANGED)?.[1]['totaal'];
    const part = whole ? `${((cost['totaal']! / whole) * 100).toFixed(0)}%`.padStart(9) : '';
    console.log(`${name.padEnd(32)}${cells.map((cell) => cell.padStart(9)).join('')}${part}`);
  }
}

async function printOutput(folder: string): Promise<void> {
  for (const [name, dist] of [
    ['vloer', join(folder, FLOOR, 'dist')],
    ['wij', join(folder, 'dist')],
  ] as const) {
    const { files, bytes } = await sizeOf(dist);
    console.log(`${name}: ${files} bestanden, ${(bytes / 1e6).toFixed(1)} MB`);
  }
  const heavy = (await overviews(join(folder, 'dist'))).filter(({ brotli }) => brotli > OVERVIEW_BYTES / 2);
  for (const { name, raw, brotli } of heavy)
    console.log(`${name.padEnd(34)} ${(brotli / 1000).toFixed(1).padStart(8)} kB brotli ${(raw / 1000).toFixed(0).padStart(8)} kB${brotli > OVERVIEW_BYTES ? '  te zwaar' : ''}`);
}

const given = process.argv.slice(2).map(Number);
const place = await mkdtemp(join(tmpdir(), 'werkvonken-bouw-'));
const benches = (given.length > 0 ? given : [await realSize()]).map((size): Bench => ({
  size,
  folder: join(place, String(size)),
  times: size < LARGE ? RUNS : 1,
  papers: size < LARGE ? [WITH_PAPER] : [],
  runs: {},
}));
for (const { folder, size } of benches) await prepare(folder, size);
// First all that is built from nothing: a build that takes the place of another removes thousands of files (see `clean`).
for (const bench of benches) await buildWhole(bench);
for (const bench of benches) {
  await buildChanged(bench);
  print(bench);
  await printOutput(bench.folder);
}
await rm(place, { recursive: true, force: true });
