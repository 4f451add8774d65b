import { execFileSync } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { SHIPPED } from '../../src/licences.ts';
import { readCommit } from '../../src/release/commit.ts';
import { leesmij } from '../../src/release/leesmij.ts';
import { checksums, pack } from '../../src/release/pack.ts';
import { fixSbom } from '../../src/release/sbom.ts';
import { writeProject } from '../support.ts';

const commit = { hash: 'a'.repeat(40), time: new Date('2026-03-29T01:30:00Z') };
const bytes = (text: string) => Buffer.from(text);
const files = [
  ['site/k/A-01.html', 'kaart'],
  ['LEESMIJ.txt', 'lees'],
  ['site/.htaccess', 'x'.repeat(10_000)],
].map(([path, text]) => [path!, bytes(text!)] as const);

describe('a zip', () => {
  it('holds every file in one folder, hidden ones too', () => {
    const held = unzipSync(pack(new Map(files), 'werkvonken-1.0.0', commit.time));
    expect(Object.keys(held)).toEqual(['werkvonken-1.0.0/LEESMIJ.txt', 'werkvonken-1.0.0/site/.htaccess', 'werkvonken-1.0.0/site/k/A-01.html']);
    expect(Buffer.from(held['werkvonken-1.0.0/site/k/A-01.html']!).toString()).toBe('kaart');
  });
  it('has the same bytes in whatever order the files were read, and other bytes for another day', () => {
    const packed = (list: typeof files, time: Date) => Buffer.from(pack(new Map(list), 'x', time));
    expect(packed(files.toReversed(), commit.time).equals(packed(files, commit.time))).toBe(true);
    expect(packed(files, new Date('2026-03-30T01:30:00Z')).equals(packed(files, commit.time))).toBe(false);
  });
  it('goes along with sums that sha256sum reads', () => {
    expect(checksums(new Map(files)).split('\n')[0]).toBe('7776dc7742bebebd115552a1c9b9aa11c8e056d0cefc25038b3137176d01c601  LEESMIJ.txt');
  });
});

describe('an SBOM', () => {
  const component = (name: string) => ({ 'bom-ref': `${name}@1.0.0`, name });
  const made = {
    serialNumber: 'urn:uuid:94322340-9a06-4bdc-b499-9052815f10a1',
    metadata: { timestamp: '2031-01-01T00:00:00Z', tools: [{ vendor: 'npm', name: 'cli', version: '11.0.0' }], component: { 'bom-ref': 'werkvonken@1.0.0', name: 'een-map' } },
    components: [component('vitest'), component(SHIPPED[0].pakket)],
    dependencies: [
      { ref: 'b', dependsOn: ['z', 'a'] },
      { ref: 'a', dependsOn: [] },
    ],
  };
  const fixed = fixSbom(made, 'werkvonken', '1.0.0', commit);
  it('knows the commit, and nothing of the machine that made it', () => {
    expect(fixed.serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(fixed.serialNumber).not.toBe(fixSbom(made, 'werkvonken', '1.0.0', { ...commit, hash: 'b'.repeat(40) }).serialNumber);
    expect(fixed.metadata.timestamp).toBe('2026-03-29T01:30:00.000Z');
    expect(fixed.metadata.component).toMatchObject({ name: 'werkvonken', pedigree: { commits: [{ uid: commit.hash }] } });
    expect(JSON.stringify(fixed)).not.toMatch(/een-map|11\.0\.0/);
  });
  it('tells what ships from what only builds, in order', () => {
    expect(fixed.components.map(({ name, scope }) => [name, scope])).toEqual([
      [SHIPPED[0].pakket, 'required'],
      ['vitest', 'excluded'],
    ]);
    expect(fixed.dependencies).toEqual([
      { ref: 'a', dependsOn: [] },
      { ref: 'b', dependsOn: ['a', 'z'] },
    ]);
  });
});

describe('the page for the web manager', () => {
  const page = (site?: string) => leesmij({ version: '1.0.0', commit, count: 730, bytes: 31_400_000, site });
  it('fits one sheet', () => {
    const lines = page().split('\n');
    expect(lines.length).toBeLessThanOrEqual(60);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(96);
  });
  it('says what it is of, and for which address', () => {
    expect(page()).toContain(`WERKVONKEN 1.0.0, voor de webbeheerder\nCommit ${commit.hash}, 2026-03-29`);
    expect(page()).toContain('730 bestanden, 31 MB');
    expect(page()).toContain('voor elk adres');
    expect(page('https://gemeente.example/vonk')).toContain('gebouwd voor https://gemeente.example/vonk.');
  });
});

describe('the commit of a release', () => {
  const git = (root: string, ...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], {
      cwd: root,
      stdio: 'ignore',
      env: { ...process.env, GIT_COMMITTER_DATE: '2026-03-29T01:30:00Z' },
    });
  async function repository(): Promise<string> {
    const root = await writeProject({ 'a.txt': 'a', 'binnen/b.txt': 'b' });
    git(root, 'init', '-q');
    git(root, 'add', '-A');
    git(root, 'commit', '-qm', 'x');
    return root;
  }
  it('is what stands there, with its time', async () => {
    const { hash, time } = readCommit(await repository());
    expect(hash).toMatch(/^[0-9a-f]{40}$/);
    expect(time.toISOString()).toBe('2026-03-29T01:30:00.000Z');
  });
  it('is refused when a file differs or is new, and named', async () => {
    const root = await repository();
    await rm(join(root, 'a.txt'));
    await writeFile(join(root, 'nieuw.txt'), 'x');
    expect(() => readCommit(root)).toThrow(/anders dan in de laatste commit:\n\s*D a\.txt\n\?\? nieuw\.txt\nLeg ze vast/);
  });
  it('is missed in an unpacked archive, also inside another repository', async () => {
    const message = /git clone; een uitgepakt archief heeft die niet/;
    expect(() => readCommit('/')).toThrow(message);
    expect(() => readCommit(join('/', 'nergens'))).toThrow(message);
    const root = await repository();
    expect(() => readCommit(join(root, 'binnen'))).toThrow(message);
  });
});
