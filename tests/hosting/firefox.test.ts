import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useSite } from '../browser/browser.ts';
import { find, ofLighthouse } from './programs.ts';

/** The part that we use of a package that is no dependency, so that TypeScript knows it not. */
interface Page {
  goto: (url: string) => Promise<unknown>;
  waitForSelector: (selector: string, options?: object) => Promise<unknown>;
  $eval: (selector: string, read: (element: Element) => string) => Promise<string>;
  $$eval: (selector: string, read: (elements: Element[]) => string[]) => Promise<string[]>;
  evaluate: <T>(read: () => T) => Promise<T>;
  click: (selector: string) => Promise<void>;
  type: (selector: string, text: string) => Promise<void>;
  waitForFunction: (holds: (text: string) => boolean, options: object, text: string) => Promise<unknown>;
  setViewport: (size: { width: number; height: number }) => Promise<void>;
  on: (event: string, listener: (message: { type?: () => string; text?: () => string; message?: string }) => void) => void;
  keyboard: { press: (key: string) => Promise<void> };
}
interface Firefox {
  newPage: () => Promise<Page>;
  version: () => Promise<string>;
  close: () => Promise<void>;
}

const site = useSite();
let firefox: Firefox;
let page: Page;
const errors: string[] = [];
const text = (selector: string) => page.$eval(selector, (element) => element.textContent!.trim());
const titled = (titel: string) => page.waitForFunction((wanted) => document.querySelector('h1')?.textContent === wanted, {}, titel);

beforeAll(async () => {
  const { launch } = (await import(/* @vite-ignore */ ofLighthouse('puppeteer-core/lib/puppeteer/puppeteer-core.js'))) as { launch: (options: object) => Promise<Firefox> };
  firefox = await launch({ browser: 'firefox', executablePath: find('firefox-esr'), headless: true });
});
afterAll(async () => firefox?.close());
beforeEach(async () => {
  page = await firefox.newPage();
  errors.length = 0;
  page.on('console', (message) => message.type!() === 'error' && errors.push(message.text!()));
  page.on('pageerror', ({ message }) => errors.push(message!));
});

describe('in Firefox', () => {
  it('a visitor searches and opens a result', async () => {
    await page.goto(site.url('index.html'));
    await page.type('#q', 'eenzaamhied');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#resultaten[aria-busy="false"] li a');
    await page.waitForFunction((wanted) => document.querySelector('#bedoeld')!.textContent!.includes(wanted), {}, 'eenzaamheid');
    const first = await text('#resultaten li a');
    await page.click('#resultaten li a');
    await page.waitForSelector('article');
    expect(first).toContain(await text('h1'));
    expect(errors).toEqual([]);
  });
  it('goes from a card to its tegenwicht', async () => {
    await page.goto(site.url('algoritmes/meervoudig-kijken.html'));
    await page.click('#tegenwicht a');
    await titled('Je leiderschap radicaliseren');
    expect(errors).toEqual([]);
  });
  it('composes a meeting that stands in the link', async () => {
    await page.goto(site.url('bijeenkomst.html'));
    await page.waitForSelector('#werkplaats:not([hidden])');
    await page.type('#zoekkaart', 'a21');
    await page.keyboard.press('Enter');
    await page.waitForFunction((wanted) => location.hash.includes(wanted), {}, 'A-21');
    expect(await page.$$eval('#programma .code', (codes) => codes.map(({ textContent }) => textContent!))).toEqual(['A-21']);
    expect(errors).toEqual([]);
  });
  it('draws the card of a link, and another', async () => {
    await page.goto(site.url('trek.html#A-21'));
    await page.waitForSelector('#tafel:not([hidden])');
    expect(await text('#k-code')).toBe('A-21');
    await page.evaluate(() => document.querySelector<HTMLElement>('[data-trek]:not([hidden])')!.click());
    await page.waitForFunction((before) => document.querySelector('#k-code')!.textContent !== before, {}, 'A-21');
    expect(errors).toEqual([]);
  });
  it('finds every page type without an error in the console, and none wider than a phone', async () => {
    await page.setViewport({ width: 360, height: 740 });
    for (const path of [
      'index.html',
      'algoritmes.html',
      'casussen.html',
      'casussen/leeszaal-rotterdam-west.html',
      'themas.html',
      'register.html',
      'woorden.html',
      'begrippen.html',
      'afdrukken.html',
      'over.html',
    ]) {
      await page.goto(site.url(path));
      expect(await page.evaluate(() => document.querySelectorAll('h1').length), path).toBe(1);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), path).toBe(true);
    }
    expect(errors).toEqual([]);
  });
});
