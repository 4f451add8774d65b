import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { OPEN_NAMEN, openColumns } from '../../src/schema/open.ts';
import { DIST, distFiles, elements, readDist } from '../support.ts';
import { type Block, jsonLd, schemaProblems } from './jsonld.ts';

const EMBED_BYTES = 10_000;
const json = async (path: string) => JSON.parse(await readDist(path)) as unknown;
const isFile = (path: string) =>
  stat(join(DIST, path)).then(
    (found) => found.isFile(),
    () => false,
  );

/** The records of a CSV file as RFC 4180 reads them. */
const readCsv = (text: string): string[][] =>
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .filter(Boolean)
    .map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare!));

describe.each(OPEN_NAMEN)('the data of %s', (naam) => {
  it('is as its schema says', async () => {
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile((await json(`data/schema/${naam}.json`)) as object);
    expect(validate(await json(`data/${naam}.json`)) ? [] : validate.errors).toEqual([]);
  });
  it('is the same as a table, with a column per field', async () => {
    const entries = (await json(`data/${naam}.json`)) as object[];
    const text = await readDist(`data/${naam}.csv`);
    const [columns, ...rows] = readCsv(text);
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(columns).toEqual(openColumns(naam));
    expect(rows).toHaveLength(entries.length);
    expect(rows.every((row) => row.length === columns!.length)).toBe(true);
  });
  it('is named in the list of files, with how many there are', async () => {
    const { bestanden } = (await json('data/index.json')) as { bestanden: { naam: string; aantal: number; json: string; csv: string; schema: string }[] };
    const found = bestanden.find((bestand) => bestand.naam === naam)!;
    expect(found.aantal).toBe(((await json(found.json)) as object[]).length);
    for (const path of [found.json, found.csv, found.schema]) expect(await isFile(path), path).toBe(true);
  });
});

it('the data says which edition it is: that of package.json', async () => {
  const { version } = (await import('../../package.json', { with: { type: 'json' } })).default;
  expect(await json('data/index.json')).toMatchObject({ versie: version, edities: [{ versie: version }] });
});

