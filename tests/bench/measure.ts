/** Runs a command and tells what it cost: time in all and per stage, memory, and what came out. */
import { spawn } from 'node:child_process';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { brotliCompressSync, constants } from 'node:zlib';

/** Seconds per stage by name, with `totaal` and `cpu`; and `MB`, the most memory that one process of it held. */
export type Cost = Record<string, number>;

/** What a line of a build's output tells: our own stages say their time, the others end when their line comes. */
const OWN = /^(\w+) +.* in ([\d,]+) s$/;
const ENDS: [RegExp, string][] = [
  [/page\(s\) built in/, 'paginas'],
  [/Finished in/, 'search'],
];

/** Runs a shell command in `folder`. Throws with its output when it fails. Needs GNU time (Debian: apt install time). */
export async function measure(command: string, folder: string, env: Record<string, string> = {}): Promise<Cost> {
  const start = performance.now();
  const cost: Cost = {};
  const said: string[] = [];
  let last = start;
  const child = spawn('/usr/bin/time', ['-f', 'MAX %M CPU %U %S', 'sh', '-c', command], {
    cwd: folder,
    env: { ...process.env, ...env, NO_COLOR: '1', FORCE_COLOR: '0', ASTRO_TELEMETRY_DISABLED: '1' },
  });
  const read = (line: string) => {
    said.push(line);
    const [, stage, seconds] = OWN.exec(line) ?? [];
    if (stage) cost[stage] = (cost[stage] ?? 0) + Number(seconds!.replace(',', '.'));
    const ended = ENDS.find(([pattern]) => pattern.test(line));
    if (ended) cost[ended[1]] ??= (performance.now() - last) / 1000;
    if (ended) last = performance.now();
    const [, kilobytes, user, system] = /^MAX (\d+) CPU ([\d.]+) ([\d.]+)$/.exec(line) ?? [];
    if (kilobytes) Object.assign(cost, { MB: Number(kilobytes) / 1024, cpu: Number(user) + Number(system) });
  };
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', read);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`${command} in ${folder}:\n${said.slice(-40).join('\n')}`);
  return { ...cost, totaal: (performance.now() - start) / 1000 };
}

/** How many files lie in `folder`, and how many bytes they hold together. */
export async function sizeOf(folder: string): Promise<{ files: number; bytes: number }> {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  let bytes = 0;
  for (const { parentPath, name } of entries) bytes += (await stat(join(parentPath, name))).size;
  return { files: entries.length, bytes };
}

/** From so many bytes the best compression takes minutes and the answer is plain anyway. */
const HUGE = 1_000_000;
/** What `content` weighs by brotli. */
export const brotli = (content: Buffer): number => brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: content.length < HUGE ? 11 : 5 } }).length;

/** The pages and data files of `folder` that are one of a kind rather than one of many, heaviest first: bytes raw and by brotli. */
export async function overviews(folder: string): Promise<{ name: string; raw: number; brotli: number }[]> {
  const isOne = (name: string) => /\.(html|json|txt)$/.test(name) && !/^(algoritmes|casussen|k|pagefind|_astro)[\\/]/.test(name);
  const names = (await readdir(folder, { recursive: true })).filter(isOne);
  const weighed = await Promise.all(
    names.map(async (name) => {
      const content = await readFile(join(folder, name));
      return { name, raw: content.length, brotli: brotli(content) };
    }),
  );
  return weighed.sort((a, b) => b.brotli - a.brotli);
}

export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** The median of every stage over `runs`. */
export const medians = (runs: readonly Cost[]): Cost => Object.fromEntries(Object.keys(runs[0]!).map((stage) => [stage, median(runs.map((run) => run[stage]!))]));
