import { describe, expect, it } from 'vitest';
import { mapCss, mapManifest, mapScript } from '../../src/build/addresses.ts';
import { type Held, mapHtml } from '../../src/build/html.ts';
import { lettersOf, toBytes, toLetters } from '../../src/build/letters.ts';
import { relativeAddress } from '../../src/build/relative.ts';
import { mayBeFound, sitemapXml } from '../../src/build/sitemap.ts';
import { nameStyles, type Templates } from '../../src/build/styles.ts';
import { absolute } from '../../src/model/paths.ts';

const from = (name: string) => (address: string) => relativeAddress(address, name);

describe('an address from the root', () => {
  it.each([
    ['/b.html', '/a.html', 'b.html'],
    ['/b.html', '/deel/1.html', '../b.html'],
    ['/deel/2.html#x', '/deel/1.html', '2.html#x'],
    ['/zoeken.html?q=a/b', '/x/y/z.html', '../../zoeken.html?q=a/b'],
    ['/', '/deel/1.html', '../index.html'],
    ['/a.html#x', '/a.html', 'a.html#x'],
  ])('%s reads in %s as %s', (address, name, expected) => expect(relativeAddress(address, name)).toBe(expected));
  it.each(['#top', 'b.html', '../b.html', 'https://x.example/b.html', '//x.example/b.html', 'mailto:a@x.example', 'data:image/png;base64,AA', ''])('%s stays as it is', (address) =>
    expect(relativeAddress(address, '/deel/1.html')).toBe(address),
  );
});

describe('a page', () => {
  const map = (html: string) => mapHtml(html, from('/deel/1.html')).html;
  it.each([
    ['<a href="/b.html">', '<a href="../b.html">'],
    ["<a class=x href='/b.html?a=1&amp;b=2'>", '<a class=x href="../b.html?a=1&amp;b=2">'],
    ['<meta content="/b.png" property="og:image">', '<meta content="../b.png" property="og:image">'],
    ['<title><a href="/b.html"></title><a href="/b.html">', '<title><a href="/b.html"></title><a href="../b.html">'],
    ['<img srcset="/a.png 1x, /b.png 2x">', '<img srcset="../a.png 1x, ../b.png 2x">'],
    ['<meta http-equiv="refresh" content="0; url=/b.html">', '<meta http-equiv="refresh" content="0; url=../b.html">'],
    ['<svg><use xlink:href="/a.svg#b"/></svg>', '<svg><use xlink:href="../a.svg#b"/></svg>'],
    ['<style>a{src:url("/a.woff2")}</style>', '<style>a{src:url("../a.woff2")}</style>'],
    ['<script type="module">import "/a.js"</script>', '<script type="module">import "../a.js"</script>'],
    ['<noscript><a href="/b.html">b</a></noscript>', '<noscript><a href="../b.html">b</a></noscript>'],
  ])('has its addresses changed: %s', (html, expected) => expect(map(`<body>${html}`)).toBe(`<body>${expected}`));
  it.each(['<p>href="/b.html"</p>', '<meta name="description" content="/b.html">', '<a href="b.html">', '<img data-src="/b.png" alt=\'/b.png\'>', '<!-- <a href="/b.html"> -->'])(
    'keeps the rest to the letter: %s',
    (html) => expect(map(`<body>${html}`)).toBe(`<body>${html}`),
  );
  it('tells its ids, and each address as it reads without signs for signs', () => {
    const asked: string[] = [];
    const { ids } = mapHtml(lettersOf('<p id="één"><a id=b href="/a.html?q=x&amp;y=&quot;">é &amp; <i id="c" /></a>'), (address) => (asked.push(address), address));
    expect([...ids]).toEqual(['één', 'b', 'c']);
    expect(asked).toEqual(['/a.html?q=x&y="']);
  });
  it('keeps every byte that is no address, and what it reads and writes is text', () => {
    const html = '<meta charset="utf-8"><style>a{content:"→ “é”";src:url("/é.woff2")}</style><p id="één" title="🙂">één 🙂 <a href="/één.html?q=&eacute;">';
    const governing = ({ styles }: Held) => `(${[...styles].join('|')})`;
    const mapped = mapHtml(toLetters(Buffer.from(html)), from('/deel/1.html'), { governing });
    const style = 'a{content:"→ “é”";src:url("../é.woff2")}';
    expect(Buffer.from(toBytes(mapped.html)).toString()).toBe(`<meta charset="utf-8">(${style})<style>${style}</style><p id="één" title="🙂">één 🙂 <a href="../één.html?q=é">`);
    expect([...mapped.ids]).toEqual(['één']);
  });
});

