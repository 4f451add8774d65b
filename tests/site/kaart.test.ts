import { brotliCompressSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadContent } from '../../src/cli/content.ts';
import type { Library } from '../../src/model/library.ts';
import { elements, readDist, ROOT } from '../support.ts';

const PAGE_BYTES = 60_000;
const SCRIPT_BYTES = 3_000;

let library: Library;
let html: string;
let drawing: string;
beforeAll(async () => {
  library = (await loadContent(ROOT)).library;
  html = await readDist('kaart.html');
  drawing = /<svg class="plattegrond[\s\S]*?<\/svg>/.exec(html)![0];
});

const entries = () => [
  ...library.algoritmes.map(({ slug, data }) => ({ href: `algoritmes/${slug}.html`, data })),
  ...library.casussen.map(({ slug, data }) => ({ href: `casussen/${slug}.html`, data })),
];

describe('the map', () => {
  it('has a link with code and title for every card and case, once', () => {
    const links = elements(drawing, (name, { href }) => name === 'a' && /^(algoritmes|casussen)\//.test(href ?? ''));
    expect(links.map(({ href }) => href).toSorted()).toEqual(
      entries()
        .map(({ href }) => href)
        .toSorted(),
    );
    for (const { href, data } of entries()) expect(links.find((link) => link['href'] === href)!['aria-label']).toContain(`${data.code} ${data.titel}`);
  });
  it('says what it is, and hides its lines from who cannot see them', () => {
    const [svg] = elements(drawing, (name) => name === 'svg');
    expect(svg!['aria-label']).toContain('als lijst');
    expect(elements(drawing, (name, attributes) => name === 'g' && attributes['class'] === 'lijnen')[0]!['aria-hidden']).toBe('true');
  });
  it('draws again, at each place, lines that are there', () => {
    const ids = new Set(elements(drawing, (name, { id }) => name === 'path' && Boolean(id)).map(({ id }) => `#${id}`));
    const used = elements(drawing, (name) => name === 'use').map(({ href }) => href!);
    expect(used.filter((href) => !ids.has(href))).toEqual([]);
    expect(used).toHaveLength(2 * ids.size);
  });
  it('has behind it a table with a row for every card and case', () => {
    const rows = elements(html, (name, { id }) => name === 'tr' && Boolean(id)).map(({ id }) => id);
    expect(rows.toSorted()).toEqual(
      entries()
        .map(({ data }) => `rij-${data.code}`)
        .toSorted(),
    );
    expect(elements(html, (name) => name === 'caption').length).toBe(elements(html, (name) => name === 'table').length);
  });
  it(`weighs at most ${PAGE_BYTES} bytes, and its script ${SCRIPT_BYTES}`, async () => {
    expect(brotliCompressSync(html).length).toBeLessThanOrEqual(PAGE_BYTES);
    const own = elements(html, (name, { src }) => name === 'script' && /kaart/.test(src ?? ''));
    expect(own).toHaveLength(1);
    expect(brotliCompressSync(await readDist(own[0]!['src']!)).length).toBeLessThanOrEqual(SCRIPT_BYTES);
  });
  it('is reached from home and from the page for what is not there', async () => {
    for (const path of ['index.html', '404.html']) expect(await readDist(path)).toMatch(/<main[\s\S]*href="kaart\.html"[\s\S]*<\/main>/);
  });
});

describe('a picture of what is there', () => {
  const pictures = (page: string) => elements(page, (name, attributes) => name === 'svg' && (attributes['class'] ?? '').includes('tekens'));
  it('stands on every thema and leeffunctie, with its numbers in words and its gaps named', async () => {
    for (const path of [...library.themas.map(({ id }) => `themas/${id}.html`), ...library.leeffuncties.map(({ id }) => `leeffuncties/${id}.html`)]) {
      const page = await readDist(path);
      expect(pictures(page).length, path).toBe(7 * 3);
      expect(page.match(/\d+ (kaart|kaarten|casus|casussen)</g)!.length, path).toBeGreaterThan(0);
      expect(page.includes('nog niets</span>'), path).toBe(page.includes('Hier is nog niets'));
    }
  });
  it('is hidden from who hears the words beside it', async () => {
    const page = await readDist('themas/loslaten.html');
    expect(pictures(page).every((svg) => svg['aria-hidden'] === 'true')).toBe(true);
  });
});

describe('the overviews of cases', () => {
  it('by time names every case with its period', async () => {
    const page = await readDist('casussen-per/tijd.html');
    for (const { slug, data } of library.casussen) {
      expect(page).toContain(`href="../casussen/${slug}.html"`);
      expect(page).toContain(`>${data.periode}</td>`);
    }
  });
  it('by place link every country to its cases', async () => {
    const page = await readDist('casussen-per/plaats.html');
    const links = elements(page, (name, { href }) => name === 'a' && (href ?? '').startsWith('#land-')).map(({ href }) => href);
    expect(links).toEqual([...new Set(links)]);
    expect(links).toHaveLength(new Set(library.casussen.map(({ data }) => data.land)).size);
  });
});
