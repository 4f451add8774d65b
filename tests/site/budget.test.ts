import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { DIST, distFiles, elements, readDist } from '../support.ts';

/** One TCP initial window: what arrives before the first round trip back. */
const ENTRY_BYTES = 14_600;
const SCRIPT_BYTES = 2_000;
const FONT_BYTES = 45_000;
/** The whole site, papers included. One that knows its address may be 4 MB more, for codes on paper and images for links: the test of a release weighs that. */
const SITE_BYTES = 36_000_000;

const brotli = (content: Buffer | string) => brotliCompressSync(content).length;

it(`an entry page weighs at most ${ENTRY_BYTES} bytes, with all its CSS`, async () => {
  const pages = [...(await distFiles('.html'))].filter((path) => /^(algoritmes|casussen)\//.test(path));
  const heavy: string[] = [];
  const weights = new Map<string, number>();
  for (const path of pages) {
    const html = await readDist(path);
    const sheets = elements(html, (name, { rel }) => name === 'link' && rel === 'stylesheet').map(({ href }) => href!);
    for (const href of sheets) if (!weights.has(href)) weights.set(href, brotli(await readFile(join(DIST, href))));
    const bytes = sheets.reduce((sum, href) => sum + weights.get(href)!, brotli(html));
    if (bytes > ENTRY_BYTES) heavy.push(`${path}: ${bytes}`);
  }
  expect(pages.length).toBeGreaterThan(0);
  expect(heavy).toEqual([]);
});

// What programs read as JSON-LD does not run: it counts in the weight of the page, not in that of its scripts.
it(`the scripts of our own weigh at most ${SCRIPT_BYTES} bytes, save those of pages that search`, async () => {
  const names = (await distFiles('.html')).filter((path) => !['zoeken.html', 'werkvonken.html'].includes(path));
  for (const path of names) {
    const inline = [...(await readDist(path)).matchAll(/<script(?! type="application\/ld\+json")[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]!).join('');
    expect(brotli(inline), path).toBeLessThanOrEqual(SCRIPT_BYTES);
  }
});

it(`the fonts weigh at most ${FONT_BYTES} bytes together, and are loaded ahead`, async () => {
  const fonts = await distFiles('.woff2');
  const sizes = await Promise.all(fonts.map(async (path) => (await stat(join(DIST, path))).size));
  expect(fonts).toHaveLength(2);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(FONT_BYTES);
  const preloads = elements(await readDist('index.html'), (name, { rel, as }) => name === 'link' && rel === 'preload' && as === 'font');
  expect(preloads.map(({ href }) => href!).sort()).toEqual(fonts);
  // In the head they would hold back the first picture of the page.
  const [head] = (await readDist('index.html')).split('<body');
  expect(head).not.toContain('as="font"');
});

it(`the whole site weighs at most ${SITE_BYTES} bytes`, async () => {
  const found = (await Promise.all((await distFiles('')).map((path) => stat(join(DIST, path))))).filter((file) => file.isFile());
  expect(found.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(SITE_BYTES);
});

it('no file is empty, as parts of the index now and then were when Pagefind wrote them', async () => {
  const files = await distFiles('');
  const empty: string[] = [];
  for (const path of files) if ((await stat(join(DIST, path))).size === 0) empty.push(path);
  expect(files).toContain('pagefind/pagefind-entry.json');
  expect(empty).toEqual([]);
});

/** The scripts that a page loads, with what they import. */
async function scriptsOf(path: string): Promise<Set<string>> {
  const found = new Set(elements(await readDist(path), (name, { src }) => name === 'script' && Boolean(src)).map(({ src }) => src!.replace(/^(\.\.\/)+/, '')));
  for (const name of found) {
    for (const [, part] of (await readDist(name)).matchAll(/(?:from|import)\s*["']\.\/([^"']+)["']/g)) found.add(`_astro/${part}`);
  }
  return found;
}

it(`all scripts of an entry page weigh at most ${SCRIPT_BYTES} bytes, with what they load`, async () => {
  for (const path of ['algoritmes/op-je-handen-zitten.html', 'casussen/preston-model.html']) {
    const html = await readDist(path);
    const inline = [...html.matchAll(/<script type="module">([^<]*)/g)].map(([, code]) => code!).join('');
    const names = await scriptsOf(path);
    const sizes = await Promise.all([...names].map(async (name) => brotli(await readDist(name))));
    expect(names.size, path).toBe(2);
    expect(
      sizes.reduce((sum, size) => sum + size, brotli(inline)),
      path,
    ).toBeLessThanOrEqual(SCRIPT_BYTES);
  }
});

it.each([
  ['algoritmes.html', 4_000],
  ['woorden.html', 4_000],
  ['trek.html', 6_000],
  ['bijeenkomst.html', 12_000],
])('the scripts of %s weigh at most %i bytes', async (path, limit) => {
  const names = [...(await scriptsOf(path))];
  expect(names.length).toBeGreaterThan(0);
  const sizes = await Promise.all(names.map(async (name) => brotli(await readDist(name))));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(limit);
});
