import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { allSheets, caseSheet, cardSheet, type DeckSheet, deckSheet } from '../../src/paper/sheets.ts';
import { compact } from '../../src/paper/compact.ts';
import { type Huis, readHuis } from '../../src/paper/huis.ts';
import { type Maten, openPrinter, type Print } from '../../src/paper/render.ts';
import { extractText, getDocumentProxy } from 'unpdf';
import { makeAlgoritme, makeCasus, makeLibrary, ROOT } from '../support.ts';

const WORDS = 'buurman vergadering stoep gemeenteraad koffie burgerparticipatie straat avond wethouder plein'.split(' ');

/** Text of exactly `length` characters, in words of an ordinary mix of lengths. */
function text(length: number, end = '.'): string {
  let made = '';
  for (let index = 0; made.length < length; index += 1) made += `${WORDS[index % WORDS.length]} `;
  return made.slice(0, length - 1).replace(/ $/, 'x') + end;
}
/** `count` words of eight characters each, space included: the most that a field counted in words may hold. */
const words = (count: number) => Array.from({ length: count }, () => 'buurten').join(' ');
const many = <T>(count: number, item: (index: number) => T) => Array.from({ length: count }, (_, index) => item(index));
const VRAGEN = ['openen', 'verdiepen', 'afsluiten'].map((soort) => ({ vraag: text(160, '?'), soort }));

const longest = { titel: text(60, ''), kern: text(140), kort: words(60), vragen: VRAGEN };
const longestCard = {
  ...longest,
  kernvraag: text(160, '?'),
  spanningsveld: { pool1: text(90), pool2: text(90) },
  enkelvoudig: words(50),
  meervoudig: words(50),
  wanneerNiet: many(4, () => text(160)),
  eersteStap: words(20),
  stappen: many(7, (index) => ({
    doe: text(140),
    letOp: text(160),
    ...(index < 3 && { beslispunt: { vraag: text(160, '?'), uitgangen: many(4, (exit) => ({ als: text(90), naar: exit === 0 ? 'stop' : exit === 1 ? 'A-02' : 7 })) } }),
  })),
  verwant: many(2, () => ({ code: 'A-02', soort: 'tegenwicht', wanneerGelijk: text(160) })),
};
const longestCase = {
  ...longest,
  naam: text(60, ''),
  plaats: text(60, ''),
  land: text(60, ''),
  periode: text(60, ''),
  situatie: words(90),
  spanning: text(160),
  reflex: { wat: text(160), waaromBegrijpelijk: text(160), gevolg: text(160) },
  meervoudig: words(60),
  perspectieven: many(6, (index) => ({ wie: text(60, ''), stoel: 'bewoner', ziet: text(160), wil: text(160), vreest: text(160), aanTafel: index > 2 })),
  keuzemomenten: [3, 2, 2].map((options) => ({ moment: text(160), opties: many(options, () => ({ keuze: text(90), wint: text(160), kost: text(160) })) })),
  afloop: { stand: 'gemengd', tekst: text(160) },
  bronnen: many(12, (index) => ({ id: `bron-${index}`, titel: text(160), uitgever: text(80), jaar: 2014, url: `https://www.krant.example/${index}` })),
};

let huis: Huis;
let print: Print;
beforeAll(async () => {
  huis = readHuis('Werkvonken', await readFile(join(ROOT, 'src/styles/tokens.css'), 'utf8'));
  print = openPrinter(huis);
});

const library = (card: Record<string, unknown> = {}) => makeLibrary({ algoritmes: [makeAlgoritme(card), makeAlgoritme({ code: 'A-02', titel: text(60, '') }, 'ander')] });
const pages = async (pdf: Buffer) => (await extractText(new Uint8Array(pdf), { mergePages: false })).text;

