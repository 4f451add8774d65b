import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { shifted, useSite } from './browser.ts';

const site = useSite();
const PAGES = ['index.html', 'algoritmes/op-je-handen-zitten.html', 'casussen/preston-model.html', 'algoritmes.html'];

/** Gives the typefaces late, as on a slow line. */
const lateLetters = (page: Page) =>
  page.route('**/*.woff2', async (route) => {
    await new Promise((later) => setTimeout(later, 1500));
    await route.continue();
  });

// Below this lines move by a few pixels; where a title takes a line less it is more.
describe('nothing moves when the letters come late', () => {
  it.each(PAGES.flatMap((path) => [360, 768, 1280].map((width) => [path, width] as const)))('%s at %i px', async (path, width) => {
    const page = await site.open(path, { viewport: { width, height: 740 } }, lateLetters);
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => document.fonts.ready);
    expect(await page.evaluate(shifted)).toBeLessThan(0.02);
    await page.context().close();
  });
});
