import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support.ts';
import { type Site, useSite } from './browser.ts';
import { compare, TOLERANCE } from './compare.ts';
import { type Shot, SHOTS, shotName, take, toWebp } from './pictures.ts';

const site = useSite();
const KEPT = join(ROOT, 'tests/browser/beeld');
const SEEN = join(ROOT, '.build/beeld');
const COMMAND = 'BEELD=nieuw npx vitest run --config tests/vitest.config.ts tests/browser/beeld.test.ts';
const renews = process.env['BEELD'] === 'nieuw';
const keptPath = (name: string) => join(KEPT, `${name}.webp`);
const percent = (share: number) => `${(share * 100).toFixed(2)}%`;

/** The picture that is kept. Throws when there is none: a test never makes it by itself. */
async function kept(name: string): Promise<Buffer> {
  return readFile(keptPath(name)).catch(() => {
    throw new Error(`No picture is kept of ${name}. Look at .build/beeld/${name}.png, and keep it with:\n${COMMAND}`);
  });
}

/** Writes what differs where a developer can look at it, and says so. */
async function refuse(name: string, share: number, difference: Buffer): Promise<never> {
  await writeFile(join(SEEN, `${name}-verschil.png`), difference);
  throw new Error(
    `${name} looks different: ${percent(share)} of it, where ${percent(TOLERANCE)} may.\nLook at .build/beeld/${name}.png and ${name}-verschil.png (red is what differs). Is it meant? Then keep the new pictures with:\n${COMMAND}`,
  );
}

async function keepsItsLooks(shot: Shot): Promise<void> {
  const name = shotName(shot);
  const seen = await take(site, shot);
  if (renews) return writeFile(keptPath(name), await toWebp(seen));
  await mkdir(SEEN, { recursive: true });
  await writeFile(join(SEEN, `${name}.png`), seen);
  const { share, difference } = await compare(await kept(name), seen);
  if (share > TOLERANCE) await refuse(name, share, difference);
}

describe('looks as it is kept:', () => {
  it.each(SHOTS.map((shot) => [shotName(shot), shot] as const))('%s', (_, shot) => keepsItsLooks(shot));
});

it('the pictures kept are those of these pages and no others, and weigh at most 2.5 MB', async () => {
  const names = await readdir(KEPT);
  expect(names.sort()).toEqual(SHOTS.map((shot) => `${shotName(shot)}.webp`).sort());
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(KEPT, name))).size));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(2_500_000);
});

describe('the comparison', () => {
  const shot = (name: string) => SHOTS.find((found) => shotName(found) === name)!;
  const differs = async (name: string, before: (page: Page) => Promise<unknown>, through: Site = site) =>
    (await compare(await kept(name), await take(through, shot(name), before))).share;
  const styled = (name: string, content: string) => differs(name, (page) => page.addStyleTag({ content }));
  const nothing = async () => {};

  /** Moves each band of 20 rows, about a line of text, a pixel to the left or right or not. */
  async function jitter(picture: Buffer): Promise<Buffer> {
    const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    const moved = Buffer.from(data);
    for (let row = 0; row < height; row += 1) {
      const by = ((Math.floor(row / 20) % 3) - 1) * channels;
      data.copy(moved, row * width * channels + Math.max(by, 0), row * width * channels + Math.max(-by, 0), (row + 1) * width * channels - Math.max(by, 0));
    }
    return sharp(moved, { raw: { width, height, channels } }).png().toBuffer();
  }

  const PICTURES = ['algoritme-1280-light', 'zoeken-360-dark', 'casus-stemmen-768-light', 'start-1280-dark', 'bijeenkomst-360-light'];
  it.each(PICTURES)('passes %s with text a pixel aside, or smoothed in another way', async (name) => {
    const picture = await kept(name);
    expect((await compare(picture, picture)).share).toBe(0);
    expect((await compare(picture, await jitter(picture))).share).toBeLessThan(TOLERANCE);
    expect((await compare(picture, await sharp(picture).blur(0.7).png().toBuffer())).share).toBeLessThan(TOLERANCE);
  });
  it('refuses a block painted over', async () => {
    const picture = await kept('algoritme-1280-light');
    const patch = { create: { width: 60, height: 40, channels: 3 as const, background: '#f5f6fb' } };
    const painted = await sharp(picture)
      .composite([{ input: patch, left: 900, top: 560 }])
      .png()
      .toBuffer();
    expect((await compare(picture, painted)).share).toBeGreaterThan(TOLERANCE);
  });
  it.each([
    ['algoritme-1280-light', '--vonk-soft', 'var(--paper)'],
    ['zoeken-1280-light', '--vonk', '#ffa040'],
    ['zoeken-360-dark', '--link', 'var(--deel-2)'],
    ['algoritme-1280-light', '--deel-2', 'var(--deel-3)'],
    ['algoritme-1280-light', '--ink-2', '#8d8ca0'],
  ])('refuses %s with another colour for %s', async (name, token, value) => {
    expect(await styled(name, `:root { ${token}: ${value} !important }`)).toBeGreaterThan(TOLERANCE);
  });
  it.each(['algoritme-1280-light', 'start-360-dark'])('refuses %s moved 24 pixels down, with a line of room too much, or without its menu', async (name) => {
    expect(await styled(name, 'body { padding-top: 24px }')).toBeGreaterThan(TOLERANCE);
    expect(await styled(name, 'h1 { margin-bottom: 1.6em !important }')).toBeGreaterThan(TOLERANCE);
    expect(await styled(name, 'nav { visibility: hidden }')).toBeGreaterThan(TOLERANCE);
  });
  it.each(['algoritme-1280-light', 'zoeken-360-dark'])('refuses %s in the fallback font', async (name) => {
    const without: Site = { ...site, open: (path, options) => site.open(path, options, (page) => page.route('**/*.woff2', (route) => route.abort())) };
    expect(await differs(name, nothing, without)).toBeGreaterThan(TOLERANCE);
  });
  it('refuses pictures of another size', async () => {
    await expect(compare(await kept('start-360-dark'), await kept('start-768-dark'))).rejects.toThrow('differ in size: 360 by 800 and 768 by 800');
  });
});
