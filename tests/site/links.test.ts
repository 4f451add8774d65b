import { describe, expect, it } from 'vitest';
import { settleLinks } from '../../src/build/links.ts';
import { readImports } from '../../src/build/preloads.ts';
import { numbering } from '../../src/build/names.ts';
import { makeSettler } from '../../src/build/settle.ts';
import { DIST, distFiles, elements, readDist, writeProject } from '../support.ts';

const page = (body: string) => `<!doctype html><html lang="nl"><body id="top">${body}</body></html>`;

/** What settling the links of a folder finds broken, and which files it changes. */
async function settle(folder: string, site?: string): Promise<{ broken: string[]; changed: Map<string, string> }> {
  const changed = new Map<string, string>();
  const settler = makeSettler({ names: numbering(), imports: await readImports(folder), site, written: (styles) => styles });
  return { broken: await settleLinks(folder, settler, (name, bytes) => changed.set(name, Buffer.from(bytes).toString())), changed };
}
const broken = async (files: Record<string, string>, site?: string) => (await settle(await writeProject(files), site)).broken;

describe('the built site', () => {
  it('has no broken link, and every one is relative already', async () => {
    const { broken: found, changed } = await settle(DIST);
    expect(found).toEqual([]);
    // A page that is settled once more gets its policy once more, and nothing else.
    const again = /(?<=<meta charset="[^"]*">)<meta http-equiv="content-security-policy"[^>]*>/;
    const pages = await distFiles('.html');
    expect([...changed.keys()].sort()).toEqual(pages.map((path) => `/${path}`).sort());
    const different = await Promise.all(pages.map(async (path) => (changed.get(`/${path}`)!.replace(again, '') === (await readDist(path)) ? [] : [path])));
    expect(different.flat()).toEqual([]);
  });
  it('holds no address from the root of a server', async () => {
    const rooted = (html: string) => elements(html, (_, attributes) => ['href', 'src', 'action'].some((name) => /^\/(?!\/)/.test(attributes[name] ?? '')));
    const pages = await distFiles('.html');
    const found = await Promise.all(pages.map(async (path) => ({ path, html: await readDist(path) })));
    expect(found.filter(({ html }) => rooted(html).length > 0 || /url\(["']?\//.test(html)).map(({ path }) => path)).toEqual([]);
  });
  it('names in each page what its scripts import, so that it comes beside them', async () => {
    const zoeken = await readDist('zoeken.html');
    const named = elements(zoeken, (name, { rel }) => name === 'link' && rel === 'modulepreload').map(({ href }) => href);
    const script = /src="(_astro\/zoeken[^"]+)"/.exec(zoeken)![1]!;
    const imported = [...(await readDist(script)).matchAll(/from"\.\/([^"]+)"/g)].map(([, name]) => `_astro/${name}`);
    expect(imported.length).toBeGreaterThan(2);
    expect(named).toEqual(expect.arrayContaining([...imported, 'pagefind/pagefind.js']));
  });
  it('says nothing of where it stands, since it was built without knowing', async () => {
    expect((await distFiles('.xml')).length).toBe(0);
    const pages = await Promise.all((await distFiles('.html')).map(readDist));
    expect(pages.filter((html) => /rel="canonical"|property="og:|rel="alternate" type="application/.test(html))).toEqual([]);
    expect(await readDist('robots.txt')).not.toContain('Sitemap');
  });
});

it('accepts links to pages, files, fragments and other sites', async () => {
  const html = page(
    '<a href="/b.html#top">b</a><a href="b.html">b</a><a href="#top">t</a><img src="/x.png" alt="x"><a href="https://example.org/weg">e</a><a href="mailto:a@example.org">m</a><a href="/">h</a><a href="/b.html#erbij=A-21">s</a><a href="/x.png#page=2">p</a>',
  );
  expect(await broken({ 'index.html': page(''), 'a.html': html, 'b.html': page(''), 'x.png': 'x' })).toEqual([]);
});

it.each([
  ['a page that is not there', '<a href="/weg.html">x</a>', '/weg.html'],
  ['a fragment that is not there', '<a href="/b.html#weg">x</a>', '/b.html#weg'],
  ['an image that is not there', '<img src="/weg.png" alt="x">', '/weg.png'],
  ['one of several images that is not there', '<img srcset="/b.html 1x, /weg.png 2x" alt="x">', '/weg.png'],
  ['a form that leads nowhere', '<form action="/weg.html"></form>', '/weg.html'],
  ['a link without scripting', '<noscript><a href="/weg.html">x</a></noscript>', '/weg.html'],
  ['a template', '<template><a href="/weg.html">x</a></template>', '/weg.html'],
  ['an image of a style', '<style>a{background:url("/weg.png")}</style>', '/weg.png'],
  ['a script that imports what is not there', '<script type="module">import "/weg.js";</script>', '/weg.js'],
])('refuses %s', async (_, body, link) => expect(await broken({ 'a.html': page(body), 'b.html': page('') })).toEqual([`/a.html → ${link}`]));

it('refuses what a style sheet, a script or a manifest names and is not there, all at once', async () => {
  const files = { 'a/b.css': 'a{src:url(../weg.woff2)}', 'a/b.js': 'import "./weg.js"', 'app.webmanifest': '{"icons":[{"src":"/weg.png"}]}' };
  expect(await broken(files)).toEqual(['/a/b.css → ../weg.woff2', '/a/b.js → ./weg.js', '/app.webmanifest → /weg.png']);
});

it('refuses a full address of the site itself that leads nowhere, and leaves that of another site alone', async () => {
  const html = page(
    '<link rel="canonical" href="https://x.example/w/weg.html"><meta property="og:url" content="https://x.example/w/a.html"><a href="https://x.example/elders">e</a>',
  );
  expect(await broken({ 'a.html': html }, 'https://x.example/w/')).toEqual(['/a.html → https://x.example/w/weg.html']);
});

it('writes the page that is given at any depth from the root of the server, when the site is known', async () => {
  const files = { '404.html': page('<a href="/b.html">b</a>'), 'b.html': page('') };
  expect((await settle(await writeProject(files), 'https://x.example/w')).changed.get('/404.html')).toContain('href="/w/b.html"');
  expect((await settle(await writeProject(files))).changed.get('/404.html')).toContain('href="b.html"');
});
