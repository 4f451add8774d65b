import { readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { manifestOf, SHIPPED } from '../../src/licences.ts';
import { DIST, distFiles, readDist, ROOT } from '../support.ts';

const MEGABYTE = 1e6;
const read = (path: string) => readFile(join(ROOT, path), 'utf8');

it.each(SHIPPED)('the licence of $pakket is as the colofon says, and stands in full beside it', async ({ naam, pakket, licentie, bestand }) => {
  const { license } = JSON.parse(await readFile(manifestOf(pakket), 'utf8')) as { license: string };
  expect(license.split(' AND ')).toContain(licentie);
  const row = (await read('content/paginas/colofon.mdx')).split('\n').find((line) => line.startsWith(`| ${naam.replace(' (pdf)', '')} |`));
  expect(row).toContain(licentie);
  const text = await readFile(join(dirname(manifestOf(pakket)), bestand), 'utf8');
  expect(text).toMatch(licentie === 'MIT' ? /Permission is hereby granted/ : /SIL OPEN FONT LICENSE/i);
  expect(await readDist('licenties.txt')).toContain(text.replaceAll('\r\n', '\n').trim());
});

it('every font that we install is among them', async () => {
  const { dependencies } = JSON.parse(await read('package.json')) as { dependencies: Record<string, string> };
  const fonts = Object.keys(dependencies).filter((name) => /^@(fontsource|expo-google-fonts)/.test(name));
  expect(fonts.length).toBeGreaterThan(0);
  expect(SHIPPED.map(({ pakket }) => pakket)).toEqual(expect.arrayContaining(fonts));
});

/** The packages that a script of the site imports, itself or through our own files. */
async function packagesOf(file: string, seen: Set<string>): Promise<string[]> {
  if (seen.has(file)) return [];
  seen.add(file);
  const code = (await readFile(file, 'utf8')).replaceAll(/^import type .*$/gm, '');
  const sources = [...code.matchAll(/(?:from|import)\s+['"]([^'"]+)['"]/g)].map((match) => match[1]!);
  const own = sources.filter((source) => source.startsWith('.')).map((source) => resolve(dirname(file), source));
  return [...sources.filter((source) => !source.startsWith('.')), ...(await Promise.all(own.map((path) => packagesOf(path, seen)))).flat()];
}

it('no script of the site brings along code of others that is not among them', async () => {
  const seen = new Set<string>();
  const scripts = ['zoeken', 'bijeenkomst', 'trek', 'papierdatum', 'kiezen'].map((name) => join(ROOT, `src/scripts/${name}.ts`));
  const found = (await Promise.all(scripts.map((path) => packagesOf(path, seen)))).flat();
  expect(seen.size).toBeGreaterThan(20);
  expect(found.filter((name) => !SHIPPED.some(({ pakket }) => pakket === name))).toEqual([]);
});

it('a package runs a script on installing only when package.json allows it and README says why', async () => {
  const { packages } = JSON.parse(await read('package-lock.json')) as { packages: Record<string, { hasInstallScript?: boolean }> };
  const { allowScripts } = JSON.parse(await read('package.json')) as { allowScripts: Record<string, boolean> };
  const wanting = Object.entries(packages).flatMap(([path, { hasInstallScript }]) => (hasInstallScript ? [path.replace(/^.*node_modules\//, '')] : []));
  expect([...new Set(wanting)].sort()).toEqual(Object.keys(allowScripts).sort());
  const readme = await read('README.md');
  const explained = readme
    .split('\n')
    .filter((line) => line.includes('install script'))
    .join('\n');
  for (const name of Object.keys(allowScripts)) expect(explained, name).toContain(`\`${name}\``);
  expect(Object.keys(allowScripts).filter((name) => allowScripts[name])).toEqual(['node']);
});

it('the whole site, papers included, weighs at most 40 MB', async () => {
  const sizes = await Promise.all((await distFiles('')).map(async (path) => stat(join(DIST, path))));
  const total = sizes.filter((found) => found.isFile()).reduce((sum, { size }) => sum + size, 0);
  expect(total).toBeGreaterThan(MEGABYTE);
  expect(total).toBeLessThanOrEqual(40 * MEGABYTE);
});
