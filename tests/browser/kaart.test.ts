import { extractText } from 'unpdf';
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { useSite } from './browser.ts';

const site = useSite();
const MAP = 'kaart.html';

const width = (page: Page) => page.locator('svg.plattegrond').evaluate((svg) => svg.getBoundingClientRect().width);
const said = async (page: Page) => (await page.textContent('#melding'))!;
/** How many lines stand out. */
const litLines = (page: Page) => page.locator('.plek use').evaluateAll((lines) => lines.filter((line) => getComputedStyle(line).visibility === 'visible').length);

describe('on the map', () => {
  it('no two labels overlap as the browser draws them, and every link is large enough for a thumb', async () => {
    const page = await site.open(MAP, { viewport: { width: 1280, height: 900 } });
    await page.evaluate(() => document.fonts.ready);
    const boxes = await page.evaluate(() =>
      [...document.querySelectorAll('.plattegrond .vorm, .plattegrond .titel, .plattegrond .naam text')].map((element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect();
        return { naam: element.closest('a')!.getAttribute('aria-label')!, isShape: element.matches('.vorm'), left, top, right, bottom };
      }),
    );
    // A box of text is as high as its line; letters themselves leave room.
    const clash = (a: (typeof boxes)[0], b: (typeof boxes)[0]) => a.left < b.right && b.left < a.right && a.top + 1 < b.bottom - 1 && b.top + 1 < a.bottom - 1;
    expect(
      boxes.flatMap((a, index) =>
        boxes
          .slice(index + 1)
          .filter((b) => a.naam !== b.naam && clash(a, b))
          .map((b) => `${a.naam} en ${b.naam}`),
      ),
    ).toEqual([]);
    expect(boxes.filter(({ isShape, left, right, top, bottom }) => isShape && (right - left < 24 || bottom - top < 24))).toEqual([]);
  });
  it('a card that has the focus lights up its lines and says in words what it hangs together with', async () => {
    const page = await site.open(MAP);
    expect(await litLines(page)).toBe(0);
    await page.focus('#A-21 a');
    expect(await litLines(page)).toBeGreaterThan(2);
    expect(await said(page)).toMatch(/A-21 Daadkrachtig op je handen zitten · Tegenwicht: A-30 .* · Casussen: /);
    expect(await page.locator('#A-30').getAttribute('class')).toContain('buur');
    expect(await page.locator('#A-01').getAttribute('class')).not.toContain('buur');
  });
  it('a case does so too, and shows its title', async () => {
    const page = await site.open(MAP);
    const title = () => page.locator('#C-33 .vol').evaluate((text) => getComputedStyle(text).opacity);
    expect(await title()).toBe('0');
    await page.focus('#C-33 a');
    expect(await title()).toBe('1');
    expect(await said(page)).toMatch(/^C-33 .*Toegepast: A-33/);
  });
  it('Tab walks from a card to its cases and then to the next card', async () => {
    const page = await site.open(MAP);
    await page.focus('#A-01 a');
    const stops: string[] = [];
    for (let stop = 0; stop < 4; stop += 1) {
      stops.push(await page.evaluate(() => document.activeElement!.closest('.plek')!.id));
      await page.keyboard.press('Tab');
    }
    expect(stops).toEqual(['A-01', 'C-01', 'C-77', 'A-02']);
  });
  it('Enter opens the card', async () => {
    const page = await site.open(MAP);
    await page.focus('#A-21 a');
    await page.keyboard.press('Enter');
    await page.waitForURL(/op-je-handen-zitten/);
  });
  it('a link with a code chooses that card', async () => {
    const page = await site.open(`${MAP}#A-21`);
    expect(await said(page)).toContain('A-21');
    expect(await litLines(page)).toBeGreaterThan(2);
  });
});

describe('the drawing on a screen that it does not fit', () => {
  it.each([360, 768])('at %i px begins on the first screen, and shows that it goes on sideways', async (size) => {
    const page = await site.open(MAP, { viewport: { width: size, height: 740 } });
    const { y, height } = (await page.locator('#knoppen').boundingBox())!;
    expect(y + height).toBeLessThan(640);
    expect(await page.isVisible('text=Schuif opzij')).toBe(true);
  });
  it('is read with shapes and lines that one tap explains on a phone, and that simply stand there where there is room', async () => {
    const narrow = await site.open(MAP, { viewport: { width: 360, height: 740 } });
    const explained = (page: Page) => page.isVisible('text=toegepast in een casus');
    expect(await explained(narrow)).toBe(false);
    await narrow.click('text=Zo lees je de tekening');
    expect(await explained(narrow)).toBe(true);
    const wide = await site.open(MAP, { viewport: { width: 1280, height: 900 } });
    expect(await explained(wide)).toBe(true);
    expect(await wide.isVisible('text=Schuif opzij')).toBe(false);
    const left = async (selector: string) => (await wide.locator(selector).first().boundingBox())!.x;
    expect(await left('.hulp li')).toBe(await left('h1'));
  });
});

describe('by keyboard', () => {
  it('plus and minus make the drawing larger and smaller, nought shows it whole', async () => {
    const page = await site.open(MAP);
    const before = await width(page);
    await page.focus('#venster');
    await page.keyboard.press('+');
    expect(await width(page)).toBeCloseTo(before * 1.25, 0);
    expect(await said(page)).toContain('125 procent');
    await page.keyboard.press('-');
    expect(await width(page)).toBeCloseTo(before, 0);
    await page.keyboard.press('+');
    await page.keyboard.press('0');
    expect(await width(page)).toBeCloseTo(before, 0);
  });
  it('what has the focus is in sight, however large the drawing is', async () => {
    const page = await site.open(MAP);
    for (let turn = 0; turn < 5; turn += 1) await page.click('[data-doe=groter]');
    await page.focus('#A-36 a');
    const [box, window] = [(await page.locator('#A-36 .vorm').boundingBox())!, (await page.locator('#venster').boundingBox())!];
    expect(box.x).toBeGreaterThanOrEqual(window.x);
    expect(box.x + box.width).toBeLessThanOrEqual(window.x + window.width);
  });
  it('buttons move the drawing', async () => {
    const page = await site.open(MAP);
    for (let turn = 0; turn < 3; turn += 1) await page.click('[data-doe=groter]');
    const left = () => page.locator('#venster').evaluate((element) => element.scrollLeft);
    const before = await left();
    await page.click('[data-doe=rechts]');
    await page.waitForFunction((old) => document.querySelector('#venster')!.scrollLeft > old, before);
    await page.click('[data-doe=links]');
    await page.waitForFunction((old) => document.querySelector('#venster')!.scrollLeft <= old, before);
  });
});

it('without JavaScript the map shows, its lines light up at the focus, and it has no buttons that do nothing', async () => {
  const page = await site.open(MAP, { javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  expect(await page.isVisible('#knoppen')).toBe(false);
  expect(await page.isVisible('#A-01 .titel')).toBe(true);
  await page.focus('#A-21 a');
  expect(await page.locator('#A-21 use').first().isVisible()).toBe(true);
  await page.click('#lijst summary >> nth=0');
  expect(await page.isVisible('#rij-A-01 a')).toBe(true);
});

it.each(['A4', 'A3', 'Letter'])('the map prints on one sheet of %s', async (format) => {
  const page = await site.open(MAP);
  const pdf = await page.pdf({ format, landscape: true });
  const { text } = await extractText(new Uint8Array(pdf), { mergePages: false });
  expect(text).toHaveLength(1);
  for (const part of ['A-21', 'C-78', 'Doorgeven']) expect(text[0]).toContain(part);
});
