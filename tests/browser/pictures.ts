/** Which pages stand as pictures in `beeld/`, and how one is taken: the same page gives the same picture, each time. */
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import type { Site } from './browser.ts';

interface View {
  name: string;
  path: string;
  /** What the page shows once it is done. */
  ready?: string;
  /** Where the window starts, when not at the top. */
  from?: string;
}

const MEETING = 'bijeenkomst.html#v=1&titel=Avond+in+de+Eik&plek=De+Eik&datum=2026-11-24&begin=1930&tijd=90&eigen=10_Welkom&A-21=20_Eerst+zelf+lezen&C-33=30&A-13=30';
const KAART = 'algoritmes/op-je-handen-zitten.html';
const CASUS = 'casussen/preston-model.html';
/** Eight types of page; an entry also further down, where its drawings stand. */
const VIEWS: View[] = [
  { name: 'start', path: 'index.html' },
  { name: 'algoritme', path: KAART },
  { name: 'algoritme-stappen', path: KAART, from: '#stappen' },
  { name: 'casus', path: CASUS },
  { name: 'casus-stemmen', path: CASUS, from: '#perspectieven' },
  { name: 'algoritmes', path: 'algoritmes.html' },
  { name: 'zoeken', path: 'zoeken.html?q=luisteren', ready: '#resultaten[aria-busy="false"]' },
  { name: 'bijeenkomst', path: MEETING, ready: '#werkplaats:not([hidden])' },
  { name: 'kaart', path: 'kaart.html' },
  { name: 'thema', path: 'themas/loslaten.html' },
];
const WIDTHS = [360, 768, 1280];
const SCHEMES = ['light', 'dark'] as const;
const HEIGHT = 800;
/** What differs from machine to machine: how wide a hinted letter is, whether there is a Dutch hyphenator, and how a date is written. */
const ALIKE = `
  * { text-rendering: geometricPrecision !important; hyphens: manual !important }
  ::-webkit-datetime-edit, ::-webkit-calendar-picker-indicator { visibility: hidden }`;

export interface Shot extends View {
  width: number;
  scheme: (typeof SCHEMES)[number];
}

export const SHOTS: Shot[] = VIEWS.flatMap((view) => WIDTHS.flatMap((width) => SCHEMES.map((scheme) => ({ ...view, width, scheme }))));
export const shotName = ({ name, width, scheme }: Shot): string => `${name}-${width}-${scheme}`;

/** Takes the picture; `before` may change the page first. Returns a PNG. */
export async function take(site: Site, shot: Shot, before?: (page: Page) => Promise<unknown>): Promise<Buffer> {
  const page = await site.open(shot.path, {
    viewport: { width: shot.width, height: HEIGHT },
    colorScheme: shot.scheme,
    reducedMotion: 'reduce',
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    bypassCSP: true,
  });
  if (shot.ready) await page.waitForSelector(shot.ready, { state: 'attached' });
  await page.addStyleTag({ content: ALIKE });
  await before?.(page);
  await page.evaluate(async (from) => {
    if (from) document.querySelector(from)!.scrollIntoView({ behavior: 'instant' });
    await document.fonts.ready;
  }, shot.from);
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide', scale: 'css' });
  await page.context().close();
  return picture;
}

/** A picture as it is kept: without loss, and smaller than a PNG. */
export const toWebp = (picture: Buffer): Promise<Buffer> => sharp(picture).webp({ lossless: true, effort: 6 }).toBuffer();
