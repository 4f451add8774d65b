import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { algoritmeFields, distFiles, mdx, project, ROOT } from '../support.ts';
import { breadcrumbProblems, jsonLd } from './jsonld.ts';

const build = (root: string, environment: Record<string, string> = {}) =>
  promisify(execFile)('npm', ['run', '--silent', 'build'], { cwd: root, env: { ...process.env, ...environment } }).then(
    () => ({ ok: true, text: '' }),
    (error: { stdout: string; stderr: string }) => ({ ok: false, text: error.stdout + error.stderr }),
  );

it('a mistake in the content stops the build, says where, and leaves the old dist whole', async () => {
  const root = await project({ 'content/algoritmes/kaart.mdx': mdx(algoritmeFields({ titel: '' })), 'dist/index.html': 'oud' });
  const { ok, text } = await build(root);
  expect(ok).toBe(false);
  expect(text).toContain('content/algoritmes/kaart.mdx:3:8  titel: Dit veld is leeg.');
  expect(await readFile(join(root, 'dist/index.html'), 'utf8')).toBe('oud');
});

it('a list that every text is read with and that is no YAML stops the build in the same words', async () => {
  const { ok, text } = await build(await project({ 'content/begrippen.yaml': '- id: "kapot\n' }));
  expect(ok).toBe(false);
  expect(text).toContain('content/begrippen.yaml:2:1  Er ontbreekt een teken');
  expect(text).not.toContain('YAMLException');
});

it('a link in a page that leads nowhere stops the build and leaves the old dist whole', async () => {
  const root = await project({ 'dist/index.html': 'oud' });
  const footer = join(root, 'src/components/Footer.astro');
  await writeFile(footer, (await readFile(footer, 'utf8')).replace('paths.colofon', "'/weg.html'"));
  const { ok, text } = await build(root);
  expect(ok).toBe(false);
  expect(text).toMatch(/^Links die nergens heen gaan \(\d+\):$/m);
  expect(text).toMatch(/→ \/weg\.html\n$/);
  expect(await readFile(join(root, 'dist/index.html'), 'utf8')).toBe('oud');
});

it('every old address leads straight on to the new one', async () => {
  const root = await project({ 'content/algoritmes/kaart.mdx': mdx(algoritmeFields({ oudeSlugs: ['vroeger', 'nog-vroeger'] })) });
  expect((await build(root)).text).toBe('');
  for (const slug of ['vroeger', 'nog-vroeger']) {
    const page = await readFile(join(root, `dist/algoritmes/${slug}.html`), 'utf8');
    expect(page).toContain('content="0; url=kaart.html"');
    expect(page).toContain('<a href="kaart.html">');
  }
});

