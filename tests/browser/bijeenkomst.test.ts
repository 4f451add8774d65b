import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { extractText } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { useSite } from './browser.ts';

const site = useSite();

/** Opens a page and keeps what it complains about: errors, and what the policy refused. */
async function open(path: string, options = {}): Promise<{ page: Page; complaints: string[] }> {
  const page = await site.open(path, options);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  return { page, complaints };
}
/** Where a page is, after the address of the site; the browser itself knows first. */
const link = async (page: Page) => (await page.evaluate(() => location.href)).replace(site.url(''), '');
const codes = (page: Page) => page.$$eval('#programma > li', (rows) => rows.map((row) => row.getAttribute('data-code')));
const printed = async (page: Page) => (await extractText(new Uint8Array(await page.pdf({ preferCSSPageSize: true, format: 'A4' })), { mergePages: false })).text.map((sheet) => sheet.replace(/\s+/g, ' '));
const violations = async (page: Page) => (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);

describe('a meeting', () => {
  it('grows from the pages of cards and cases, and is in the link', async () => {
    const { page, complaints } = await open('algoritmes/aanbellen.html');
    await page.click('text=+ bijeenkomst');
    await page.waitForSelector('#programma > li');
    await page.goto(site.url('casussen/leeszaal-rotterdam-west.html'));
    await page.click('text=+ bijeenkomst');
    await page.waitForSelector('[data-code="C-33"]');
    expect(await codes(page)).toEqual(['A-24', 'C-33']);
    await page.fill('[name=titel]', 'Avond over de leeszaal');
    await page.fill('[data-code="C-33"] textarea', 'eerst <b>lezen</b> & dan praten');
    const other = await open(await link(page));
    await other.page.waitForSelector('[data-code="C-33"]');
    expect(await codes(other.page)).toEqual(['A-24', 'C-33']);
    expect(await other.page.inputValue('[name=titel]')).toBe('Avond over de leeszaal');
    expect(await other.page.inputValue('[data-code="C-33"] textarea')).toBe('eerst <b>lezen</b> & dan praten');
    expect(new URL(page.url()).search).toBe('');
    expect([...complaints, ...other.complaints]).toEqual([]);
  });
  it('is ordered by keyboard, says so, and goes back with the back button', async () => {
    const { page } = await open('bijeenkomst.html#k=A-21~30&k=A-24~30&k=C-33~50');
    await page.waitForSelector('#programma > li');
    await page.focus('[data-code="A-21"] .omlaag');
    await page.keyboard.press('Enter');
    expect(await codes(page)).toEqual(['A-24', 'A-21', 'C-33']);
    expect(await page.textContent('#gezegd')).toBe('A-21 staat nu op plaats 2 van 3.');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Zet A-21 een plaats later');
    await page.goBack();
    expect(await codes(page)).toEqual(['A-21', 'A-24', 'C-33']);
  });
  it('is ordered by dragging', async () => {
    const { page } = await open('bijeenkomst.html#k=A-21&k=A-24&k=C-33');
    await page.waitForSelector('#programma > li');
    const [from, to] = await Promise.all([page.locator('[data-code="A-21"] .greep').boundingBox(), page.locator('[data-code="C-33"]').boundingBox()]);
    await page.mouse.move(from!.x + 5, from!.y + 5);
    await page.mouse.down();
    await page.mouse.move(to!.x + 30, to!.y + to!.height / 2, { steps: 8 });
    await page.mouse.up();
    expect((await codes(page)).at(-1)).toBe('A-21');
  });
  it('weighs the minutes against the time there is', async () => {
    const { page } = await open('bijeenkomst.html#m=60&k=A-21~30&k=A-24~20');
    await page.waitForSelector('#programma > li');
    expect(await page.textContent('#totaal')).toBe('Samen 50 minuten. Nog 10 minuten over.');
    await page.fill('[data-code="A-24"] input', '45');
    expect(await page.textContent('#totaal')).toBe('Samen 75 minuten. Dat is 15 minuten te lang.');
  });
  it('takes a part away and puts it back', async () => {
    const { page } = await open('bijeenkomst.html#k=A-21&k=A-24');
    await page.waitForSelector('#programma > li');
    await page.click('[data-code="A-21"] .weg');
    expect(await codes(page)).toEqual(['A-24']);
    await page.click('text=Zet terug');
    expect(await codes(page)).toEqual(['A-21', 'A-24']);
  });
  it('finds cards to add by a word of their title', async () => {
    const { page } = await open('bijeenkomst.html');
    await page.waitForSelector('#bijeenkomst:not([hidden])');
    await page.fill('#zoek', 'aanbellen');
    await page.click('#keuze button');
    expect(await codes(page)).toEqual(['A-24']);
    await page.fill('#zoek', 'xqzzt');
    expect(await page.textContent('#keuze')).toContain('Geen kaart of casus');
  });
  it('says what in a bad link could not be used, and keeps the rest', async () => {
    const { page, complaints } = await open('bijeenkomst.html#k=A-99&k=A-21&k=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&t=%E0%A4%A');
    await page.waitForSelector('#programma > li');
    expect(await codes(page)).toEqual(['A-21']);
    expect(await page.textContent('#melding')).toContain('Niet alles in deze link is te gebruiken: ‘A-99’, ‘<img src=x onerror=alert’');
    expect(complaints).toEqual([]);
  });
  it('prints an agenda, the chosen cards and the voices of a case, and nothing of the screen', async () => {
    const { page, complaints } = await open('bijeenkomst.html#t=Onze%20avond&b=19:30&k=A-24~30~neem%20koekjes%20mee&k=C-33~40');
    await page.waitForSelector('#papier .stroken', { state: 'attached' });
    const sheets = await printed(page);
    const all = sheets.join(' ');
    for (const part of ['Onze avond', '19:30', '20:00', 'neem koekjes mee', '70 van 90 minuten']) expect(sheets[0]).toContain(part);
    for (const part of ['Aanbellen', 'Wanneer niet', 'Stemmen bij C-33', 'Knip de stroken']) expect(all).toContain(part);
    expect(all).not.toMatch(/Hoofdmenu|Kopieer de link|Begin opnieuw|Zet erbij/);
    expect(complaints).toEqual([]);
  });
  it('explains itself without JavaScript', async () => {
    const { page } = await open('bijeenkomst.html', { javaScriptEnabled: false });
    expect(await page.textContent('main')).toContain('heeft JavaScript nodig');
    expect(await page.isVisible('main a[href="/algoritmes.html"]')).toBe(true);
  });
});

