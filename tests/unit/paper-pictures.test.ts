import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import jsQR from 'jsqr';
import sharp from 'sharp';
import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { readHuis } from '../../src/paper/huis.ts';
import { cardSheet, entryPrent, paperAddress } from '../../src/paper/sheets.ts';
import draw from '../../src/paper/worker.ts';
import { makeAlgoritme, makeLibrary, ROOT } from '../support.ts';

const huis = readFile(join(ROOT, 'src/styles/tokens.css'), 'utf8').then((tokens) => readHuis('Werkvonken', tokens));
const library = makeLibrary({ algoritmes: [makeAlgoritme(), makeAlgoritme({ code: 'A-02' }, 'ander')] });

describe('the image that travels with a link', () => {
  const image = async (titel: string) => (await draw({ huis: await huis, template: 'prent', data: { ...entryPrent(makeAlgoritme({ titel })), stralen: [] }, maten: {} })).file;
  it('is as large as a card of Open Graph asks, in few bytes', async () => {
    const drawn = await image('Een titel');
    expect(await sharp(drawn).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
    expect(drawn.length).toBeLessThan(25_000);
  });
  it.each(['Professionaliteit in deze tijd', 'Onverantwoordelijkheidsbesef'])('leaves the place of the spark free beside a long word: %s', async (titel) => {
    const beside = await sharp(await image(titel))
      .extract({ left: 878, top: 100, width: 250, height: 350 })
      .toBuffer();
    expect((await sharp(beside).stats()).channels.map(({ min, max }) => max - min)).toEqual([0, 0, 0]);
  });
});

describe('the code on a sheet', () => {
  const sheet = (site?: string) => cardSheet(library, library.algoritmes[0]!, site);
  const SITE = 'https://gemeente.example/werkvonken/';
  const address = 'https://gemeente.example/werkvonken/k/A-01.html#2026-11-24';
  const drawn = (side: number) =>
    sharp(Buffer.from(sheet(SITE).qr!), { density: 72 })
      .resize(side, side, { kernel: 'nearest' })
      .flatten({ background: '#fff' });
  it('leads to the page of the entry with the day of this edition, under whatever path the site stands', () => {
    expect(paperAddress(SITE, 'A-01', '2026-11-24')).toBe(address);
    expect(paperAddress('https://gemeente.example', 'A-21', '2026-11-24')).toBe('https://gemeente.example/k/A-21.html#2026-11-24');
  });
  it('has every module in its place', async () => {
    const { data, size } = encode(address, { ecc: 'M', border: 1 });
    const pixels = await drawn(size).greyscale().raw().toBuffer();
    expect([...pixels].map((light) => light < 128)).toEqual(data.flat());
  });
  it('is read as that address by another library', async () => {
    const { data, info } = await drawn(400).extend({ top: 40, bottom: 40, left: 40, right: 40, background: '#fff' }).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    expect(jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(address);
  });
  it('is left out when nobody knows where the site will stand', () => {
    expect(sheet().qr).toBeNull();
  });
});
