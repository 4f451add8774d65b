/** What a reader meets when a host does its work badly: content, or a plain sentence with a way on. Never a blank page, and never an error that nobody explains. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DIST } from '../support.ts';
import { useBrowser } from './browser.ts';
import { type Fault, useHost } from './server.ts';

const browser = useBrowser();
const host = useHost();
/** What the page says when it found nothing, or no more than titles and search words say. */
const NO_INDEX = /Zoeken kan hier nu niet|Zoeken in de hele teksten lukt nu niet/;
/** How long a reader is kept waiting for one file of a slow host. */
const SLOW = 5_000;

afterEach(async () => {
  [host.folder, host.fault] = [DIST, () => undefined];
  await Promise.all(
    browser()
      .contexts()
      .map((context) => context.close()),
  );
});

const errors: string[] = [];
/** Opens a page without what an earlier visit left, and collects the errors of our own scripts: Pagefind throws some where nobody can catch them. */
async function open(path: string): Promise<Page> {
  const page = await (await browser().newContext({ serviceWorkers: 'block' })).newPage();
  errors.length = 0;
  page.on('pageerror', ({ message, stack }) => stack?.includes('pagefind/pagefind.js') || errors.push(`${message} ${stack}`));
  await page.goto(host.url(path), { timeout: 60_000 });
  return page;
}

const settled = (page: Page) => page.waitForSelector('#resultaten[aria-busy="false"]', { state: 'attached', timeout: 10_000 });
const status = (page: Page) => page.textContent('#status');
const hits = (page: Page) => page.locator('#resultaten > li').count();
const cut = (content: Buffer): Buffer => content.subarray(0, content.length / 2);
const garbage = (content: Buffer): Buffer => Buffer.alloc(content.length, 'x');

/** Searches while `fault` holds for the files that `which` names. */
async function search(which: RegExp, fault: Fault, question = 'zoeken.html?q=ruzie'): Promise<Page> {
  host.fault = (path) => (which.test(path) ? fault : undefined);
  const page = await open(question);
  await settled(page);
  return page;
}

/** A reader who gets no answer is told so, is not told that nothing was found, and has the overviews at hand. */
async function hasAWayOn(page: Page): Promise<void> {
  expect(await status(page)).toMatch(NO_INDEX);
  expect(await page.textContent('main')).not.toContain('Niets gevonden');
  expect(errors).toEqual([]);
  await page.click('#overzichten a:text("alle algoritmes")');
  expect(await page.textContent('h1')).toBe('Algoritmes');
}

/** A page whose script did not come leads on as well. */
async function hasLinks(page: Page): Promise<void> {
  await page.click('#haperde a >> nth=0');
  expect(await page.textContent('h1')).toBe('Algoritmes');
}

const MISSING: [string, Fault][] = [
  ['missing', { status: 404 }],
  ['cut off', { change: cut }],
  ['garbage', { change: garbage }],
  ['empty', { change: () => Buffer.alloc(0) }],
];

describe.each([
  ['the script of the index', /pagefind\/pagefind\.js$/],
  ['the list of indexes', /pagefind-entry\.json$/],
  ['the table of the index', /\.pf_meta$/],
  ['the machine that reads the index', /wasm\..*\.pagefind$/],
  ['the list of entries', /vindplaatsen\.json$/],
])('search without %s', (_, which) => {
  it.each(MISSING)('(%s) says so and shows the overviews', async (__, fault) => hasAWayOn(await search(which, fault)));
});

describe('search without a part of the index', () => {
  it.each(MISSING)('(%s) says so, or answers from titles and search words', async (_, fault) => {
    const page = await search(/\.pf_index$/, fault);
    if ((await hits(page)) === 0) await hasAWayOn(page);
    expect(errors).toEqual([]);
  });
  it.each(MISSING)('(%s) never says of a word that stands in texts alone that nothing holds it', async (_, fault) => {
    const page = await search(/\.pf_index$/, fault, 'zoeken.html?q=vrijdag');
    await hasAWayOn(page);
  });
  it.each(MISSING)('for its passages (%s) still lists what it found', async (_, fault) => {
    const page = await search(/\.pf_fragment$/, fault);
    expect(await hits(page)).toBeGreaterThan(3);
    await page.waitForTimeout(500);
    expect(errors).toEqual([]);
    await page.click('#resultaten > li a');
    await page.waitForSelector('article');
  });
  it.each(MISSING)('for its words (%s) still lists what it found', async (_, fault) => {
    const page = await search(/woorden\.txt/, fault);
    expect(await hits(page)).toBeGreaterThan(3);
    expect(errors).toEqual([]);
  });
  it.each(MISSING)('for its themes (%s) still lists what it found', async (_, fault) => {
    const page = await search(/ingangen\.json/, fault, 'zoeken.html?q=loslaten');
    expect(await hits(page)).toBeGreaterThan(3);
    expect(errors).toEqual([]);
  });
});

