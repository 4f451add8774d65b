import { extractText } from 'unpdf';
import { describe, expect, it } from 'vitest';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { useSite } from './browser.ts';

const site = useSite();
const MEETING = 'bijeenkomst.html#v=1&titel=Avond+in+de+Eik&plek=De+Eik&datum=2026-11-24&begin=1930&tijd=90&eigen=10_Welkom&A-21=20_Eerst+zelf+lezen&C-33=30&A-13=30';
const ready = (page: Page) => page.waitForSelector('#werkplaats:not([hidden])');
const printed = (page: Page) => page.waitForSelector('#papier[aria-busy=false]', { state: 'attached' });
const names = (page: Page) =>
  page.locator('#programma li').evaluateAll((rows) => rows.map((row) => row.querySelector('.code')?.textContent ?? row.querySelector<HTMLInputElement>('.naam')!.value));
const status = (page: Page) => page.textContent('#status');
const written = (page: Page, part: RegExp) => page.waitForFunction((source) => new RegExp(source).test(location.hash), part.source);

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await site.open(path, options);
  await ready(page);
  return page;
}

describe('a meeting is composed', () => {
  it('from card to card, and keeps what was picked before', async () => {
    const page = await site.open('algoritmes/op-je-handen-zitten.html');
    await page.click('text=+ bijeenkomst');
    await ready(page);
    expect(await names(page)).toEqual(['A-21']);
    await page.goto(site.url('casussen/preston-model.html'));
    await page.click('text=+ bijeenkomst');
    await ready(page);
    expect((await names(page))[0]).toBe('A-21');
    expect(await names(page)).toHaveLength(2);
    await page.reload();
    await ready(page);
    expect(await names(page)).toHaveLength(2);
    expect(await page.evaluate(() => [location.search, document.cookie, localStorage.length])).toEqual(['', '', 0]);
  });
  it('from a list and from search, without leaving them', async () => {
    const page = await site.open('deel/2.html');
    await page.click('.kies >> nth=0');
    await page.click('.kies >> nth=2');
    await page.click('.kies >> nth=0');
    expect(await page.getAttribute('.kies >> nth=2', 'aria-pressed')).toBe('true');
    expect(await page.getAttribute('.kies >> nth=0', 'aria-pressed')).toBe('false');
    await page.goto(site.url('zoeken.html?q=gat'));
    await page.waitForSelector('#resultaten[aria-busy="false"] .kies', { state: 'attached' });
    await page.click('#resultaten .kies[aria-pressed=false] >> nth=0');
    expect(await page.textContent('.keuzebalk')).toContain('2 gekozen');
    await page.click('.keuzebalk a');
    await ready(page);
    expect(await names(page)).toHaveLength(2);
  });
  it('by typing a code or a word of a title, and with an item of one’s own', async () => {
    const page = await open('bijeenkomst.html');
    expect(await page.isVisible('#leeg')).toBe(true);
    await page.fill('#zoekkaart', 'a21');
    await page.press('#zoekkaart', 'Enter');
    await page.fill('#zoekkaart', 'bubbel');
    await page.click('#vondsten button');
    await page.click('#eigen');
    await page.keyboard.type('Pauze');
    expect(await names(page)).toEqual(['A-21', 'A-13', 'Pauze']);
    await written(page, /eigen=15_Pauze/);
    await page.fill('#zoekkaart', 'a21');
    await page.press('#zoekkaart', 'Enter');
    expect(await status(page)).toBe('A-21 stond er al in.');
  });
});