describe('a draw', () => {
  it('gives a card whose link gives everyone the same card', async () => {
    const { page, complaints } = await open('trek.html');
    await page.click('#trek .hoofd');
    const title = await page.textContent('#kaart h2');
    const other = await open(await link(page));
    await other.page.waitForSelector('#kaart:not([hidden])');
    expect(await other.page.textContent('#kaart h2')).toBe(title);
    await page.click('#trek .hoofd');
    expect(await page.textContent('#kaart h2')).not.toBe(title);
    expect([...complaints, ...other.complaints]).toEqual([]);
  });
  it('keeps to the chosen deel', async () => {
    const { page } = await open('trek.html');
    await page.selectOption('[name=deel]', '3');
    for (let turn = 0; turn < 6; turn += 1) {
      await page.click('#trek .hoofd');
      expect(await page.getAttribute('#kaart', 'class')).toBe('deel-3');
    }
  });
  it('shows large for a room, and lets go with Escape', async () => {
    const { page } = await open('trek.html#A-21&groot');
    await page.waitForSelector('.groot #kaart h2');
    expect(await page.isVisible('body > header')).toBe(false);
    await page.keyboard.press('Escape');
    expect(await page.isVisible('body > header')).toBe(true);
    expect(page.url()).toMatch(/#A-21$/);
  });
  it('says that a code is none', async () => {
    const { page, complaints } = await open('trek.html#%3Cscript%3E&deel=9');
    await page.waitForSelector('#melding:not([hidden])');
    expect(await page.textContent('#melding')).toContain('Er is geen kaart met code');
    expect(complaints).toEqual([]);
  });
});

describe('a code on paper', () => {
  it.each([['', 'bijgewerkt op'], ['#2020-01-01', 'De tekst is veranderd sinds je papier van 1 januari 2020'], ['#2099-01-01', 'nog actueel'], ['#gisteren', 'niet te lezen'], ['#2026-99-99', 'niet te lezen']])('with %j says: %s', async (hash, text) => {
    const { page, complaints } = await open(`k/A-21.html${hash}`);
    expect(await page.textContent('#papier')).toContain(text);
    expect(await page.getAttribute('a.door', 'href')).toBe('/algoritmes/op-je-handen-zitten.html');
    expect(complaints).toEqual([]);
  });
});

it.each(['bijeenkomst.html#k=A-21&k=C-33', 'trek.html#A-21', 'trek.html#A-21&groot', 'afdrukken.html', 'k/A-21.html', 'afdrukken/deel-1.html'])('%s is open to everyone, light and dark', async (path) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page } = await open(path, { colorScheme });
    await page.waitForTimeout(300);
    expect(await violations(page)).toEqual([]);
  }
});

describe('a whole part', () => {
  it('prints every card and case once, each on a sheet of its own', async () => {
    const { page } = await open('afdrukken/deel-1.html');
    const shown = await page.$$eval('.blad[id]', (parts) => parts.map(({ id }) => id));
    expect(new Set(shown).size).toBe(shown.length);
    const sheets = await printed(page);
    for (const code of shown.filter((id) => id.startsWith('A-'))) expect(sheets.filter((sheet) => new RegExp(`^blad \\d+ van \\d+ ${code} `).test(sheet)), code).toHaveLength(1);
    expect(sheets.join(' ')).not.toMatch(/Hoofdmenu|Naar de inhoud/);
  });
});
