import AxeBuilder from '@axe-core/playwright';
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { distFiles } from '../support.ts';
import { shifted, useSite } from './browser.ts';

const site = useSite();
const KAART = 'algoritmes/op-je-handen-zitten.html';
const CASUS = 'casussen/preston-model.html';
/** One page of each type. */
const PAGES = [
  'index.html',
  'zoeken.html?q=luisteren',
  'algoritmes.html',
  'casussen.html',
  KAART,
  CASUS,
  'deel/2.html',
  'themas.html',
  'themas/loslaten.html',
  'leeffuncties.html',
  'leeffuncties/ontmoeting.html',
  'macro-opgaven.html',
  'macro-opgaven/klimaat.html',
  'situaties.html',
  'begrippen.html',
  'woorden.html',
  'over.html',
  'colofon.html',
  'toegankelijkheid.html',
  'correcties.html',
  '404.html',
  'kaart.html',
  'kaart.html#A-21',
  'casussen-per/tijd.html',
  'casussen-per/plaats.html',
  'bijeenkomst.html',
  'bijeenkomst.html#titel=Avond&A-21=30_Eerst+lezen&C-33&eigen=15_Pauze&A-99',
  'trek.html',
  'trek.html#A-21',
  'trek.html#A-99',
  'trek.html#A-21&groot',
];

describe('axe finds nothing on', () => {
  it.each(PAGES.flatMap((path) => (['light', 'dark'] as const).map((scheme) => [path, scheme] as const)))('%s in %s', async (path, scheme) => {
    const page = await site.open(path, { colorScheme: scheme });
    if (path.startsWith('zoeken')) await page.waitForSelector('#resultaten[aria-busy="false"]', { state: 'attached' });
    if (/bijeenkomst|trek/.test(path)) await page.waitForSelector('#werkplaats:not([hidden]), #tafel:not([hidden])');
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await page.context().close();
  });
});

describe('nothing jumps while a page comes', () => {
  // A link to the big screen puts all of the site away at once.
  it.each(PAGES.filter((path) => !path.endsWith('groot')))('%s', async (path) => {
    const page = await site.open(path, { viewport: { width: 360, height: 740 } });
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(shifted)).toBeLessThan(0.1);
    await page.context().close();
  });
});

/** The words of the title that stand on more than one line. */
const brokenWords = () =>
  [...document.querySelectorAll('h1')].flatMap((title) => {
    const walker = document.createTreeWalker(title, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const broken: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const { 0: word, index } of node.textContent!.matchAll(/[^\s-]+/g)) {
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) broken.push(word);
      }
    }
    return broken;
  });

it('no page is wider than the window at 320 px, which is 400% zoom, and no word of its title is broken', async () => {
  const page = await site.open('index.html', { viewport: { width: 320, height: 640 } });
  const wide: string[] = [];
  const broken: string[] = [];
  for (const path of await distFiles('.html')) {
    await page.goto(site.url(path));
    const { width, words } = (await page.evaluate(`document.fonts.ready.then(() => ({ width: document.documentElement.scrollWidth, words: (${brokenWords})() }))`)) as {
      width: number;
      words: string[];
    };
    if (width > 320) wide.push(`${path}: ${width}`);
    broken.push(...words.map((word) => `${path}: ${word}`));
  }
  expect({ wide, broken }).toEqual({ wide: [], broken: [] });
});

it('shows the policy to be kept: no page logs an error', async () => {
  const page = await site.open('index.html');
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  for (const path of PAGES) {
    await page.goto(site.url(path));
    if (path.startsWith('zoeken')) await page.waitForSelector('#resultaten[aria-busy="false"]', { state: 'attached' });
  }
  expect(errors).toEqual([]);
});

describe('by keyboard', () => {
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
  it('the first stop is the link past the menu, and it leads to the text', async () => {
    const page = await site.open(KAART);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Naar de inhoud');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('inhoud');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Start');
  });
  it('every stop shows where the focus is', async () => {
    const page = await site.open(KAART);
    const stops = await page.locator(':is(a[href], button, input, summary):visible').count();
    for (let stop = 0; stop < stops; stop += 1) {
      await page.keyboard.press('Tab');
      const visible = await page.evaluate(() => {
        const element = document.activeElement!;
        const shows = (style: CSSStyleDeclaration) => style.outlineStyle !== 'none' || style.boxShadow !== 'none';
        const box = element.getBoundingClientRect();
        return box.width > 0 && [getComputedStyle(element), getComputedStyle(element, '::after'), getComputedStyle(element.closest('form') ?? element)].some(shows);
      });
      expect(visible, await focused(page)).toBe(true);
    }
  });
  it('a search runs from the field to the first result', async () => {
    const page = await site.open('index.html');
    await page.focus('#q');
    await page.keyboard.type('wachten');
    await page.keyboard.press('Enter');
    await page.waitForURL(/zoeken\.html\?q=wachten/);
    await page.waitForSelector('#resultaten[aria-busy="false"]', { state: 'attached' });
    await page.focus('#q');
    for (let stop = 0; stop < 40 && !(await page.evaluate(() => document.activeElement?.closest('#resultaten'))); stop += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('article');
  });
});

describe('without JavaScript', () => {
  it('a visitor can go from home to a situation, a card, its tegenwicht and a case', async () => {
    const page = await site.open('index.html', { javaScriptEnabled: false });
    await page.click('.situaties li:first-child a');
    expect(await page.textContent('h1')).toMatch(/^…/);
    await page.click('ol.entries a');
    expect(await page.isVisible('#wanneer-niet')).toBe(true);
    const before = page.url();
    await page.click('#tegenwicht a');
    expect(page.url()).not.toBe(before);
    await page.click('nav >> text=Casussen');
    await page.click('ul.entries a');
    expect(await page.isVisible('[data-footnotes]')).toBe(true);
  });
  it('search says that it cannot run and offers the overviews', async () => {
    const page = await site.open('zoeken.html', { javaScriptEnabled: false });
    expect(await page.textContent('main')).toContain('Zoeken heeft JavaScript nodig');
    expect(await page.isVisible('#overzichten a')).toBe(true);
    expect(await page.isVisible('#facets')).toBe(false);
  });
});

it('asks nothing of another origin while a visitor reads and searches', async () => {
  const page = await site.open('index.html');
  const origins = new Set<string>();
  page.on('request', (request) => origins.add(new URL(request.url()).origin));
  for (const path of ['index.html', KAART, CASUS, 'zoeken.html?q=gat']) await page.goto(site.url(path), { waitUntil: 'networkidle' });
  expect([...origins]).toEqual([new URL(site.url('')).origin]);
  expect(await page.context().cookies()).toEqual([]);
});
