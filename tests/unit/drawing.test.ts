import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroPrerenderer } from 'astro';
import { describe, expect, it } from 'vitest';
import { finishing } from '../../src/build/drawing.ts';
import { type Earlier, openEarlier } from '../../src/build/earlier.ts';
import { openWriter } from '../../src/build/writer.ts';
import { writeProject } from '../support.ts';

type Paths = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>;
type Options = Parameters<AstroPrerenderer['render']>[1];

/** Draws these pages as Astro would, and says what happened, in order. */
async function draw(...pathnames: string[]): Promise<{ folder: string; happened: string[] }> {
  const folder = await writeProject({});
  const happened: string[] = [];
  const astro: AstroPrerenderer = {
    name: 'astro',
    getStaticPaths: async () => pathnames.map((pathname) => ({ pathname, cacheKey: `sleutel van ${pathname}` })) as unknown as Paths,
    render: async ({ url }) => new Response(`ruw ${new URL(url).pathname}`),
  };
  const drawing = finishing(astro, folder, {
    ready: async (name) => happened.push(`wacht ${name}`),
    finish: async (_, key, page) => `${await page()}, af, ${key}`,
    onEntries: async () => void happened.push('ingangen'),
  });
  for (const { pathname } of await drawing.getStaticPaths()) {
    const name = pathname === '/' ? '/index.html' : /\.\w+$/.test(pathname) ? pathname : `${pathname}.html`;
    const answer = await drawing.render(new Request(`http://x${name}`), {} as Options);
    expect((answer as Response).body).toBeNull();
  }
  await drawing.teardown?.();
  return { folder, happened };
}

describe('the pages of a build', () => {
  it('are drawn entries first, and then it is said that these are written', async () => {
    const { happened } = await draw('/', '/k/A-01', '/casussen/b', '/data/vindplaatsen.json', '/algoritmes/a.md', '/algoritmes/a');
    expect(happened.map((what) => what.replace('wacht ', ''))).toEqual([
      '/casussen/b.html',
      '/data/vindplaatsen.json',
      '/algoritmes/a.html',
      'ingangen',
      '/index.html',
      '/k/A-01.html',
      '/algoritmes/a.md',
    ]);
  });
  it('are finished and written, with the key of what they are drawn from; other files and the page by itself as they come', async () => {
    const { folder } = await draw('/', '/k/A-01', '/werkvonken', '/algoritmes/a.md');
    const read = (name: string) => readFile(join(folder, name), 'utf8');
    expect(await read('index.html')).toBe('ruw /index.html, af, sleutel van /');
    expect(await read('k/A-01.html')).toBe('ruw /k/A-01.html, af, sleutel van /k/A-01');
    expect(await read('werkvonken.html')).toBe('ruw /werkvonken.html');
    expect(await read('algoritmes/a.md')).toBe('ruw /algoritmes/a.md');
  });
});

describe('a writer', () => {
  it('writes texts and bytes, with the folders they stand in', async () => {
    const folder = await writeProject({});
    const writer = openWriter();
    await writer.write(join(folder, 'a/b/c.txt'), 'één');
    await writer.write(join(folder, 'a/d.bin'), new Uint8Array([1, 2]));
    await writer.written();
    await writer.close();
    expect(await readFile(join(folder, 'a/b/c.txt'), 'utf8')).toBe('één');
    expect([...(await readFile(join(folder, 'a/d.bin')))]).toEqual([1, 2]);
  });
  it('lets whoever writes go on until many files wait', async () => {
    const folder = await writeProject({});
    const writer = openWriter();
    const names = Array.from({ length: 200 }, (_, place) => join(folder, `${place}.txt`));
    for (const [place, name] of names.entries()) {
      await writer.write(name, 'x');
      if (place >= 64) expect(existsSync(names[place - 64]!)).toBe(true);
    }
    await writer.written();
    expect(names.filter((name) => !existsSync(name))).toEqual([]);
    await writer.close();
  });
  it('says what cannot be written, also to who comes later', async () => {
    const folder = await writeProject({ 'een.txt': 'x' });
    const writer = openWriter();
    await writer.write(join(folder, 'een.txt/twee.txt'), 'y');
    await expect(writer.written()).rejects.toThrow(/een\.txt/);
    await expect(writer.write(join(folder, 'drie.txt'), 'z')).rejects.toThrow(/een\.txt/);
    await expect(writer.written()).rejects.toThrow(/een\.txt/);
    await writer.close();
    expect(existsSync(join(folder, 'drie.txt'))).toBe(false);
  });
});

describe('a page of the build before', () => {
  const HTML = '<p id="a">één</p>';
  const known = { ids: new Set(['a']), addresses: new Set(['/b.html', '/b.html#a']) };
  /** Whether a page is made again, after a build that kept it, `by` these makers and under this key, with this in `dist`. */
  async function made(by: string, key: string, inDist: string | undefined): Promise<{ isMade: boolean; page: Awaited<ReturnType<Earlier['page']>> }> {
    const root = pathToFileURL(`${await writeProject(inDist === undefined ? {} : { 'dist/deel/1.html': inDist })}/`);
    const before = await openEarlier(root, 'makers');
    await before.page('/deel/1.html', 'sleutel', async () => ({ html: HTML, known }));
    await before.page('/deel/2.html', 'sleutel', async () => ({ html: 'twee', known }));
    await before.save();
    let isMade = false;
    const page = await (await openEarlier(root, by)).page('/deel/1.html', key, async () => ((isMade = true), { html: 'nieuw', known: { ids: new Set(), addresses: new Set() } }));
    return { isMade, page };
  }
  it('is taken as it was, with where it leads', async () => expect(await made('makers', 'sleutel', HTML)).toEqual({ isMade: false, page: { html: HTML, known } }));
  it.each([
    ['it is drawn from something else', 'makers', 'andere sleutel', HTML],
    ['other code draws it', 'andere makers', 'sleutel', HTML],
    ['someone changed it since', 'makers', 'sleutel', `${HTML} `],
    ['it is gone', 'makers', 'sleutel', undefined],
  ])('is made again when %s', async (_, by, key, inDist) => {
    const { isMade, page } = await made(by, key, inDist);
    expect(isMade).toBe(true);
    expect(page.html).toBe('nieuw');
  });
});
