import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { extractText } from 'unpdf';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { DIST, writtenCodes } from '../support.ts';
import { useBrowser } from './browser.ts';

const browser = useBrowser();
const errors: string[] = [];

/** The library in one file, opened from disk as by a double click. */
async function open(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await (await browser().newContext(options)).newPage();
  errors.length = 0;
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('request', (request) => /^(file|data):/.test(request.url()) || errors.push(request.url()));
  await page.goto(pathToFileURL(join(DIST, 'werkvonken.html')).href);
  return page;
}

const found = (page: Page) => page.locator('#gevonden a').allTextContents();

describe('the library in one file, from disk', () => {
  it('finds an entry by a word in its text, in another form, and by a search word that stands nowhere', async () => {
    const page = await open();
    await page.fill('#q', 'luisteren');
    expect((await found(page)).length).toBeGreaterThan(3);
    await page.fill('#q', 'ruzies');
    expect((await found(page)).join()).toContain('A-26');
    await page.fill('#q', 'achteroverleunen');
    expect((await found(page))[0]).toContain('A-21');
    expect(await page.textContent('#status')).toContain('gevonden voor ‘achteroverleunen’');
    expect(errors).toEqual([]);
  });
  it('says when nothing is found, and shows the contents again when the field is empty', async () => {
    const page = await open();
    await page.fill('#q', 'xyzzyq');
    expect(await page.textContent('#status')).toContain('Niets gevonden');
    expect(await found(page)).toEqual([]);
    await page.fill('#q', '');
    expect(await page.isVisible('#lijst')).toBe(true);
    expect(await page.textContent('#status')).toBe('');
  });
  it('takes what is typed as text', async () => {
    const page = await open();
    for (const typed of ['<img src=x onerror=alert(1)>', '__proto__', '((((', 'é'.repeat(10_000)]) await page.fill('#q', typed);
    await page.fill('#q', '<b>gat</b>');
    expect(await page.locator('#status b').count()).toBe(0);
    expect(errors).toEqual([]);
  });
  it('leads from a result to the entry, from there to its tegenwicht, and back to the contents', async () => {
    const page = await open();
    await page.fill('#q', 'achteroverleunen');
    await page.press('#q', 'Enter');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.hash === '#A-21');
    expect(await page.evaluate(() => Math.abs(document.querySelector('#A-21')!.getBoundingClientRect().top) < 60)).toBe(true);
    await page.click('#A-21-tegenwicht a');
    await page.waitForFunction(() => /^#A-\d\d$/.test(location.hash) && location.hash !== '#A-21');
    await page.click('#A-21 .terug a');
    expect(await page.evaluate(() => location.hash)).toBe('#inhoud');
  });
  it('reads without JavaScript: contents, entries, links and sources, and no field that does nothing', async () => {
    const page = await open({ javaScriptEnabled: false });
    expect(await page.isVisible('#q')).toBe(false);
    await page.click('#lijst a:has-text("C-33")');
    expect(await page.isVisible('#C-33 [data-footnotes] a')).toBe(true);
    expect(await page.isVisible('#A-21 .side')).toBe(true);
  });
  it('shows its own letters', async () => {
    const page = await open();
    expect(await page.evaluate(async () => (await document.fonts.ready, [...document.fonts].filter(({ status }) => status === 'loaded').length))).toBeGreaterThanOrEqual(2);
  });
  it('prints every entry on sheets of its own, whatever is searched', async () => {
    const page = await open();
    await page.fill('#q', 'achteroverleunen');
    const { text } = await extractText(new Uint8Array(await page.pdf({ preferCSSPageSize: true, format: 'A4' })), { mergePages: false });
    const sheets = text.map((sheet) => sheet.replace(/\s+/g, ' '));
    const firsts = sheets.flatMap((sheet) => /^blad \d+ van \d+ ([AC]-\d+) /.exec(sheet)?.[1] ?? []);
    const codes = await writtenCodes();
    expect([...new Set(firsts)].sort()).toEqual(codes.toSorted());
    expect(sheets[0]).toContain(codes.at(-1));
    expect(sheets.join(' ')).not.toMatch(/Terug naar de inhoud|Zoek een thema/);
  });
  it.each(['light', 'dark'] as const)('has nothing for axe to find, in %s', async (colorScheme) => {
    const page = await open({ colorScheme });
    await page.fill('#q', 'gat');
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
  it('is no wider than a phone', async () => {
    const page = await open({ viewport: { width: 320, height: 640 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});
