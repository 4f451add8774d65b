import { existsSync, readFileSync, statSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroPrerenderer } from 'astro';
import { describe, expect, it } from 'vitest';
import { keepBytes } from '../../src/build/answers.ts';
import { finishing } from '../../src/build/drawing.ts';
import { type Earlier, openEarlier } from '../../src/build/earlier.ts';
import { type Folders, putting } from '../../src/build/putting.ts';
import { openWriter } from '../../src/build/writer.ts';
import { writeProject } from '../support.ts';

type Paths = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>;
type Options = Parameters<AstroPrerenderer['render']>[1];

const bytes = (text: string) => new TextEncoder().encode(text);

/** Draws these pages as Astro would, and says what happened, in order. */
async function draw(...pathnames: string[]): Promise<{ folder: string; happened: string[] }> {
  const folder = await writeProject({});
  const happened: string[] = [];
  const astro: AstroPrerenderer = {
    name: 'astro',
    getStaticPaths: async () => pathnames.map((pathname) => ({ pathname, ...(/\.(?!md)/.test(pathname) ? {} : { cacheKey: `sleutel van ${pathname}` }) })) as unknown as Paths,
    render: async ({ url }) => new Response(`\uFEFFruw ${new URL(url).pathname}`),
  };
  const drawing = finishing(
    astro,
    { folder, before: join(folder, 'eerder') },
    {
      ready: async (name) => happened.push(`wacht ${name}`),
      finish: async (_, key, page) => bytes(`${new TextDecoder('utf-8', { ignoreBOM: true }).decode(await page())}, af, ${key}`),
      onData: async () => void happened.push('gegevens'),
      onEntries: async () => void happened.push('ingangen'),
      onAll: async () => void happened.push(...(await readdir(folder)).map((name) => `er is ${name}`).sort()),
    },
  );
  for (const { pathname } of await drawing.getStaticPaths()) {
    const name = pathname === '/' ? '/index.html' : /\.\w+$/.test(pathname) ? pathname : `${pathname}.html`;
    const answer = await drawing.render(new Request(`http://x${name}`), {} as Options);
    expect((answer as Response).body).toBeNull();
  }
  await drawing.teardown?.();
  return { folder, happened };
}

describe('the pages of a build', () => {
  it('are drawn after what the data say of entries, those of entries first, and each time it is said; at the end all are there', async () => {
    const { happened } = await draw('/', '/k/A-01', '/casussen/b', '/data/vindplaatsen.json', '/algoritmes/a.md', '/algoritmes/a');
    expect(happened.map((what) => what.replace('wacht ', ''))).toEqual([
      '/data/vindplaatsen.json',
      'gegevens',
      '/casussen/b.html',
      '/algoritmes/a.html',
      'ingangen',
      '/index.html',
      '/k/A-01.html',
      '/algoritmes/a.md',
      'er is algoritmes',
      'er is casussen',
      'er is data',
      'er is index.html',
      'er is k',
    ]);
  });
  it('are finished and written, with the key of what they are drawn from, as other files with a key; files without one as they come', async () => {
    const { folder } = await draw('/', '/k/A-01', '/algoritmes/a.md', '/llms.txt');
    // With the mark that a table starts with.
    const read = async (name: string) => (await readFile(join(folder, name), 'utf8')).replace(/^\uFEFF/, () => 'BOM ');
    expect(await read('index.html')).toBe('BOM ruw /index.html, af, sleutel van /');
    expect(await read('k/A-01.html')).toBe('BOM ruw /k/A-01.html, af, sleutel van /k/A-01');
    expect(await read('algoritmes/a.md')).toBe('BOM ruw /algoritmes/a.md, af, sleutel van /algoritmes/a.md');
    expect(await read('llms.txt')).toBe('BOM ruw /llms.txt');
  });
});

/** A folder to build in and one of the site before, with these files in them. */
async function folders(files: Record<string, string> = {}): Promise<Folders> {
  const root = await writeProject(files);
  return { folder: join(root, 'nieuw'), before: join(root, 'eerder') };
}

describe('an answer while pages are drawn', () => {
  const page = bytes('{"kop":"Één pagina"}');
  const init = { status: 404, headers: { 'content-type': 'text/html' } };
  /** An answer as Astro makes it then. */
  const answered = (body: BodyInit) => {
    keepBytes(true);
    const answer = new Response(body, init);
    const isResponse = answer instanceof Response && Response.json({}) instanceof Response;
    keepBytes(false);
    expect([isResponse, answer instanceof Response]).toEqual([true, true]);
    return answer;
  };
  it('gives its bytes as they are, and again', async () => {
    const answer = answered(page);
    expect(await answer.bytes()).toBe(page);
    expect(await answer.bytes()).toBe(page);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html']);
  });
  it.each(['text', 'json', 'arrayBuffer', 'blob'] as const)('is as any other for who asks its %s', async (way) => {
    expect(await answered(page)[way]()).toEqual(await new Response(page, init)[way]());
  });
  it('can be streamed once, like any other', async () => {
    const [answer, ofText] = [answered(page), answered('tekst')];
    expect(await new Response(answer.clone().body).bytes()).toEqual(page);
    expect(answer.bodyUsed).toBe(false);
    expect(await new Response(answer.body).bytes()).toEqual(page);
    expect(answer.bodyUsed).toBe(true);
    expect(await ofText.text()).toBe('tekst');
  });
});

