import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsQR from 'jsqr';
import { describe, expect, it } from 'vitest';
import { allSheets } from '../../src/paper/sheets.ts';
import { readHuis } from '../../src/paper/huis.ts';
import { openPrinter } from '../../src/paper/render.ts';
import { DIST, makeAlgoritme, makeCasus, makeLibrary, ROOT } from '../support.ts';

// What a reader of PDFs sees: poppler is another program than the one that made them.
const run = (program: string, ...args: string[]) => execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
const papers = async (kind: string) => (await readdir(join(DIST, 'papier', kind))).map((name) => join(DIST, 'papier', kind, name));

describe('the papers of the built site', () => {
  it.each([
    ['kaart', 50],
    ['a4', 78],
    ['stemmen', 78],
  ])('%s: %i of one page each, tagged and in Dutch', async (kind, count) => {
    const files = await papers(kind);
    expect(files).toHaveLength(count);
    for (const file of files) {
      const info = run('pdfinfo', file);
      expect(info, file).toMatch(/^Pages:\s+1$/m);
      expect(info, file).toMatch(/^Tagged:\s+yes$/m);
      expect((await readFile(file)).toString('latin1'), file).toContain('<pdfuaid:part>1</pdfuaid:part>');
    }
  });
  it('hold every font that they use, and no other than ours', async () => {
    for (const file of (await Promise.all(['kaart', 'a4', 'stemmen', 'deck', 'a6'].map(papers))).flat()) {
      const rows = run('pdffonts', file).trim().split('\n').slice(2);
      expect(rows.length, file).toBeGreaterThan(0);
      for (const row of rows) expect(row, file).toMatch(/^[A-Z]{6}\+(AtkinsonHyperlegibleNext|BricolageGrotesque)-.*\s(yes)\s+(yes)\s+(yes)\s/);
    }
  });
  it('a deck is a contents, every card and an index; small cards go four to a sheet', () => {
    expect(run('pdfinfo', join(DIST, 'papier/deck/alles.pdf'))).toMatch(/^Pages:\s+52$/m);
    expect(run('pdfinfo', join(DIST, 'papier/a6/alles.pdf'))).toMatch(/^Pages:\s+13$/m);
  });
  it('a card reads in the order of its fields', () => {
    const text = run('pdftotext', '-raw', join(DIST, 'papier/kaart/A-21.pdf'), '-').replaceAll(/\u00AD\n|\s+/g, (gap) => (gap.startsWith('\u00AD') ? '' : ' '));
    const places = [
      'A-21',
      'Daadkrachtig op je handen zitten',
      'Blijf zichtbaar',
      'Wat gebeurt er',
      'ingrijpen',
      'laten gebeuren',
      'De reflex',
      'Meervoudig gezien',
      'Morgen',
      'Duur:',
      'Groep:',
      'Zo kun je het doen',
      'STOP HIER',
      'Wanneer niet',
      'Tegenwicht',
      'Om te openen',
      'Om te verdiepen',
      'Om af te sluiten',
    ].map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
});

describe('the code on a sheet, printed and scanned', () => {
  it.each(['kaart', 'a4', 'stemmen'])('%s leads to its own page and its own day', async (template) => {
    const library = makeLibrary({ algoritmes: [makeAlgoritme(), makeAlgoritme({ code: 'A-02' }, 'ander')], casussen: [makeCasus()] });
    const sheet = allSheets(library, 'Werkvonken', 'https://gemeente.example/werkvonken').find((item) => item.template === template)!;
    const print = openPrinter(readHuis('Werkvonken', await readFile(join(ROOT, 'src/styles/tokens.css'), 'utf8')));
    const folder = await mkdtemp(join(tmpdir(), 'werkvonken-qr-'));
    await writeFile(join(folder, 'blad.pdf'), print(sheet.template, sheet.data));
    run('pdftoppm', '-r', '200', '-singlefile', join(folder, 'blad.pdf'), join(folder, 'blad'));
    const code = template === 'kaart' ? 'A-01' : 'C-01';
    expect(scan(await readFile(join(folder, 'blad.ppm')))).toBe(`https://gemeente.example/werkvonken/k/${code}.html#2026-11-24`);
  });
});

/** What the QR code in a picture (binary PPM) says. */
function scan(ppm: Buffer): string | undefined {
  const [, width = '0', height = '0'] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.subarray(0, 40).toString('latin1'))!;
  const start = ppm.length - Number(width) * Number(height) * 3;
  const pixels = new Uint8ClampedArray(Number(width) * Number(height) * 4);
  for (let index = 0; index < Number(width) * Number(height); index += 1) pixels.set([...ppm.subarray(start + index * 3, start + index * 3 + 3), 255], index * 4);
  return jsQR(pixels, Number(width), Number(height))?.data;
}
