import { extractText } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { distFiles } from '../support.ts';
import { useSite } from './browser.ts';

const site = useSite();

/** The text of each sheet that a page prints to. */
async function printed(path: string, format: 'A4' | 'Letter' = 'A4'): Promise<string[]> {
  const page = await site.open(path);
  // What a script still has to put in place is part of what a visitor prints.
  await page.waitForSelector('[aria-busy="true"]', { state: 'detached' });
  const pdf = await page.pdf({ preferCSSPageSize: true, format });
  await page.context().close();
  const { text } = await extractText(new Uint8Array(pdf), { mergePages: false });
  return text.map((sheet) => sheet.replace(/\s+/g, ' '));
}

describe('an entry prints', () => {
  it('as a card first: reflex, steps and stop on the first sheet, without the site around it', async () => {
    const [first = '', ...rest] = await printed('algoritmes/op-je-handen-zitten.html');
    for (const part of ['A-21', 'Daadkrachtig op je handen zitten', 'De reflex', 'Meervoudig gezien', 'Morgen', 'Wanneer niet', 'Tegenwicht', 'Zo kun je het doen', 'STOP HIER']) {
      expect(first.toUpperCase()).toContain(part.toUpperCase());
    }
    expect([first, ...rest].join(' ')).not.toMatch(/Hoofdmenu|Naar de inhoud|Leeffuncties|Ook gezocht als/);
  });
  it('on one leaf for a card and at most three sheets for a case, each with its code and address at the foot', async () => {
    for (const path of (await distFiles('.html')).filter((name) => /^(algoritmes|casussen)\//.test(name))) {
      const sheets = await printed(path);
      expect(sheets.length, path).toBeLessThanOrEqual(path.startsWith('casussen') ? 3 : 2);
      sheets.forEach((sheet, index) => {
        expect(sheet, path).toMatch(/[AC]-\d\d .+ · .*\.html/);
        expect(sheet, path).toContain(path);
        expect(sheet, path).toContain(`blad ${index + 1} van ${sheets.length}`);
      });
    }
  });
  it('with nothing lost: every word of the text on screen is on paper', async () => {
    const page = await site.open('casussen/preston-model.html');
    const wanted = await page.locator('.prose p').allTextContents();
    const paper = (await printed('casussen/preston-model.html')).join(' ').replace(/[\s\u00AD-]/g, '');
    for (const text of wanted) expect(paper).toContain(text.replace(/\d+$/, '').slice(0, 40).replace(/[\s-]/g, ''));
  });
  it('on Letter as well, on at most a sheet more', async () => {
    for (const path of ['algoritmes/op-je-handen-zitten.html', 'algoritmes/wie-is-ervan.html', 'casussen/preston-model.html']) {
      const sheets = await printed(path, 'Letter');
      expect(sheets.length, path).toBeLessThanOrEqual(path.startsWith('casussen') ? 4 : 3);
      for (const sheet of sheets) expect(sheet).toContain(path);
    }
  });
});

describe('every kind of page prints without the site around it, on A4 and on Letter', () => {
  const KINDS = [
    'index.html',
    'zoeken.html?q=ruzie',
    'algoritmes.html',
    'casussen.html',
    'situaties.html',
    'begrippen.html',
    'woorden.html',
    'themas.html',
    'deel/1.html',
    'over.html',
    'afdrukken.html',
    'k/A-21.html',
    'trek.html',
    '404.html',
  ];
  it.each(KINDS)('%s', async (path) => {
    for (const format of ['A4', 'Letter'] as const) {
      const sheets = await printed(path, format);
      expect(sheets.join(' ')).not.toMatch(/Hoofdmenu|Naar de inhoud|Een fout gezien\?|Zoek in de site/);
      expect(sheets.every((sheet) => sheet.replace(/blad \d+ van \d+/, '').trim().length > 60)).toBe(true);
    }
  });
});