describe('a meeting is changed', () => {
  it('in order, by keyboard, with the focus on the same button and the place said aloud', async () => {
    const page = await open(MEETING);
    await page.focus('[aria-label="Zet C-33 hoger"]');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    expect(await names(page)).toEqual(['C-33', 'Welkom', 'A-21', 'A-13']);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Zet C-33 hoger');
    expect(await status(page)).toBe('C-33 staat nu op plaats 1 van 4.');
    await page.keyboard.press('Enter');
    expect(await status(page)).toBe('C-33 staat al bovenaan.');
    expect(await page.locator('.tijd').allTextContents()).toEqual(['19:30', '20:00', '20:10', '20:30']);
  });
  it('in order, by dragging', async () => {
    const page = await open(MEETING, { viewport: { width: 1280, height: 1400 } });
    const grip = (await page.locator('.greep').nth(3).boundingBox())!;
    const first = (await page.locator('#programma li').first().boundingBox())!;
    await page.mouse.move(grip.x + 10, grip.y + 10);
    await page.mouse.down();
    await page.mouse.move(grip.x + 10, first.y + 100, { steps: 10 });
    await page.mouse.move(grip.x + 10, first.y + 10, { steps: 10 });
    await page.mouse.up();
    expect(await names(page)).toEqual(['A-13', 'Welkom', 'A-21', 'C-33']);
    await page.goBack();
    expect(await names(page)).toEqual(['Welkom', 'A-21', 'C-33', 'A-13']);
  });
  it('in order, by a finger on a phone', async () => {
    const page = await open(MEETING, { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true, reducedMotion: 'reduce' });
    await page.evaluate(() => document.querySelector('#programma')!.scrollIntoView());
    const grip = (await page.locator('.greep').first().boundingBox())!;
    const touch = await page.context().newCDPSession(page);
    const at = (type: 'touchStart' | 'touchMove', y: number) => touch.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x: grip.x + 20, y }] });
    await at('touchStart', grip.y + 20);
    for (let moved = 20; moved <= 320; moved += 20) await at('touchMove', grip.y + moved);
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    expect(await names(page)).toEqual(['A-21', 'Welkom', 'C-33', 'A-13']);
    expect(await status(page)).toBe('Welkom staat nu op plaats 2 van 4.');
  });
  it('in time, and says what is left or how much too long it is', async () => {
    const page = await open(MEETING);
    expect(await page.textContent('#stand')).toMatch(/90 minuten, klaar om 21:00\s*Precies vol/);
    await page.fill('[aria-label="Minuten voor C-33"]', '45');
    expect(await page.textContent('#stand')).toMatch(/105 minuten, klaar om 21:15\s*15 minuten te lang/);
    await page.fill('#tijd', '120');
    expect(await page.textContent('#over')).toBe('Nog 15 minuten over');
  });
  it('and back, with the button of the browser and with the offer after taking away', async () => {
    const page = await open(MEETING);
    await page.click('[aria-label="Haal A-21 weg"]');
    expect(await names(page)).toEqual(['Welkom', 'C-33', 'A-13']);
    await page.keyboard.press('Enter');
    expect(await names(page)).toEqual(['Welkom', 'A-21', 'C-33', 'A-13']);
    await page.fill('[aria-label="Notitie bij A-21"]', 'Nieuwe notitie');
    await page.click('[aria-label="Zet A-21 lager"]');
    await page.goBack();
    expect(await names(page)).toEqual(['Welkom', 'A-21', 'C-33', 'A-13']);
    expect(await page.inputValue('[aria-label="Notitie bij A-21"]')).toBe('Nieuwe notitie');
    await page.goForward();
    expect(await names(page)).toEqual(['Welkom', 'C-33', 'A-21', 'A-13']);
    await page.click('#opnieuw');
    expect(await names(page)).toEqual([]);
    await page.click('text=Zet alles terug');
    expect(await names(page)).toHaveLength(4);
  });
});