describe('a writer', () => {
  it('writes bytes, also a few that share their room, with the folders they stand in', async () => {
    const { folder, before } = await folders();
    const writer = openWriter({ folder, before });
    await writer.write({ name: '/a/b/c.txt', content: bytes('één') });
    await writer.write({ name: '/a/d.bin', content: new Uint8Array([0, 1, 2]).subarray(1) });
    await writer.written();
    await writer.close();
    expect(await readFile(join(folder, 'a/b/c.txt'), 'utf8')).toBe('één');
    expect([...(await readFile(join(folder, 'a/d.bin')))]).toEqual([1, 2]);
  });
  it('lets whoever writes go on until many files wait', async () => {
    const { folder, before } = await folders();
    const writer = openWriter({ folder, before });
    const names = Array.from({ length: 200 }, (_, place) => `/${place}.txt`);
    const isThere = (name: string) => existsSync(join(folder, name));
    for (const [place, name] of names.entries()) {
      await writer.write({ name, content: bytes('x') });
      if (place >= 64) expect(isThere(names[place - 64]!)).toBe(true);
    }
    await writer.written();
    expect(names.every(isThere)).toBe(true);
    await writer.close();
  });
  it('says what cannot be written, also to who comes later', async () => {
    const { folder, before } = await folders({ 'nieuw/een.txt': 'x' });
    const writer = openWriter({ folder, before });
    await writer.write({ name: '/een.txt/twee.txt', content: bytes('y') });
    await expect(writer.written()).rejects.toThrow(/een\.txt/);
    await expect(writer.write({ name: '/drie.txt', content: bytes('z') })).rejects.toThrow(/een\.txt/);
    await expect(writer.written()).rejects.toThrow(/een\.txt/);
    await writer.close();
    expect(existsSync(join(folder, 'drie.txt'))).toBe(false);
  });
});

describe('a file that is put in the site', () => {
  const inode = (folder: string) => statSync(join(folder, 'a/b.txt')).ino;
  const read = (folder: string) => readFileSync(join(folder, 'a/b.txt'), 'utf8');
  it('is that of the site before when it is the same, and stays whole there when it changes after all', async () => {
    const { folder, before } = await folders({ 'eerder/a/b.txt': 'één' });
    const put = putting({ folder, before });
    put({ name: '/a/b.txt', content: 'één' });
    expect(inode(folder)).toBe(inode(before));
    put({ name: '/a/b.txt', content: 'twee' });
    expect([read(folder), read(before)]).toEqual(['twee', 'één']);
  });
  it.each([
    ['differs from it', { 'eerder/a/b.txt': 'een' }],
    ['was not there', {}],
    ['was a folder there', { 'eerder/a/b.txt/c': '' }],
  ])('is made when it %s', async (_, files: Record<string, string>) => {
    const { folder, before } = await folders(files);
    putting({ folder, before })({ name: '/a/b.txt', content: 'één' });
    expect(read(folder)).toBe('één');
    expect(statSync(join(folder, 'a/b.txt')).nlink).toBe(1);
  });
});

describe('a page of the build before', () => {
  const HTML = '<p id="a">één</p>';
  const known = { ids: Uint32Array.of(0), addresses: Uint32Array.of(1, 2) };
  /** Whether a page is made again, after a build that kept it, `by` these makers and under this key, with this in `dist`. */
  async function made(by: string, key: string, inDist: string | undefined): Promise<{ isMade: boolean; page: Awaited<ReturnType<Earlier['page']>> }> {
    const root = pathToFileURL(`${await writeProject(inDist === undefined ? {} : { 'dist/deel/1.html': inDist })}/`);
    const before = await openEarlier(root, 'makers');
    await before.page('/deel/1.html', 'sleutel', async () => ({ bytes: bytes(HTML), known }));
    await before.page('/deel/2.html', 'sleutel', async () => ({ bytes: bytes('twee'), known }));
    await before.save();
    let isMade = false;
    const page = await (
      await openEarlier(root, by)
    ).page('/deel/1.html', key, async () => ((isMade = true), { bytes: bytes('nieuw'), known: { ids: new Uint32Array(), addresses: new Uint32Array() } }));
    return { isMade, page };
  }
  it('is taken as it was, with where it leads', async () => expect(await made('makers', 'sleutel', HTML)).toEqual({ isMade: false, page: { bytes: Buffer.from(HTML), known } }));
  it.each([
    ['it is drawn from something else', 'makers', 'andere sleutel', HTML],
    ['other code draws it', 'andere makers', 'sleutel', HTML],
    ['someone changed it since', 'makers', 'sleutel', `${HTML} `],
    ['it is gone', 'makers', 'sleutel', undefined],
  ])('is made again when %s', async (_, by, key, inDist) => {
    const { isMade, page } = await made(by, key, inDist);
    expect(isMade).toBe(true);
    expect(page.bytes).toEqual(bytes('nieuw'));
  });
});