describe('a sheet with every field at its limit', () => {
  const SITE = `https://${'gemeente-met-een-lange-naam'.repeat(2)}.example.nl/werkvonken`;
  it('fits, for a card', async () => {
    const made = library(longestCard);
    expect(await pages(print('kaart', cardSheet(made, made.algoritmes[0]!, SITE)))).toHaveLength(1);
  });
  it('fits, for the A4 and the voices of a case', async () => {
    const sheet = caseSheet(makeCasus(longestCase), SITE);
    expect(await pages(print('a4', sheet))).toHaveLength(1);
    expect(await pages(print('stemmen', sheet))).toHaveLength(1);
  });
  it('fits, for the small cards and the deck', async () => {
    const made = library(longestCard);
    const sheet = deckSheet(made, [1, 2, 3], 'Werkvonken', SITE);
    expect(await pages(print('a6', sheet))).toHaveLength(1);
    expect(await pages(print('deck', sheet))).toHaveLength(4);
  });
});

describe('a text that does not fit', () => {
  const tooLong = { ...cardSheet(library(), library().algoritmes[0]!), stappen: many(7, () => ({ doe: text(900), letOp: null, vraag: null, uitgangen: [] })) };
  it('stops the build and names the entry, the side and the field, in Dutch', () => {
    expect(() => print('kaart', tooLong)).toThrow(/^A-01 past niet op papier \(achterkant\): \d+ mm tekst, \d+ mm ruimte\. Kort het langste veld in: stappen \d+ mm, /);
  });
  it('stops the build for a word that no line can hold', () => {
    expect(() => print('kaart', { ...tooLong, stappen: [], kern: 'x'.repeat(140) })).toThrow(/^A-01 past niet op papier \(kern\): het woord ‘x+’ past op geen regel/);
  });
});