describe('the link of a meeting', () => {
  it('gives the same meeting in another browser', async () => {
    const page = await open(MEETING, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.fill('[aria-label="Notitie bij C-33"]', 'Wie zat er niet bij? <b>&\nVraag rond.');
    await page.click('#kopieer');
    await page.waitForFunction(() => document.querySelector('#status')!.textContent!.includes('klembord'));
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const other = await open(link.slice(site.url('').length));
    const state = (which: Page) => which.evaluate(() => [...document.querySelectorAll<HTMLInputElement>('#werkplaats :is(input, textarea)')].map(({ value }) => value));
    expect(await state(other)).toEqual(await state(page));
    expect(await other.inputValue('[aria-label="Notitie bij C-33"]')).toBe('Wie zat er niet bij? <b>&\nVraag rond.');
    expect(await other.isVisible('#verlies')).toBe(false);
  });
  it('says what it could not keep, and keeps the rest', async () => {
    const page = await open('bijeenkomst.html#v=9&A-99=30&A-21=veel&constructor=1&A-13=10_%E0%A4%A<img src=x onerror=alert(1)>');
    const loss = await page.textContent('#verlies');
    for (const part of ['Niet alles uit deze link kwam door', 'andere versie', '‘A-99’', 'minuten klopten niet bij ‘A-21’', '‘constructor’', 'beschadigd in ‘A-13’'])
      expect(loss).toContain(part);
    expect(await names(page)).toEqual(['A-21', 'A-13']);
    expect(await page.locator('main img').count()).toBe(0);
  });
  it('stays whole when someone uses the link past the menu', async () => {
    const page = await open(MEETING);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await written(page, /A-21=20/);
    expect(await names(page)).toHaveLength(4);
  });
  it('offers the pick that was open before', async () => {
    const page = await open('bijeenkomst.html#A-13');
    await page.goto(site.url('colofon.html'));
    await page.goto(site.url(MEETING));
    await ready(page);
    await page.click('text=Haal mijn eerdere keuze terug');
    expect(await names(page)).toEqual(['A-13']);
  });
  it('leads to a page that says what to do without JavaScript', async () => {
    const page = await site.open(MEETING, { javaScriptEnabled: false });
    expect(await page.textContent('main')).toContain('Deze pagina heeft JavaScript nodig');
    expect(await page.isVisible('#werkplaats')).toBe(false);
  });
});

describe('a meeting prints', () => {
  async function sheets(page: Page): Promise<string[]> {
    await printed(page);
    const { text } = await extractText(new Uint8Array(await page.pdf({ preferCSSPageSize: true })), { mergePages: false });
    return text.map((sheet) => sheet.replace(/\s+/g, ' '));
  }
  it('an agenda, then its cards and cases, with the voices to cut out', async () => {
    const [first = '', ...rest] = await sheets(await open(MEETING));
    for (const part of [
      'Avond in de Eik',
      '24 november 2026',
      '19:30 tot 21:00',
      'De Eik',
      '19:30 tot 19:40',
      'Welkom',
      '19:40 tot 20:00',
      'A-21 Daadkrachtig op je handen zitten',
      'Eerst zelf lezen',
      '90 minuten',
    ])
      expect(first.toLowerCase()).toContain(part.toLowerCase());
    expect(first).not.toMatch(/Zo kun je het doen|Kopieer de link|Hoofdmenu/);
    const at = (part: string) => rest.findIndex((sheet) => sheet.includes(part));
    expect(at('2 · 19:40 tot 20:00 · 20 minuten')).toBe(0);
    expect(rest[0]).toContain('Wat gebeurt er als ik nu niets doe?');
    const slips = rest[at('Stemmen bij C-33')]!;
    expect(slips).toMatch(/een stem die niet aan tafel zat.*Een initiatiefnemer uit de wijk.*NIET AAN TAFEL/i);
    expect(at('Stemmen bij C-33')).toBeGreaterThan(at('Rond de tafel, en ernaast'));
    expect(at('Je bubbel in kaart')).toBeGreaterThan(at('Stemmen bij C-33'));
  });
  it('only what is ticked', async () => {
    const page = await open(MEETING);
    await page.uncheck('#bladen [name=teksten]');
    await page.uncheck('#bladen [name=stemmen]');
    expect(await sheets(page)).toHaveLength(1);
  });
  it('when asked, and never by itself', async () => {
    const page = await open('bijeenkomst.html');
    await page.evaluate(() => (window.print = () => document.body.setAttribute('data-printed', 'ja')));
    await page.fill('#zoekkaart', 'a21');
    await page.press('#zoekkaart', 'Enter');
    await printed(page);
    expect(await page.getAttribute('body', 'data-printed')).toBeNull();
    await page.click('#druk');
    await page.waitForSelector('body[data-printed]');
  });
  it('says which text could not be had', async () => {
    const page = await site.open('index.html');
    await page.route('**/op-je-handen-zitten.html', (route) => route.abort());
    await page.goto(site.url('bijeenkomst.html#A-21&A-13'));
    await page.waitForFunction(() => document.querySelector('#gemist')!.textContent !== '');
    expect(await page.textContent('#gemist')).toContain('A-21');
    expect((await sheets(page)).join(' ')).toContain('Je bubbel in kaart');
  });
});

it('breaks no policy and logs no error while a meeting is made and printed', async () => {
  const page = await site.open('index.html');
  const errors: string[] = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(site.url(MEETING));
  await ready(page);
  await page.click('[aria-label="Zet A-21 lager"]');
  await page.click('#eigen');
  await printed(page);
  await page.pdf();
  expect(errors).toEqual([]);
});

it('is no wider than the window at 320 px, with something in it', async () => {
  const page = await open(MEETING, { viewport: { width: 320, height: 640 } });
  await page.fill('#zoekkaart', 'de');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

it.each([
  [360, 560],
  [320, 640],
  [768, 900],
])('hides nothing that has the focus under the bar of time, at %i by %i px, and leaves the end of the page free', async (width, height) => {
  const page = await open(MEETING, { viewport: { width, height }, reducedMotion: 'reduce' });
  // The bar is highest with a message in it.
  await page.click('#programma [aria-label^="Zet"][aria-label$="lager"] >> nth=0');
  await page.waitForFunction(() => document.querySelector('#status')!.textContent !== '');
  const hidden = () =>
    page.evaluate(() => {
      const focused = document.activeElement!;
      const bar = document.querySelector('#stand')!.getBoundingClientRect();
      const { top, bottom } = focused.getBoundingClientRect();
      return focused !== document.body && Math.min(bottom, bar.bottom) > Math.max(top, bar.top) ? focused.outerHTML.slice(0, 80) : undefined;
    });
  for (const key of ['Tab', 'Shift+Tab'])
    for (let stop = 0; stop < 45; stop += 1) {
      await page.keyboard.press(key);
      expect(await hidden()).toBeUndefined();
    }
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  const [bar, last] = [(await page.locator('#stand').boundingBox())!, (await page.locator('#bladen').boundingBox())!];
  expect(bar.y + bar.height).toBeLessThanOrEqual(last.y);
});

it('has no target smaller than 24 px', async () => {
  const page = await open(MEETING, { viewport: { width: 360, height: 800 } });
  const small = await page.locator('#werkplaats :is(button, input, textarea, .knoppenrij a)').evaluateAll((targets) =>
    targets
      .map((target) => ({ name: target.outerHTML.slice(0, 80), box: (target.closest('label') ?? target).getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
      .map(({ name }) => name),
  );
  expect(small).toEqual([]);
});
