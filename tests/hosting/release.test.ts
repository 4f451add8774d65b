import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/release/pack.ts';
import { ROOT } from '../support.ts';

/** A release that knows its address holds the most: codes on paper, and images for links. */
const SITE = 'https://voorbeeld.nl/x/';
const run = (cwd: string, env: Record<string, string>, program: string, ...args: string[]) =>
  execFileSync(program, args, { cwd, encoding: 'utf8', env: { ...process.env, SITE, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });

const made: string[] = [];
async function makeFolder(): Promise<string> {
  made.push(await mkdtemp(join(tmpdir(), 'werkvonken-')));
  return made.at(-1)!;
}

/** The commit that stands here, cloned and installed in a folder of its own. Hard links spare the disk half a gigabyte. */
async function clone(name: string): Promise<string> {
  const root = join(await makeFolder(), name);
  run(ROOT, {}, 'git', 'clone', '--quiet', ROOT, root);
  const modules = [join(ROOT, 'node_modules'), join(root, 'node_modules')];
  try {
    run(ROOT, {}, 'cp', '-al', ...modules);
  } catch {
    run(ROOT, {}, 'cp', '-a', ...modules);
  }
  return root;
}

const zipOf = (root: string) => readFile(join(root, '.release', `werkvonken-${version}.zip`));
let version = '';
let zip: Uint8Array;
let files: Record<string, Uint8Array>;
const read = (path: string) => Buffer.from(files[`werkvonken-${version}/${path}`]!).toString('utf8');

beforeAll(async () => {
  try {
    run(ROOT, {}, 'faketime', '--version');
    run(ROOT, {}, 'unzip', '-v');
  } catch {
    throw new Error('Niet gedraaid: faketime of unzip ontbreekt. Installeer ze (Debian: apt-get install faketime unzip).');
  }
  version = (JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version;
  const root = await clone('een');
  run(root, { TZ: 'Pacific/Kiritimati', LC_ALL: 'C' }, 'npm', 'run', 'release');
  zip = await zipOf(root);
  files = unzipSync(zip);
}, 600_000);

afterAll(async () => void (await Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true })))));

it('the same commit gives the same zip in another folder, years later, elsewhere and in another language', async () => {
  const root = await clone('een-map-met-een-andere-naam');
  run(root, {}, 'find', 'src', 'content', 'public', '-exec', 'touch', '-d', '2001-02-03', '{}', '+');
  // In spring, in the hour that is skipped; in a language with its own rules for upper and lower case.
  const env = { TZ: 'America/St_Johns', LC_ALL: 'tr_TR.UTF-8', FAKETIME_DONT_FAKE_MONOTONIC: '1' };
  run(root, env, 'faketime', '2031-03-09 01:59:30', 'npm', 'run', 'release');
  expect(sha256(await zipOf(root))).toBe(sha256(zip));
}, 600_000);

describe('the zip', () => {
  it('weighs at most 25 MB, and what it puts on a server at most 40', () => {
    expect(zip.length).toBeLessThanOrEqual(25e6);
    const site = Object.entries(files).filter(([path]) => path.startsWith(`werkvonken-${version}/site/`));
    expect(site.map(([path]) => path)).toContain(`werkvonken-${version}/site/beeld/prent/werkvonken.png`);
    expect(site.reduce((sum, [, { length }]) => sum + length, 0)).toBeLessThanOrEqual(40e6);
  });
  it('has sums that sha256sum confirms, of every other file', async () => {
    const folder = await makeFolder();
    await writeFile(join(folder, 'uitgave.zip'), zip);
    run(folder, {}, 'unzip', '-q', 'uitgave.zip');
    const told = run(join(folder, `werkvonken-${version}`), {}, 'sha256sum', '-c', 'SHA256SUMS')
      .trim()
      .split('\n');
    expect(told.every((line) => line.endsWith(': OK'))).toBe(true);
    expect(told).toHaveLength(Object.keys(files).length - 1);
  });
  it('holds every file that its page names', () => {
    const named = [...read('LEESMIJ.txt').matchAll(/site\/[\w./-]*\w/g)].map(([path]) => path);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((path) => !(`werkvonken-${version}/${path}` in files))).toEqual([]);
  });
  it('holds an SBOM of all that is in the lock file', async () => {
    const { components } = JSON.parse(read('sbom.cdx.json')) as { components: { name: string; scope: string }[] };
    const { packages } = JSON.parse(await readFile(join(ROOT, 'package-lock.json'), 'utf8')) as { packages: Record<string, unknown> };
    const names = new Set(
      Object.keys(packages)
        .filter(Boolean)
        .map((path) => path.replace(/^.*node_modules\//, '')),
    );
    expect(new Set(components.map(({ name }) => name))).toEqual(names);
    expect(components.filter(({ scope }) => scope === 'required').map(({ name }) => name)).toContain('pagefind');
  });
});