describe('a sheet', () => {
  it('says that it is PDF/UA-1, is tagged, and names its language and title', () => {
    const source = print('kaart', cardSheet(library(), library().algoritmes[0]!)).toString('latin1');
    for (const mark of ['<pdfuaid:part>1</pdfuaid:part>', '/MarkInfo', '/StructTreeRoot', '/Lang (nl-NL)', '/DisplayDocTitle true']) expect(source).toContain(mark);
    const fonts = [...source.matchAll(/\/FontName \/[A-Z]{6}\+([\w-]+)/g)].map(([, name]) => name!);
    // No others: what the site hands on of others, the colofon names.
    expect(fonts.sort()).toEqual(['AtkinsonHyperlegibleNext-Bold', 'AtkinsonHyperlegibleNext-Regular', 'BricolageGrotesque-ExtraBold']);
  });
  it('of every kind is the same, byte for byte, when another printer draws it again', () => {
    const again = openPrinter(huis);
    const sheets = allSheets(makeLibrary({ algoritmes: library().algoritmes, casussen: [makeCasus()] }), 'Werkvonken', 'https://gemeente.example');
    expect(new Set(sheets.map(({ template }) => template)).size).toBe(6);
    for (const { path, template, data } of sheets) expect(print(template, data).equals(again(template, data)), path).toBe(true);
  });
  it('that is a deck is the same, byte for byte, when its cards were measured before', () => {
    const { path, data } = allSheets(library(), 'Werkvonken').find(({ template }) => template === 'deck')!;
    const known: Maten = {};
    for (const kaart of (data as DeckSheet).kaarten) print('kaart', kaart, known);
    const sides = ['voorkant, bovenaan', 'voorkant', 'achterkant'];
    expect(Object.keys(known)).toEqual(['A-01', 'A-02'].flatMap((code) => sides.map((side) => `${code}, ${side}`)));
    expect(print('deck', data, { ...known }).equals(print('deck', data)), path).toBe(true);
    // They are gone by, and not measured again.
    expect(print('deck', data, { ...known, 'A-02, achterkant': { maat: 6, over: 0 } }).equals(print('deck', data))).toBe(false);
  });
  it('that is a card says what is a list: its steps, the exits in them, and when not', async () => {
    const made = library(longestCard);
    const read = await getDocumentProxy(new Uint8Array(print('kaart', cardSheet(made, made.algoritmes[0]!))));
    type Tag = { role: string; children?: Tag[] };
    const within = ({ children = [], ...tag }: Tag): Tag[] => [{ ...tag, children }, ...children.flatMap(within)];
    const items = within((await (await read.getPage(1)).getStructTree()) as Tag).filter(({ role }) => role === 'LI');
    expect(items).toHaveLength(7 + 3 * 4 + 4);
    for (const { children = [] } of items) expect(children.map(({ role }) => role)).toEqual(['Lbl', 'LBody']);
  });
  it('prints its fields in the order in which one reads them', async () => {
    const made = library();
    const [found = ''] = await pages(print('kaart', cardSheet(made, made.algoritmes[0]!)));
    const order = [
      'A-01',
      'Een titel',
      'Een kern.',
      'Wat nu?',
      'dit',
      'dat',
      'De reflex.',
      'De wending.',
      'Begin morgen.',
      'doorlopend',
      '1 tot 12 mensen',
      'Doe iets.',
      'Gaat het?',
      'STOP HIER',
      'Doe meer.',
      'Rond af.',
      'Als het schaadt.',
      'Soms.',
      'Om te openen',
    ];
    const places = order.map((part) => found.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
});

describe('a long word', () => {
  const [broad, narrow] = ['buurtvergaderingen', 'gemeenteraadslid'];
  it('stays whole on a long line, and breaks in a narrow column', async () => {
    const made = library({ enkelvoudig: many(12, () => narrow).join(' '), wanneerNiet: many(4, () => many(8, () => broad).join(' ')) });
    const [found = ''] = await pages(print('kaart', cardSheet(made, made.algoritmes[0]!)));
    expect(found.split(broad)).toHaveLength(4 * 8 + 1);
    expect(found.split(narrow).length).toBeLessThan(12);
  });
});

describe('a sheet made smaller', () => {
  /** What another program reads in a PDF: its facts, and of every page the words with their places, the tags and the links. */
  async function contents(pdf: Buffer) {
    const read = await getDocumentProxy(new Uint8Array(pdf));
    const pages = await Promise.all(Array.from({ length: read.numPages }, (_, index) => read.getPage(index + 1)));
    const inside = pages.map(async (page) => [(await page.getTextContent({ includeMarkedContent: true })).items, await page.getStructTree(), await page.getAnnotations()]);
    const all = JSON.stringify([await read.getMetadata(), await read.getOutline(), await read.getMarkInfo(), ...(await Promise.all(inside))]);
    // It numbers the documents that it opened.
    return all.replace(/g_d\d+_/g, '');
  }
  it('holds to the letter what it held, on less than three quarters of the bytes', async () => {
    const sheets = allSheets(makeLibrary({ algoritmes: library().algoritmes, casussen: [makeCasus()] }), 'Werkvonken', 'https://gemeente.example');
    for (const { path, template, data } of sheets.filter((sheet) => sheet.template !== 'prent')) {
      const [whole, small] = [print(template, data), compact(print(template, data))];
      expect((await contents(small)) === (await contents(whole)), path).toBe(true);
      expect(small.length / whole.length, path).toBeLessThan(3 / 4);
    }
  });
  it('still tells a program that only looks for plain text that it is PDF/UA-1', () => {
    expect(compact(print('kaart', cardSheet(library(), library().algoritmes[0]!))).toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });
  it('is refused when it is written in another way, and when it is one already', () => {
    const whole = print('kaart', cardSheet(library(), library().algoritmes[0]!));
    for (const pdf of [Buffer.from('%PDF-1.7'), whole.subarray(0, -50), compact(whole)]) expect(() => compact(pdf)).toThrow('anders opgebouwd dan Typst');
  });
});