describe('styles that pages share', () => {
  const inline = (content: string) => ({ depth: 0, order: 0, sheet: { type: 'inline', content } });
  const shared = inline('a{color:red}');
  const own = { ...shared };
  const external = { depth: 0, order: 0, sheet: { type: 'external', src: '/_astro/b.css' } };
  const templates = new Map([
    ['a', { styles: [shared, inline('b{src:url("/b.woff2")}')] }],
    ['b', { styles: [own, external] }],
  ]) as unknown as Templates;
  const written = nameStyles(templates);
  const drawn = (name: string) => templates.get(name)!.styles.map(({ sheet }) => (sheet.type === 'inline' ? sheet.content : ''));
  it('are drawn as a name, the same for the same, and those in a file of their own as they come', () => {
    expect(drawn('a').every((name) => /^\/\*stijlen [0-9a-f]{16}\*\/$/.test(name))).toBe(true);
    expect(drawn('b')).toEqual([drawn('a')[0], '']);
    expect(external.sheet.src).toBe('/_astro/b.css');
  });
  it('are written out in the page, in their order, with their addresses and their hashes', () => {
    const governing = ({ styles }: Held) => [...styles].join('|');
    const { html } = mapHtml(`<meta charset="utf-8"><style>${drawn('a').join('')}</style>`, from('/deel/1.html'), { written, governing });
    const read = 'a{color:red}b{src:url("../b.woff2")}';
    expect(html).toBe(`<meta charset="utf-8">${read}<style>${read}</style>`);
  });
  it('leave what is no name of theirs', () => expect(written('/*stijlen 0123456789abcdef*/c{}')).toBe('/*stijlen 0123456789abcdef*/c{}'));
});

describe('a style sheet', () => {
  it.each([
    ['a{src:url(/a.png)}', 'a{src:url(../a.png)}'],
    ["a{src:url( '/a.png' )}", "a{src:url( '../a.png' )}"],
    ['@import "/a.css";', '@import "../a.css";'],
  ])('%s', (css, expected) => expect(mapCss(css, from('/_astro/x.css'))).toBe(expected));
  it.each(['a{src:url(data:image/png;base64,AA/B)}', 'a{fill:url(#b)}', 'a{content:"/a.png"}'])('keeps %s', (css) => expect(mapCss(css, from('/_astro/x.css'))).toBe(css));
});

describe('a script', () => {
  it.each([
    ['import{a}from"/_astro/b.js";', 'import{a}from"./b.js";'],
    ["const b = await import('/c.js')", "const b = await import('../c.js')"],
  ])('%s', (script, expected) => expect(mapScript(script, from('/_astro/x.js'))).toBe(expected));
  it.each(['import{a}from"./b.js"', 'const path = "/b.html"', 'import("pakket")'])('keeps %s', (script) => expect(mapScript(script, from('/_astro/x.js'))).toBe(script));
});

it('a manifest has its addresses changed and its words kept', () => {
  const manifest = { name: '/naam', start_url: '/index.html', scope: '/', icons: [{ src: '/i.png', sizes: '1x1' }] };
  expect(JSON.parse(mapManifest(JSON.stringify(manifest), from('/app.webmanifest')))).toEqual({
    name: '/naam',
    start_url: 'index.html',
    scope: 'index.html',
    icons: [{ src: 'i.png', sizes: '1x1' }],
  });
});

describe('a full address', () => {
  it.each([
    ['https://x.example', '/b.html', 'https://x.example/b.html'],
    ['https://x.example/w/', '/b.html', 'https://x.example/w/b.html'],
    ['https://x.example/w', '/index.html', 'https://x.example/w/'],
  ])('on %s of %s', (site, path, expected) => expect(absolute(site, path)).toBe(expected));
});

it('the map of a site names its pages in full, without those that ask to be left out', () => {
  const pages = { '/index.html': '', '/k/A-01.html': '<meta name="robots" content="noindex">', '/a&b.html': '' };
  const xml = sitemapXml(
    'https://x.example/w',
    Object.entries(pages).flatMap(([path, html]) => (mayBeFound(html) ? [path] : [])),
  );
  expect([...xml.matchAll(/<loc>(.*)<\/loc>/g)].map((match) => match[1])).toEqual(['https://x.example/w/', 'https://x.example/w/a&amp;b.html']);
});
