import { describe, expect, it } from 'vitest';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { writtenCodes } from '../support.ts';
import { useSite } from './browser.ts';

const site = useSite();
const code = (page: Page) => page.textContent('#k-code');

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await site.open(path, options);
  await page.waitForSelector('#tafel:not([hidden])');
  return page;
}

async function drawn(page: Page): Promise<string> {
  const before = page.url();
  await page.click('[data-trek]:visible');
  await page.waitForFunction((url) => location.href !== url, before);
  return (await code(page))!;
}

describe('a drawn card', () => {
  it('shows its code, title, kern, question, tomorrow and the way to its page', async () => {
    const page = await open('trek.html#A-21');
    const text = await page.textContent('#kaart');
    for (const part of ['A-21', 'Daadkrachtig op je handen zitten', 'Blijf zichtbaar naast een gat staan', 'Wat gebeurt er als ik nu niets doe?', 'Morgen'])
      expect(text).toContain(part);
    expect(await page.textContent('#k-vraag')).toMatch(/\?$/);
    await page.click('#lees');
    expect(await page.textContent('h1')).toBe('Daadkrachtig op je handen zitten');
  });
  it('is the same for everyone with the link', async () => {
    const page = await open('trek.html');
    expect(await page.isVisible('#kaart')).toBe(false);
    const first = await drawn(page);
    const other = await open(page.url().slice(site.url('').length));
    expect(await code(other)).toBe(first);
  });
  it('is another one each time, and the back button shows the one before', async () => {
    const page = await open('trek.html');
    const codes: string[] = [];
    for (let turn = 0; turn < 10; turn += 1) codes.push(await drawn(page));
    expect(new Set(codes).size).toBe(10);
    await page.goBack();
    expect(await code(page)).toBe(codes[8]);
  });
  it('comes from the deel and the pile that are chosen, and the link says so', async () => {
    const page = await open('trek.html#deel=3');
    expect(await page.isChecked('[name=deel][value="3"]')).toBe(true);
    for (let turn = 0; turn < 4; turn += 1) {
      expect(await drawn(page)).toMatch(/^A-/);
      expect(await page.getAttribute('#kaart', 'class')).toBe('deel-3');
    }
    await page.check('[name=stapel][value=casussen]');
    expect(await drawn(page)).toMatch(/^C-/);
    expect(page.url()).toMatch(/#C-\d\d&deel=3&uit=casussen$/);
    expect(await page.isVisible('#morgen')).toBe(false);
  });
  it('goes into a meeting', async () => {
    const page = await open('trek.html#A-21');
    await page.click('#erbij');
    await page.waitForSelector('#programma li');
    expect(await page.textContent('#programma')).toContain('A-21');
  });
});

it.each(['A-99', 'kaart', '__proto__', '%E0%A4%A', '<img src=x onerror=alert(1)>'])('a link with %s says that there is no such card, and lets one draw', async (fragment) => {
  const page = await open(`trek.html#${fragment}`);
  expect(await page.textContent('#fout')).toContain('bestaat hier niet');
  expect(await drawn(page)).toMatch(/^A-\d\d$/);
  expect(await page.textContent('#fout')).toBe('');
});

describe('the big view', () => {
  it('shows the card and nothing of the site, and ends with Escape or its button', async () => {
    const page = await open('trek.html#A-21&groot', { viewport: { width: 1280, height: 720 } });
    for (const hidden of ['body > header', 'footer', 'nav', '#keuze']) expect(await page.isVisible(hidden), hidden).toBe(false);
    expect(await page.evaluate(() => parseFloat(getComputedStyle(document.querySelector('#k-titel')!).fontSize))).toBeGreaterThan(60);
    await page.keyboard.press('Escape');
    expect(await page.isVisible('footer')).toBe(true);
    expect(page.url()).toMatch(/#A-21$/);
    await page.click('#groot');
    expect(await page.isVisible('footer')).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('sluit');
    await page.click('#sluit');
    expect(await page.isVisible('footer')).toBe(true);
  });
  it('holds every card and case on a screen of 1280 by 720', async () => {
    const page = await open('trek.html#A-21&groot', { viewport: { width: 1280, height: 720 } });
    const codes = (await (await fetch(site.url('data/trekkaarten.json'))).json()) as { code: string }[];
    const tall: string[] = [];
    for (const { code: each } of codes) {
      await page.evaluate((hash) => (location.hash = hash), `${each}&groot`);
      await page.waitForFunction((wanted) => document.querySelector('#k-code')!.textContent === wanted, each);
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      if (height > 720) tall.push(`${each}: ${height}`);
    }
    expect(tall).toEqual([]);
  });
});

it('explains without JavaScript how to draw a card by hand', async () => {
  const page = await site.open('trek.html', { javaScriptEnabled: false });
  const cards = (await writtenCodes()).filter((code) => code.startsWith('A'));
  expect(await page.textContent('main')).toContain(`Laat iemand een getal noemen van 1 tot en met ${cards.length}`);
  expect(await page.isVisible('#tafel')).toBe(false);
});