describe('a site that knows its address, with a path,', () => {
  const HOME = 'https://gemeente.example/werkvonken';
  const read = (path: string) => readFile(join(root, 'dist', path), 'utf8');
  const attribute = (html: string, pattern: RegExp) => pattern.exec(html)?.[1];
  let root: string;
  beforeAll(async () => {
    root = await project({ 'content/algoritmes/kaart.mdx': mdx(algoritmeFields({ oudeSlugs: ['vroeger'] })) });
    expect((await build(root, { SITE: HOME })).text).toBe('');
  });
  it('gives full addresses to who asks for them, and relative ones to who reads', async () => {
    const html = await read('algoritmes/kaart.html');
    expect(attribute(html, /<link rel="canonical" href="([^"]*)"/)).toBe(`${HOME}/algoritmes/kaart.html`);
    expect(attribute(html, /<meta property="og:url" content="([^"]*)"/)).toBe(`${HOME}/algoritmes/kaart.html`);
    expect(attribute(html, /<link rel="alternate"[^>]* href="([^"]*)"/)).toBe(`${HOME}/feed.xml`);
    expect(attribute(html, /<a class="home" href="([^"]*)"/)).toBe('../index.html');
    expect(attribute(await read('index.html'), /<link rel="canonical" href="([^"]*)"/)).toBe(`${HOME}/`);
    expect(html).toContain(`${HOME}/algoritmes/kaart.html</p>`);
  });
  it('gives each entry an image for who passes its link on, and every other page that of the site', async () => {
    const image = (html: string) => attribute(html, /<meta property="og:image" content="([^"]*)"/)!;
    expect(image(await read('algoritmes/kaart.html'))).toBe(`${HOME}/beeld/prent/A-01.png`);
    expect(image(await read('algoritmes.html'))).toBe(`${HOME}/beeld/prent/werkvonken.png`);
    for (const naam of ['A-01', 'werkvonken'])
      expect(await sharp(join(root, `dist/beeld/prent/${naam}.png`)).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
  });
  it('lists every page that may be found, and no other', async () => {
    const found = [...(await read('sitemap.xml')).matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address!.slice(HOME.length));
    expect(found).toEqual(expect.arrayContaining(['/', '/algoritmes/kaart.html', '/casussen/verhaal.html', '/zoeken.html']));
    expect(found.filter((path) => /^\/(404|redactie|k\/|afdrukken\/|algoritmes\/vroeger)/.test(path))).toEqual([]);
    expect(await read('robots.txt')).toContain(`Sitemap: ${HOME}/sitemap.xml`);
  });
  it('has a feed of its entries', async () => {
    const addresses = [...(await read('feed.xml')).matchAll(/<item>.*?<link>([^<]*)<\/link>/gs)].map((match) => match[1]);
    expect(addresses).toEqual(['algoritmes/kaart', 'algoritmes/andere-kaart', 'casussen/verhaal'].map((path) => `${HOME}/${path}.html`));
  });
  it('has the same as an Atom feed, with the day of the newest entry as its own', async () => {
    const atom = await read('atom.xml');
    expect([...atom.matchAll(/<entry>.*?<id>([^<]*)<\/id>/gs)].map((match) => match[1])).toEqual(
      ['algoritmes/kaart', 'algoritmes/andere-kaart', 'casussen/verhaal'].map((path) => `${HOME}/${path}.html`),
    );
    expect(attribute(atom, /<updated>([^<]*)</)).toBe('2026-11-24T00:00:00.000Z');
    expect(attribute(atom, /<link rel="self" href="([^"]*)"/)).toBe(`${HOME}/atom.xml`);
  });
  it('says in the data of every page what its full address is, and those addresses exist', async () => {
    for (const path of ['algoritmes/kaart.html', 'casussen/verhaal.html', 'open-data.html', 'begrippen.html']) {
      const blocks = jsonLd(await read(path));
      expect(
        blocks.some(({ url }) => url === `${HOME}/${path}`),
        path,
      ).toBe(true);
      expect(await breadcrumbProblems(blocks), path).toEqual([]);
      const addresses = [...JSON.stringify(blocks).matchAll(/"(https:\/\/gemeente\.example[^"#]*)/g)].map((match) => match[1]!.slice(HOME.length));
      for (const address of addresses) expect((await stat(join(root, 'dist', address === '/' ? 'index.html' : address))).isFile(), address).toBe(true);
    }
  });
  it('names full addresses to language models, and in what someone copies to embed a card', async () => {
    expect(await read('llms.txt')).toContain(`](${HOME}/algoritmes/kaart.md)`);
    expect(await read('open-data.html')).toContain(`src=&quot;${HOME}/embed/A-01.html&quot;`);
  });
  it('gives a lost visitor links that hold at any depth, without a script', async () => {
    const html = await read('404.html');
    expect(html).toContain('href="/werkvonken/algoritmes.html"');
    expect(html).toContain('action="/werkvonken/zoeken.html"');
    expect(html).not.toMatch(/<script|rel="canonical"/);
  });
});

describe('a build after a change', () => {
  const tree = async (root: string) => {
    const names = (await readdir(join(root, 'dist'), { recursive: true, withFileTypes: true }))
      .filter((file) => file.isFile())
      .map((file) => join(file.parentPath, file.name))
      .sort();
    return Promise.all(
      names.map(
        async (name) =>
          `${name} ${createHash('sha256')
            .update(await readFile(name))
            .digest('hex')}`,
      ),
    );
  };
  let root: string;
  beforeAll(async () => {
    root = await project({});
    expect((await build(root)).text).toBe('');
  });
  it('is the same, to the byte, as one from nothing', async () => {
    const paper = await readFile(join(root, 'dist/papier/kaart/A-01.pdf'));
    await writeFile(join(root, 'content/algoritmes/kaart.mdx'), mdx(algoritmeFields({ eersteStap: 'Bel morgen bij een andere buur aan.' }), '## Kop\n\nAndere tekst.\n'));
    expect((await build(root)).text).toBe('');
    const kept = await tree(root);
    expect(await readFile(join(root, 'dist/algoritmes/kaart.html'), 'utf8')).toContain('Andere tekst.');
    expect(paper.equals(await readFile(join(root, 'dist/papier/kaart/A-01.pdf')))).toBe(false);
    await rm(join(root, '.build'), { recursive: true });
    expect((await build(root)).text).toBe('');
    expect(await tree(root)).toEqual(kept);
  });
  it('takes the pages that did not change from the one before, as they were made', async () => {
    await writeFile(join(root, 'content/algoritmes/kaart.mdx'), mdx(algoritmeFields(), '## Kop\n\nWeer andere tekst.\n'));
    expect((await build(root)).text).toBe('');
    const stays = ['k/A-01.html', 'papier/a4/C-01.pdf', 'casussen/verhaal.md'];
    const days = () => Promise.all([...stays, 'algoritmes/kaart.html'].map(async (name) => (await stat(join(root, 'dist', name))).mtimeMs));
    const before = await days();
    const casus = join(root, 'dist/casussen/verhaal.html');
    await writeFile(casus, (await readFile(casus, 'utf8')).replace('</h1>', ', met de hand veranderd</h1>'));
    await writeFile(join(root, 'content/algoritmes/kaart.mdx'), mdx(algoritmeFields(), '## Kop\n\nEn nog een andere.\n'));
    expect((await build(root)).text).toBe('');
    expect(await readFile(join(root, 'dist/algoritmes/kaart.html'), 'utf8')).toContain('En nog een andere.');
    // A file that is the same keeps its day, by which servers and browsers know that it is.
    const after = await days();
    expect(after.slice(0, -1)).toEqual(before.slice(0, -1));
    expect(after.at(-1)).toBeGreaterThan(before.at(-1)!);
    const kept = await tree(root);
    await rm(join(root, '.build'), { recursive: true });
    await rm(join(root, 'dist'), { recursive: true });
    expect((await build(root)).text).toBe('');
    expect(await tree(root)).toEqual(kept);
  });
  it('keeps no text and no paper that other code would make otherwise', async () => {
    const paper = await readFile(join(root, 'dist/papier/a4/C-01.pdf'));
    const kept = (await readdir(join(root, '.build/papier'))).length;
    const template = join(root, 'src/paper/a4.typ');
    await writeFile(template, (await readFile(template, 'utf8')).replace('[De situatie]', '[Wat er speelt]'));
    const footnotes = join(root, 'src/build/footnotes.ts');
    await writeFile(footnotes, (await readFile(footnotes, 'utf8')).replace("label: 'Bronnen'", "label: 'Waar het staat'"));
    expect((await build(root)).text).toBe('');
    expect(await readFile(join(root, 'dist/casussen/verhaal.html'), 'utf8')).toContain('Waar het staat</h2>');
    expect(paper.equals(await readFile(join(root, 'dist/papier/a4/C-01.pdf')))).toBe(false);
    expect(await readdir(join(root, '.build/papier'))).toHaveLength(kept);
  });
});

it('what the site serves holds no path of this machine', async () => {
  for (const path of [...(await distFiles('.html')), ...(await distFiles('.js')), ...(await distFiles('.json'))]) {
    expect((await readFile(join(ROOT, 'dist', path), 'utf8')).includes(ROOT), path).toBe(false);
  }
});
