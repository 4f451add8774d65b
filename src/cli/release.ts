/** `npm run release`: builds the site and packs it for a web manager, as `.release/werkvonken-<version>.zip`. */
import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readCommit } from '../release/commit.ts';
import { leesmij } from '../release/leesmij.ts';
import { checksums, pack, readFolder, sha256 } from '../release/pack.ts';
import { makeSbom } from '../release/sbom.ts';

const text = (content: string) => Buffer.from(content, 'utf8');

/** Packs the built site in `root`; returns where the zip lies, and its bytes. */
async function release(root: string): Promise<{ path: string; zip: Uint8Array }> {
  const { name, version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { name: string; version: string };
  const commit = readCommit(root);
  const sbom = makeSbom(root, name, version, commit);
  execFileSync('npm run build', { cwd: root, shell: true, stdio: 'inherit' });
  const site = await readFolder(join(root, 'dist'), 'site/');
  const bytes = [...site.values()].reduce((sum, { length }) => sum + length, 0);
  const about = leesmij({ version, commit, count: site.size, bytes, site: process.env['SITE'] });
  const files = new Map([...site, ['LEESMIJ.txt', text(about)], ['sbom.cdx.json', text(sbom)]]);
  const zip = pack(new Map([...files, ['SHA256SUMS', text(checksums(files))]]), `${name}-${version}`, commit.time);
  const path = join('.release', `${name}-${version}.zip`);
  await mkdir(join(root, '.release'), { recursive: true });
  await writeFile(join(root, path), zip);
  return { path, zip };
}

try {
  const { path, zip } = await release(resolve('.'));
  console.log(`${path}: ${(zip.length / 1e6).toFixed(1).replace('.', ',')} MB\nsha256 ${sha256(zip)}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
