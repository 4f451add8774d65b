import { brotliCompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { readWords } from '../../src/search/words.ts';
import { useSite } from './browser.ts';

const site = useSite();
const settled = (page: Page) => page.waitForSelector('#resultaten[aria-busy="false"]', { state: 'attached' });
const status = (page: Page) => page.textContent('[role=status]');
const hits = (page: Page) => page.locator('#resultaten > li').count();

/** Opens the search page and waits until its first answer stands. */
async function search(path: string): Promise<Page> {
  const page = await site.open(path);
  await settled(page);
  return page;
}

it('finds a card by a word of its text, and opens it on a click', async () => {
  const page = await search('zoeken.html?q=gat');
  const first = page.locator('#resultaten > li').first();
  expect(await first.locator('> :first-child').evaluate((element) => element.tagName)).toBe('A');
  expect(await first.textContent()).toMatch(/[AC]-\d\d/);
  await first.locator('mark').first().waitFor();
  const title = await first.locator('a').textContent();
  await first.locator('a').click();
  await page.waitForSelector('article');
  expect(title).toContain(await page.textContent('h1'));
});

it('finds a card by a search word that stands nowhere in its text', async () => {
  const page = await search('zoeken.html?q=achteroverleunen');
  expect(await page.textContent('#resultaten > li a')).toContain('A-21');
});

it('keeps what was typed before the index had loaded', async () => {
  const page = await site.open('index.html');
  await page.route('**/pagefind.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 800));
    await route.continue();
  });
  await page.goto(site.url('zoeken.html'), { waitUntil: 'domcontentloaded' });
  await page.fill('#q', 'luisteren');
  await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent?.includes('luisteren'));
  expect(await hits(page)).toBeGreaterThan(0);
  expect(page.url()).toContain('?q=luisteren');
});

it('says so when nothing is found, and the list is empty', async () => {
  const page = await search('zoeken.html?q=xyzzyq');
  expect(await status(page)).toContain('Niets gevonden');
  expect(await hits(page)).toBe(0);
});

it('lets a visitor browse by choices before anything is typed, and keeps them after the hash', async () => {
  const page = await search('zoeken.html');
  const all = await status(page);
  await page.check('input[name=soort][value=casus]');
  await page.waitForFunction((before) => document.querySelector('[role=status]')?.textContent !== before, all);
  await settled(page);
  const titles = await page.locator('#resultaten > li a').allTextContents();
  expect(titles.length).toBeGreaterThan(0);
  expect(titles.every((title) => title.startsWith('C-'))).toBe(true);
  expect(page.url()).toMatch(/zoeken\.html#soort=casus$/);
  const again = await search(`zoeken.html#soort=casus`);
  expect(await again.isChecked('input[name=soort][value=casus]')).toBe(true);
  expect(await again.locator('#resultaten > li a').allTextContents()).toEqual(titles);
});

it('keeps the choices when someone uses the link past the menu', async () => {
  const page = await search('zoeken.html#soort=casus');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(/#soort=casus$/);
  expect(await page.isChecked('input[name=soort][value=casus]')).toBe(true);
});

it('counts per choice', async () => {
  const page = await search('zoeken.html');
  const counts = await page.locator('input[name=deel] ~ .count').allTextContents();
  const total = Number(/\d+/.exec((await status(page))!)![0]);
  expect(counts.map(Number).reduce((sum, count) => sum + count, 0)).toBe(total);
});

it('offers a thema that fits as one line above the results', async () => {
  const page = await search('zoeken.html?q=loslaten');
  await page.waitForSelector('#ingangen:not([hidden])');
  expect(await page.getAttribute('#ingangen a', 'href')).toContain('themas/loslaten.html');
});

it('says that the index is missing and offers the overviews', async () => {
  const page = await site.open('index.html');
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.goto(site.url('zoeken.html?q=xyzzyq'));
  await settled(page);
  expect(await status(page)).toContain('de zoekindex is niet gevonden');
  expect(await page.isVisible('#overzichten a')).toBe(true);
});

it('costs at most 150 kB from opening to the first results, for a visitor who comes from home', async () => {
  const page = await site.open('index.html');
  const seen = new Set(await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name)));
  const urls = new Set<string>();
  page.on('response', (response) => seen.has(response.url()) || urls.add(response.url()));
  // The list of words and the passages come after the first results: held back here, so that only what comes before is counted.
  await page.route(/woorden\.txt|pf_fragment/, () => undefined);
  await page.goto(site.url('zoeken.html?q=gat'));
  // Not the glance at titles, but the first answer from the full text.
  await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent?.includes('‘gat’'));
  const sizes = [...urls].map(async (url) => {
    const body = Buffer.from(await (await fetch(url)).arrayBuffer());
    // Pagefind's own files are compressed as they stand; a host sends text with brotli.
    return /\.(html|js|json|svg)(\?|$)/.test(url) ? brotliCompressSync(body).length : body.length;
  });
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  expect([...urls].some((url) => url.includes('pagefind'))).toBe(true);
  expect(total).toBeLessThanOrEqual(150_000);
});

it('sends a list of words of at most 45 kB', async () => {
  const text = await (await fetch(site.url('data/woorden.txt'))).text();
  const { words, topics } = readWords(text);
  expect(words.find(({ word }) => word === 'buurt')!.count).toBeGreaterThan(20);
  expect(topics.find(({ term }) => term === 'ouderen')!.strong.length).toBeGreaterThan(2);
  expect(brotliCompressSync(text).length).toBeLessThanOrEqual(45_000);
});

it('answers from titles and search words before the full text has come, and says so when it never comes', async () => {
  const page = await site.open('index.html');
  await page.route('**/pagefind/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.abort();
  });
  await page.goto(site.url('zoeken.html?q=bubbel'));
  await page.waitForSelector('#resultaten > li');
  expect(await page.getAttribute('#resultaten', 'aria-busy')).toBe('true');
  expect(await page.textContent('#resultaten > li a')).toMatch(/[AC]-\d\d/);
  await settled(page);
  expect(await status(page)).toContain('in titels en zoekwoorden');
  expect(await hits(page)).toBeGreaterThan(0);
});

it('keeps the keyboard on a result when a better answer comes', async () => {
  const page = await site.open('index.html');
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/pagefind/**', async (route) => (await held, route.continue()));
  await page.goto(site.url('zoeken.html?q=luisteren'));
  await page.focus('#resultaten > li a');
  const focused = await page.evaluate(() => document.activeElement!.textContent);
  release();
  await settled(page);
  expect(await page.evaluate(() => document.activeElement!.textContent)).toBe(focused);
});

it('says which word exists nowhere, and searches for exactly what was typed when asked', async () => {
  const page = await search('zoeken.html?q=particpatie');
  await page.waitForSelector('#bedoeld:not([hidden])');
  expect(await page.textContent('#bedoeld')).toContain('‘particpatie’ staat hier nergens. Bedoelde je ‘participatie’?');
  expect(await hits(page)).toBeGreaterThan(0);
  await page.click('#bedoeld a');
  await settled(page);
  expect(await status(page)).toContain('Niets gevonden');
});

it('puts the entry with the code first', async () => {
  const page = await search('zoeken.html?q=c33');
  expect(await page.textContent('#resultaten > li a')).toContain('C-33');
});

it('shows no passage without a marked word: it says through which word the entry was found', async () => {
  const page = await search('zoeken.html?q=achteroverleunen');
  const passage = page.locator('#resultaten .excerpt').first();
  await passage.locator('mark').or(page.getByText('Gevonden via')).first().waitFor();
  expect(await passage.textContent()).toContain('Gevonden via ‘achteroverleunen’.');
});