it('search works again by itself once the host does', async () => {
  const page = await search(/^pagefind\//, { status: 500 });
  expect(await status(page)).toMatch(NO_INDEX);
  host.fault = () => undefined;
  await page.reload();
  await settled(page);
  expect(await hits(page)).toBeGreaterThan(3);
});

describe('a page from before the last build', () => {
  let next = '';
  /** A later build: every file of the index has another name, and the old names are gone. */
  beforeAll(async () => {
    next = join(await mkdtemp(join(tmpdir(), 'werkvonken-')), 'dist');
    await cp(DIST, next, { recursive: true });
    for (const folder of ['pagefind/index', 'pagefind/fragment']) {
      await rm(join(next, folder), { recursive: true });
    }
    const entries = join(next, 'pagefind/pagefind-entry.json');
    await writeFile(entries, (await readFile(entries, 'utf8')).replace(/"hash":"(\w+)"/, '"hash":"nl_0000000000"'));
  });
  it('that was searched before and is searched again says that it cannot, or answers', async () => {
    const page = await open('zoeken.html?q=ruzie');
    await settled(page);
    host.folder = next;
    await page.fill('#q', 'vrijdag');
    await settled(page);
    await page.waitForTimeout(1_000);
    if ((await hits(page)) === 0) await hasAWayOn(page);
    expect(errors).toEqual([]);
  });
  it('with a newer list of indexes says that it cannot', async () => {
    host.fault = () => undefined;
    host.folder = next;
    const page = await open('zoeken.html?q=ruzie');
    await settled(page);
    await hasAWayOn(page);
  });
});

describe(`a host that takes ${SLOW / 1000} seconds for every file`, () => {
  it('search says that it is busy, and answers in the end', async () => {
    const page = await open('index.html');
    host.fault = () => ({ delay: SLOW });
    await page.goto(host.url('zoeken.html?q=ruzie'), { timeout: 120_000, waitUntil: 'commit' });
    await page.waitForSelector('text=Even zoeken', { timeout: 3 * SLOW });
    expect(await page.getAttribute('#resultaten', 'aria-busy')).toBe('true');
    expect(await page.isVisible('#overzichten a')).toBe(true);
    await page.waitForSelector('#resultaten > li', { timeout: 12 * SLOW });
    await page.waitForSelector('#resultaten[aria-busy="false"]', { timeout: 12 * SLOW });
    expect(await status(page)).toContain('voor ‘ruzie’');
    expect(errors).toEqual([]);
  });
  it('an entry reads as soon as its own file is there', async () => {
    host.fault = (path) => (path.endsWith('.html') ? undefined : { delay: SLOW });
    const page = await open('index.html');
    const start = Date.now();
    // Not until the document is done: that waits for scripts, and a reader does not.
    await page.goto(host.url('algoritmes/op-je-handen-zitten.html'), { waitUntil: 'commit' });
    await page.waitForSelector('#wanneer-niet', { timeout: SLOW / 2 });
    expect(Date.now() - start).toBeLessThan(SLOW / 2);
  });
  it.each([
    ['a meeting', 'bijeenkomst.html#titel=Avond&A-21=30', '#programma li:has-text("A-21")'],
    ['drawing', 'trek.html#A-21', '#kaart:has-text("Daadkrachtig")'],
  ])('%s says that it fetches the cards, and has them in the end', async (_, path, arrived) => {
    host.fault = (name) => (/\.js(on)?$/.test(name) ? { delay: SLOW } : undefined);
    const page = await (await browser().newContext({ serviceWorkers: 'block' })).newPage();
    await page.goto(host.url(path), { waitUntil: 'commit' });
    await page.waitForSelector('text=Even de kaarten ophalen');
    await page.waitForSelector(arrived, { timeout: 6 * SLOW });
    expect(await page.textContent('main')).not.toContain('Even de kaarten ophalen');
    expect(page.url()).toContain('A-21');
  });
});

/** Numbers that come in the same order every time (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

describe('a host that fails a third of what is asked', () => {
  /** Pages themselves come: of one that does not, a reader sees the host's own page. */
  const failing = (seed: number): void => {
    const next = numbers(seed);
    host.fault = (path) => (!path.endsWith('.html') && next() < 1 / 3 ? { status: 500 } : undefined);
  };
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('search answers or says that it cannot (%i)', async (seed) => {
    failing(seed);
    const page = await open('zoeken.html?q=ruzie');
    await settled(page);
    await page.waitForTimeout(500);
    if (await page.isVisible('#haperde')) return hasLinks(page);
    if ((await hits(page)) === 0) await hasAWayOn(page);
    expect(errors).toEqual([]);
  });
  it.each([1, 2, 3, 4])('a meeting shows its cards or says that it cannot, and its link stays (%i)', async (seed) => {
    failing(seed);
    const page = await open('bijeenkomst.html#titel=Avond&A-21=30&C-33');
    await page.waitForSelector('#programma li:visible, #geenlijst:has-text("niet worden opgehaald"), #haperde:visible');
    if (await page.isVisible('#haperde')) await hasLinks(page);
    else expect(page.url()).toContain('A-21=30');
    expect(errors).toEqual([]);
  });
  it.each([1, 2, 3, 4])('drawing shows a card or says that it cannot (%i)', async (seed) => {
    failing(seed);
    const page = await open('trek.html#A-21');
    await page.waitForSelector(`#kaart:has-text("Daadkrachtig op je handen zitten"), #geenkaarten:has-text("niet worden opgehaald"), #haperde:visible`);
    if (await page.isVisible('#haperde')) await hasLinks(page);
    expect(errors).toEqual([]);
  });
  it.each(['zoeken.html?q=ruzie', 'bijeenkomst.html#A-21', 'trek.html#A-21'])('%s says so when its script does not come at all', async (path) => {
    host.fault = (name) => (name.endsWith('.js') ? { status: 500 } : undefined);
    const page = await open(path);
    await page.waitForSelector('text=Een deel van deze pagina kwam niet over');
    expect(await page.locator('[aria-busy=true]').count()).toBe(0);
    await hasLinks(page);
  });
  it('an entry reads, whatever else fails', async () => {
    host.fault = (path) => (path.endsWith('.html') ? undefined : { status: 500 });
    const page = await open('casussen/preston-model.html');
    expect(await page.isVisible('article [data-footnotes]')).toBe(true);
    expect(errors).toEqual([]);
  });
});
