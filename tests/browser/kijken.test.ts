import AxeBuilder from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { distFiles, readDist } from '../support.ts';
import { useSite } from './browser.ts';

const site = useSite();
const KAART = 'algoritmes/op-je-handen-zitten.html';
const CASUS = 'casussen/preston-model.html';
const NO_JS: BrowserContextOptions = { javaScriptEnabled: false };

const axe = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
};
const chair = (page: Page, name: string) => page.click(`.kijk a:text-is("${name}")`);
/** The chairs in the order in which they are seen. */
const seen = (page: Page) =>
  page.evaluate(() => {
    const items = [...document.querySelectorAll<HTMLElement>('[data-stoel]')].filter((item) => item.offsetParent);
    const places = items.map((item) => ({ stoel: item.dataset['stoel'], box: item.getBoundingClientRect() }));
    return places.sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left).map(({ stoel }) => stoel);
  });
const current = (page: Page) => page.locator('.kijk [aria-current]').allTextContents();

describe.each([
  ['with JavaScript', {}],
  ['without JavaScript', NO_JS],
])('a chair chosen %s', (_, options) => {
  it('leads on a card, with the others still there', async () => {
    const page = await site.open(KAART, options);
    expect(await seen(page)).toEqual(['bewoner', 'professional', 'bestuurder']);
    const isBelow = () => page.evaluate(() => document.querySelector('#rollen')!.getBoundingClientRect().top > document.querySelector('#stappen')!.getBoundingClientRect().top);
    expect(await isBelow()).toBe(true);
    await chair(page, 'bestuurder');
    expect(page.url()).toMatch(/#vanuit=bestuurder$/);
    expect(await seen(page)).toEqual(['bestuurder', 'bewoner', 'professional']);
    expect(await isBelow()).toBe(false);
    for (const wie of ['bewoner', 'professional', 'bestuurder']) expect(await page.isVisible(`text=Ben je ${wie}`)).toBe(true);
    await page.context().close();
  });
  it('brings its voices to the front of a case', async () => {
    const page = await site.open(CASUS, options);
    const all = await seen(page);
    await chair(page, 'bestuurder');
    expect((await seen(page))[0]).toBe('bestuurder');
    expect((await seen(page)).sort()).toEqual(all.sort());
    await chair(page, 'alle stoelen');
    expect(await seen(page)).toEqual(await seen(await site.open(CASUS, options)));
    await page.context().close();
  });
  it('leaves no empty place at the table of a case, however many voices there are', async () => {
    const page = await site.open(CASUS, options);
    for (const width of [768, 1100, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      for (let voices = 5; voices >= 3; voices -= 1) {
        const gap = await page.evaluate(() => {
          const table = document.querySelector('.tafel')!.getBoundingClientRect();
          return table.right - document.querySelector('.tafel')!.lastElementChild!.getBoundingClientRect().right;
        });
        expect(gap, `${voices} at ${width}`).toBeLessThan(2);
        await page.evaluate(() => document.querySelector('.tafel')!.lastElementChild!.remove());
      }
      await page.reload();
    }
    await page.context().close();
  });
  it('is said to be silent where no voice of that chair stands in the case', async () => {
    const silent = [];
    for (const path of (await distFiles('.html')).filter((name) => name.startsWith('casussen/'))) if ((await readDist(path)).includes('komt geen bestuurder')) silent.push(path);
    expect(silent.length).toBeGreaterThan(0);
    const page = await site.open(silent[0]!, options);
    expect(await page.isVisible('.kijk p')).toBe(false);
    await chair(page, 'bestuurder');
    expect(await page.isVisible('text=In dit verhaal komt geen bestuurder aan het woord.')).toBe(true);
    await page.context().close();
  });
});

describe('a chair', () => {
  it('stays while a reader walks on, in the address as well, until she wants all', async () => {
    const page = await site.open(KAART);
    await chair(page, 'professional');
    await page.click('a[rel=next]');
    await page.waitForURL(/#vanuit=professional$/);
    expect(await current(page)).toEqual(['professional']);
    await page.click('#verder a >> nth=0');
    await page.waitForURL(/#vanuit=professional$/);
    expect((await seen(page))[0]).toBe('professional');
    await chair(page, 'alle stoelen');
    await page.click('a[rel=next], a[rel=prev]');
    await page.waitForLoadState();
    expect(page.url()).not.toContain('#');
    expect(await current(page)).toEqual(['alle stoelen']);
  });
  it('of the address goes before the one that was chosen earlier, and a link to another place keeps it', async () => {
    const page = await site.open(KAART);
    await chair(page, 'professional');
    await page.goto(site.url(`${CASUS}#vanuit=bewoner`));
    expect(await current(page)).toEqual(['bewoner']);
    await page.goto(site.url(`${KAART}#stappen`));
    expect(await current(page)).toEqual(['bewoner']);
    expect(page.url()).toMatch(/#stappen$/);
  });
  it('is a named group of links, reached and chosen by keyboard', async () => {
    const page = await site.open(KAART);
    expect(await page.getByRole('group', { name: 'Kijk vanuit' }).getByRole('link').allTextContents()).toEqual(['bewoner', 'professional', 'bestuurder', 'alle stoelen']);
    await page.focus('.kijk a');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect((await seen(page))[0]).toBe('professional');
    expect(await axe(page)).toEqual([]);
  });
  it.each(['bestuur', '__proto__', 'koning', '%E0%A4%A', '"]'])('that does not exist (%s) changes nothing', async (name) => {
    const page = await site.open(`${KAART}#vanuit=${name}`);
    expect(await current(page)).toEqual([]);
    expect(await seen(page)).toEqual(['bewoner', 'professional', 'bestuurder']);
    await page.context().close();
  });
});

describe('the drawing of the steps', () => {
  it('is not fetched until someone opens it, and then has a name and its own shape', async () => {
    const page = await site.open(KAART);
    const asked: string[] = [];
    page.on('request', (request) => request.url().includes('/stroom/') && asked.push(request.url()));
    await page.waitForTimeout(300);
    expect(asked).toEqual([]);
    await page.click('.stappen summary');
    const picture = page.getByRole('img', { name: /^De stappen van A-21 als spoor/ });
    await picture.scrollIntoViewIfNeeded();
    await page.waitForFunction(() => [...document.images].every(({ complete, naturalWidth }) => complete && naturalWidth > 0));
    const ratio = await picture.evaluate((image: HTMLImageElement) => image.naturalHeight / image.naturalWidth - image.height / image.width);
    expect(Math.abs(ratio)).toBeLessThan(0.02);
    expect(await axe(page)).toEqual([]);
  });
  it('opens without JavaScript', async () => {
    const page = await site.open(KAART, NO_JS);
    await page.click('.stappen summary');
    expect(await page.isVisible('details img')).toBe(true);
  });
  it('keeps all its words off each other and within their shapes, in the widest typeface that this machine has', async () => {
    const page = await site.open('over.html');
    const wrong: string[] = [];
    for (const path of (await distFiles('.svg')).filter((name) => name.startsWith('beeld/stroom/'))) {
      const found = await page.evaluate(
        (svg) => {
          const holder = document.body.appendChild(document.createElement('div'));
          holder.append(document.importNode(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement, true));
          const boxesOf = (selector: string) =>
            [...holder.querySelectorAll<SVGGraphicsElement>(selector)].map((element) => ({ box: element.getBBox(), name: element.textContent || selector }));
          const texts = boxesOf('text');
          const shapes = boxesOf('.k, .s, .v, circle.n');
          holder.remove();
          const overlaps = (a: DOMRect, b: DOMRect) => a.x < b.x + b.width && b.x < a.x + a.width && a.y + 3 < b.y + b.height && b.y < a.y + a.height - 3;
          const holds = (outer: DOMRect, inner: DOMRect) =>
            inner.x >= outer.x && inner.x + inner.width <= outer.x + outer.width && inner.y >= outer.y && inner.y + inner.height <= outer.y + outer.height;
          const pairs = texts.flatMap((a, index) =>
            texts
              .slice(index + 1)
              .filter((b) => overlaps(a.box, b.box))
              .map((b) => `${a.name} × ${b.name}`),
          );
          const out = texts.flatMap((text) => shapes.filter(({ box }) => overlaps(text.box, box) && !holds(box, text.box)).map(({ name }) => `${text.name} × ${name}`));
          return [...pairs, ...out, ...texts.filter(({ box }) => box.x + box.width > 440).map(({ name }) => name)];
        },
        await readDist(path),
      );
      wrong.push(...found.map((what) => `${path}: ${what}`));
    }
    expect(wrong).toEqual([]);
  });
});

describe('a term that is explained', () => {
  it.each([
    ['with JavaScript', {}],
    ['without JavaScript', NO_JS],
  ])('opens and closes by touch and by keyboard %s', async (_, options) => {
    const page = await site.open(KAART, options);
    const uitleg = page.locator('#b-tegenwicht');
    expect(await uitleg.isVisible()).toBe(false);
    await page.click('[popovertarget=b-tegenwicht]');
    expect(await uitleg.textContent()).toContain('het tegendeel bepleit');
    expect(await uitleg.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await uitleg.isVisible()).toBe(false);
    await page.focus('[popovertarget=b-tegenwicht]');
    await page.keyboard.press('Enter');
    expect(await uitleg.isVisible()).toBe(true);
    await page.context().close();
  });
  it('stays within a narrow window, in light and in dark, and axe finds nothing', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await site.open(KAART, { viewport: { width: 320, height: 640 }, colorScheme });
      await page.click('[popovertarget=b-tegenwicht]');
      const { x, width } = (await page.locator('#b-tegenwicht').boundingBox())!;
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(320);
      expect(await axe(page)).toEqual([]);
      await page.context().close();
    }
  });
  it('is no reason for search to find the page', async () => {
    const page = await site.open(`zoeken.html?q=${encodeURIComponent('"kaart die het tegendeel bepleit"')}`);
    await page.waitForSelector('#resultaten[aria-busy="false"]', { state: 'attached' });
    expect(await page.locator(`#resultaten a[href*="op-je-handen-zitten"]`).count()).toBe(0);
  });
});

describe('a text of one’s own', () => {
  const BRIEF = 'Voor de doelgroepen in de wijk start een pilot. De pilot zoekt draagvlak.';
  it('is marked with what one can say, while nothing leaves the page', async () => {
    const page = await site.open('woorden.html');
    const asked: string[] = [];
    page.on('request', (request) => request.url().endsWith('favicon.svg') || asked.push(request.url()));
    await page.fill('#brief', BRIEF);
    await page.waitForSelector('#brief-stand:not(:empty)');
    expect(await page.textContent('#brief-stand')).toBe('3 woorden om bij stil te staan, samen 4 keer.');
    expect(await page.locator('#brief-tekst mark').allTextContents()).toEqual(['doelgroepen', 'pilot', 'pilot', 'draagvlak']);
    expect(await page.textContent('#brief-tekst')).toContain('doelgroepen [de mensen van de Bloemstraat] in de wijk');
    expect(await page.locator('#brief-woorden li').allTextContents()).toContain('pilot (2 keer): een proef van zes weken');
    expect(asked).toEqual([]);
    expect(await page.evaluate(() => sessionStorage.length + localStorage.length)).toBe(0);
    expect(await axe(page)).toEqual([]);
    await page.click('#brief-woorden a >> nth=0');
    expect(page.url()).toMatch(/#doelgroep$/);
  });
  it('without such words says so, and an empty field says nothing', async () => {
    const page = await site.open('woorden.html');
    await page.fill('#brief', 'We komen zaterdag langs met soep.');
    await page.waitForSelector('#brief-stand:not(:empty)');
    expect(await page.textContent('#brief-stand')).toContain('Geen woord uit de lijst gevonden');
    expect(await page.isVisible('#brief-gelezen')).toBe(false);
    await page.fill('#brief', '');
    await page.waitForFunction(() => document.querySelector('#brief-stand')!.textContent === '');
  });
  it('fits a window of 320 px', async () => {
    const page = await site.open('woorden.html', { viewport: { width: 320, height: 640 } });
    await page.fill('#brief', `${BRIEF} ${'lang'.repeat(200)}`);
    await page.waitForSelector('#brief-tekst mark');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
  it('cannot be pasted without JavaScript: the list is there, the box is not', async () => {
    const page = await site.open('woorden.html', NO_JS);
    expect(await page.isVisible('#woordenvak')).toBe(false);
    expect(await page.isVisible('#lijst')).toBe(true);
  });
});