/** Where the links of a Markdown file lead, within the site. */
const linksOf = (text: string, path: string) =>
  [...text.matchAll(/\]\(([^)#]+)[^)]*\)/g)]
    .map((match) => match[1]!)
    .filter((link) => !/^https?:/.test(link))
    .map((link) => join(dirname(path), link));

describe('every card and case as plain text', () => {
  let texts: { path: string; text: string }[];
  beforeAll(async () => {
    const pages = (await distFiles('.html')).filter((path) => /^(algoritmes|casussen)\//.test(path));
    texts = await Promise.all(pages.map(async (page) => ({ path: page.replace('.html', '.md'), text: await readDist(page.replace('.html', '.md')) })));
  });
  it('stands beside its page, which names it', async () => {
    for (const { path } of texts)
      expect(elements(await readDist(path.replace('.md', '.html')), (name, { type }) => name === 'link' && type === 'text/markdown')[0]?.['href'], path).toBe(path.split('/')[1]);
  });
  it('links to files that are there, and holds no HTML and no half text', async () => {
    for (const { path, text } of texts) {
      for (const link of linksOf(text, path)) expect(await isFile(link), `${path} → ${link}`).toBe(true);
      expect(text.replaceAll(/<https?:[^>]*>/g, ''), path).not.toMatch(/<[a-z/]|undefined|\[object/);
    }
  });
  it('holds the source of every footnote, once', () => {
    for (const { path, text } of texts) {
      const used = new Set([...text.matchAll(/\[\^([a-z0-9-]+)\](?!:)/g)].map((match) => match[1]!));
      expect([...text.matchAll(/^\[\^([a-z0-9-]+)\]:/gm)].map((match) => match[1]!).sort(), path).toEqual([...used].sort());
    }
  });
  it('is named in llms.txt, where every link leads somewhere', async () => {
    const links = linksOf(await readDist('llms.txt'), 'llms.txt');
    expect(links).toEqual(expect.arrayContaining(texts.map(({ path }) => path)));
    for (const link of links) expect(await isFile(link), link).toBe(true);
  });
});

describe('the JSON-LD of the pages', () => {
  let blocks: { path: string; block: Block }[];
  beforeAll(async () => {
    const pages = await Promise.all((await distFiles('.html')).map(async (path) => ({ path, html: await readDist(path) })));
    blocks = pages.flatMap(({ path, html }) => jsonLd(html).map((block) => ({ path, block })));
  });
  const pathsOf = (type: string) => blocks.filter(({ block }) => block['@type'] === type).map(({ path }) => path);
  it('is of the kind that the page is of', async () => {
    const pages = await distFiles('.html');
    expect(pathsOf('HowTo')).toEqual(pages.filter((path) => path.startsWith('algoritmes/')));
    expect(pathsOf('Article')).toEqual(pages.filter((path) => path.startsWith('casussen/')));
    expect(pathsOf('DefinedTermSet')).toEqual(['begrippen.html']);
    expect(pathsOf('Dataset')).toEqual(['open-data.html']);
    expect(pathsOf('BreadcrumbList').length).toBeGreaterThan(300);
  });
  it('is what schema.org says that it may be', () => expect(schemaProblems(blocks.map(({ block }) => block))).toEqual([]));
  it('names no address of the site, which was built without knowing it', () =>
    expect(blocks.filter(({ block }) => 'url' in block || JSON.stringify(block).includes('"item":"'))).toEqual([]));
  it('of a case cites every source', async () => {
    const casussen = (await json('data/casussen.json')) as { url: string; bronnen: { url: string }[] }[];
    for (const { url, bronnen } of casussen) {
      const article = blocks.find(({ path, block }) => path === url && block['@type'] === 'Article')!.block as unknown as { citation: { url: string }[] };
      expect(article.citation.map((source) => source.url)).toEqual(bronnen.map((bron) => bron.url));
    }
  });
});

it.each([
  ['a property that its type does not have', { '@context': 'https://schema.org', '@type': 'HowTo', name: 'x', stappen: [] }],
  ['a value of another kind', { '@context': 'https://schema.org', '@type': 'Article', headline: { fout: true } }],
  ['a type that does not exist', { '@context': 'https://schema.org', '@type': 'Kaart', name: 'x' }],
])('JSON-LD is refused with %s', (_, block) => expect(schemaProblems([block])).not.toEqual([]));

describe('what others embed', () => {
  const all = () => distFiles('.html').then((paths) => Promise.all(paths.filter((path) => path.startsWith('embed/')).map(async (path) => ({ path, html: await readDist(path) }))));
  it('is there for every card and case, and says what must never be left out', async () => {
    const entries = [...((await json('data/algoritmes.json')) as { code: string; kern: string }[]), ...((await json('data/casussen.json')) as { code: string; kern: string }[])];
    expect((await all()).map(({ path }) => path)).toEqual(entries.map(({ code }) => `embed/${code}.html`));
    for (const { path, html } of await all())
      for (const part of path.includes('A-')
        ? ['De reflex', 'Meervoudig gezien', 'Morgen', 'Wanneer niet', 'Tegenwicht']
        : ['De reflex', 'Meervoudig gezien', 'Niet aan tafel', 'onze lezing', 'Hoe het afliep'])
        expect(html, path).toContain(part);
  });
  it(`weighs at most ${EMBED_BYTES} bytes and fetches and runs nothing`, async () => {
    for (const { path, html } of await all()) {
      expect(brotliCompressSync(html).length, path).toBeLessThanOrEqual(EMBED_BYTES);
      expect(
        elements(html, (name) => ['script', 'link', 'img', 'iframe'].includes(name)),
        path,
      ).toEqual([]);
      expect(html, path).not.toMatch(/url\(["']?(?!data:)[^)]/);
    }
  });
  it('opens every link outside the frame, and is left out of what search engines keep', async () => {
    for (const { path, html } of await all()) {
      const links = elements(html, (name) => name === 'a');
      expect(links.length, path).toBeGreaterThan(0);
      expect(
        links.every(({ target }) => target === '_top'),
        path,
      ).toBe(true);
      expect(elements(html, (name, { content }) => name === 'meta' && content === 'noindex').length, path).toBe(1);
      expect(elements(html, (name) => name === 'h1').length, path).toBe(1);
      expect(html, path).toMatch(/<html[^>]* lang="nl"/);
    }
  });
});
