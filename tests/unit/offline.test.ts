import { randomBytes } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { beginPacking, type File, isAhead, LIMIT, openPacking, packWithin } from '../../src/build/pack.ts';
import { cacheName, keyOf, unpack } from '../../src/model/pak.ts';

const STYLE = `<style>${'a{}'.repeat(200)}</style>`;
const page = (text: string) => Buffer.from(`<html>${STYLE}<p>${text}</p></html>`);
const read = async (packed: Buffer) =>
  new Map(
    await Promise.all(unpack(new Uint8Array(gunzipSync(packed))).map(async ({ path, type, body }) => [path, { type, bytes: Buffer.from(await body.arrayBuffer()) }] as const)),
  );

function pack(files: readonly File[]): Promise<Buffer> {
  const packing = openPacking();
  files.forEach(packing.add);
  return packing.packed();
}

describe('an edition in one file', () => {
  const files = [
    { path: 'a.html', bytes: page('één') },
    { path: 'b/c.html', bytes: page('twee') },
    { path: 'font.woff2', bytes: randomBytes(500) },
    { path: 'leeg.txt', bytes: Buffer.alloc(0) },
  ];
  it('gives back every byte of every file, with its type', async () => {
    const found = await read(await pack(files));
    expect([...found.keys()]).toEqual(files.map(({ path }) => path));
    for (const { path, bytes } of files) expect(found.get(path)!.bytes.equals(bytes), path).toBe(true);
    expect(found.get('b/c.html')!.type).toBe('text/html; charset=utf-8');
    expect(found.get('font.woff2')!.type).toBe('font/woff2');
  });
  it('holds what pages share once', async () => {
    const text = gunzipSync(await pack(files)).toString('latin1');
    expect(text.split(STYLE)).toHaveLength(2);
  });
  it('is the same for the same files', async () => expect((await pack(files)).equals(await pack(files))).toBe(true));
});

describe('what is kept ahead', () => {
  it('is pages, scripts, fonts and search', () => {
    for (const path of ['index.html', 'k/A-01.html', '_astro/x.js', 'pagefind/wasm.nl.pagefind', 'pagefind/index/x.pf_index', 'data/woorden.txt', 'manifest.webmanifest'])
      expect(isAhead(path), path).toBe(true);
  });
  it('is no paper, no document that repeats pages, no data for others and nothing for a host', () => {
    for (const path of [
      'papier/kaart/A-01.pdf',
      'afdrukken/deel-1.html',
      'werkvonken.html',
      'data/casussen.json',
      'data/relaties.json',
      'data/schema/casussen.json',
      'data/casussen.csv',
      'casussen/x.md',
      'llms.txt',
      'embed/A-01.html',
      'redactie.html',
      '404.html',
      '_headers',
      '.htaccess',
      'sw.js.map',
    ])
      expect(isAhead(path), path).toBe(false);
  });
  const site = new Map([
    ['index.html', 2_000],
    ['pagefind/pagefind.js', 2_000],
    ['pagefind/fragment/x.pf_fragment', 4_000],
    ['casussen/x.html', 4_000],
    ['papier/deck/alles.pdf', 9_000],
  ]);
  const within = async (limit: number, sizes = site) => {
    const { bytes } = await packWithin({ sizes, read: (path) => randomBytes(sizes.get(path)!) }, limit);
    return [...(await read(bytes)).keys()];
  };
  it('is everything as long as that fits', async () =>
    expect(await within(20_000)).toEqual(['casussen/x.html', 'index.html', 'pagefind/fragment/x.pf_fragment', 'pagefind/pagefind.js']));
  it('is the frame and search when the pages are too much', async () => expect(await within(6_000)).toEqual(['index.html', 'pagefind/pagefind.js']));
  it('is the frame when the index is too much as well', async () => expect(await within(3_000)).toEqual(['index.html']));
  it('is nothing when nothing fits', async () => expect(await within(100)).toEqual([]));
  it('leaves a list of thousands of entries for when it is opened', async () => {
    expect(await within(20_000, new Map([...site, ['casussen.html', 2_000_000]]))).toEqual(await within(20_000));
  });
  it('is decided without reading a site of thousands of pages', async () => {
    const large = new Map([['index.html', 2_000], ...Array.from({ length: 10_000 }, (_, index) => [`casussen/${index}.html`, LIMIT / 100] as [string, number])]);
    expect(await within(LIMIT, large)).toEqual(['index.html']);
  });
  it('is the same when it began before there was an index, also when that makes it too much', async () => {
    const files = new Map([...site].map(([path, size]) => [path, randomBytes(size)]));
    const read = (path: string) => files.get(path)!;
    const early = new Map([...site].filter(([path]) => !path.startsWith('pagefind/')));
    const counts: number[] = [];
    for (const limit of [20_000, 7_000, 3_000]) {
      const begun = beginPacking({ sizes: early, read }, limit);
      const whole = await packWithin({ sizes: site, read }, limit);
      expect(await packWithin({ sizes: site, read }, limit, begun)).toEqual(whole);
      counts.push(whole.count);
    }
    expect(counts).toEqual([4, 2, 1]);
  });
  it('is decided without reading an index that is too large as it is', async () => {
    const large = new Map([['index.html', 2_000], ...['a', 'b'].map((name) => [`pagefind/index/${name}.pf_index`, LIMIT / 2] as [string, number])]);
    const asked: string[] = [];
    await packWithin({ sizes: large, read: (path) => (asked.push(path), Buffer.alloc(large.get(path)!)) });
    expect(asked).toEqual(['index.html']);
  });
});

describe('the address under which a file is kept', () => {
  it.each([
    ['https://x.nl/zoeken.html?q=gat&ts=1#soort=casus', 'https://x.nl/zoeken.html'],
    ['https://x.nl/a/b/', 'https://x.nl/a/b/index.html'],
    ['https://x.nl/algoritmes/aanbellen', 'https://x.nl/algoritmes/aanbellen.html'],
    ['https://x.nl/papier/kaart/A-21.pdf', 'https://x.nl/papier/kaart/A-21.pdf'],
  ])('of %s is %s', (address, key) => expect(keyOf(address)).toBe(key));
  it('differs between two places on one host, even one within the other', () => {
    expect(cacheName('https://x.nl/a/b/', '1').startsWith(cacheName('https://x.nl/a/', ''))).toBe(false);
  });
});
