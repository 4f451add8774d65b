import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { writeEdition } from '../../src/build/offline.ts';
import { unpack } from '../../src/model/pak.ts';
import { DIST, distFiles, elements, readDist, writtenCodes } from '../support.ts';

/** What a device is asked to keep after a first visit, and what the library in one file may weigh. */
const OFFLINE_BYTES = 3_000_000;
const SINGLE_BYTES = 2_500_000;

const bytesOf = (path: string) => readFile(join(DIST, path));

it(`what is kept ahead comes over the line in at most ${OFFLINE_BYTES} bytes, on any host`, async () => {
  const [edition, worker] = await Promise.all([bytesOf('offline.pak'), bytesOf('sw.js')]);
  expect(edition.length + worker.length).toBeLessThanOrEqual(OFFLINE_BYTES);
});

it('it holds every page but those that repeat others, byte for byte, and all that search needs', async () => {
  const kept = new Map(unpack(new Uint8Array(gunzipSync(await bytesOf('offline.pak')))).map(({ path, body }) => [path, body]));
  const pages = (await distFiles('.html')).filter((path) => !/^(afdrukken|embed)\/|^(werkvonken|redactie|404)\.html$/.test(path));
  expect(pages.length).toBeGreaterThan(300);
  for (const path of [...pages, ...(await distFiles('')).filter((name) => /^(pagefind|_astro)\/.*\.\w+$/.test(name))]) {
    expect(kept.has(path), path).toBe(true);
    expect((await bytesOf(path)).equals(Buffer.from(await kept.get(path)!.arrayBuffer())), path).toBe(true);
  }
});

it('the same site gives the same edition and the same worker', async () => {
  const read = () => Promise.all(['offline.pak', 'sw.js', 'data/papieren.json'].map(bytesOf));
  const before = await read();
  await writeEdition(DIST);
  expect((await read()).map((bytes, index) => bytes.equals(before[index]!))).toEqual([true, true, true]);
});

it('the worker runs code of its own alone: it fetches no script', async () => {
  expect(await readDist('sw.js')).not.toMatch(/importScripts|import\(|https?:/);
});

it('the manifest names icons that are as large as it says', async () => {
  const { icons, start_url: start } = JSON.parse(await readDist('manifest.webmanifest')) as { icons: { src: string; sizes: string; purpose: string }[]; start_url: string };
  expect(icons.map(({ purpose }) => purpose)).toEqual(['any', 'any', 'maskable']);
  for (const { src, sizes } of icons) {
    const { width, height } = await sharp(await bytesOf(src)).metadata();
    expect(`${width}x${height}`).toBe(sizes);
  }
  expect(await distFiles('.html')).toContain(start);
});

it('every page but the 404 names the manifest, and that one keeps nothing', async () => {
  for (const path of (await distFiles('.html')).filter((name) => name !== 'werkvonken.html' && !name.startsWith('embed/'))) {
    const html = await readDist(path);
    const named = elements(html, (name, { rel }) => name === 'link' && rel === 'manifest');
    expect(named.length === 1 || html.includes('http-equiv="refresh"'), path).toBe(path !== '404.html');
    expect(html.includes('sw.js'), path).toBe(named.length === 1);
  }
});

it(`the library in one file weighs at most ${SINGLE_BYTES} bytes and holds every entry`, async () => {
  const html = await readDist('werkvonken.html');
  expect(Buffer.byteLength(html)).toBeLessThanOrEqual(SINGLE_BYTES);
  const entries = JSON.parse(await readDist('data/algoritmes.json')).concat(JSON.parse(await readDist('data/casussen.json'))) as { code: string; titel: string }[];
  expect(entries.map(({ code }) => code).sort()).toEqual((await writtenCodes()).sort());
  const ids = new Set(elements(html, (_, { id }) => Boolean(id)).map(({ id }) => id));
  for (const { code } of entries) expect(ids.has(code), code).toBe(true);
});

it('the library in one file asks for nothing beside it, and its links stay inside or lead to a source', async () => {
  const html = await readDist('werkvonken.html');
  const ids = new Set(elements(html, (_, { id }) => Boolean(id)).map(({ id }) => id));
  const wrong = elements(html, (_, { href, src }) => Boolean(href ?? src)).filter(
    ({ nodeName, href = '', src }) => src || (href.startsWith('#') ? !ids.has(href.slice(1)) : nodeName !== 'a' || !/^https?:/.test(href)),
  );
  expect(wrong).toEqual([]);
  expect(elements(html, (name, { type }) => name === 'script' && type === 'module')).toEqual([]);
  expect(html).not.toMatch(/url\((?!"data:)/);
  expect(html).not.toContain('data-pagefind-body');
});
