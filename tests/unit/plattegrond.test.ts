import { beforeAll, describe, expect, it } from 'vitest';
import { loadContent } from '../../src/cli/content.ts';
import type { Library } from '../../src/model/library.ts';
import { textWidth, twoLines } from '../../src/model/plattegrond/maten.ts';
import { type Plattegrond, plattegrond } from '../../src/model/plattegrond/plattegrond.ts';
import { type Kaartplek, MATEN } from '../../src/model/plattegrond/plekken.ts';
import { tussenKaarten, vanCasussen } from '../../src/model/plattegrond/relaties.ts';
import { casusRij, kaartRij } from '../../src/model/plattegrond/tabel.ts';
import { makeAlgoritme, makeCasus, makeLibrary, ROOT } from '../support.ts';

interface Box {
  naam: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const around = (naam: string, x: number, y: number, b: number, h: number): Box => ({ naam, left: x - b / 2, right: x + b / 2, top: y - h / 2, bottom: y + h / 2 });

/** The boxes of a card: its code, the lines of its title, and the codes of its cases. */
function boxesOf({ code, x, y, kant, regels, casussen }: Kaartplek): Box[] {
  const from = x + kant * (MATEN.kaart.b / 2 + 11);
  const width = Math.max(...regels.map((regel) => textWidth(regel, MATEN.letter)));
  const title = around(`titel ${code}`, from + (kant * width) / 2, y, width, regels.length * MATEN.interlinie);
  return [around(code, x, y, MATEN.kaart.b, MATEN.kaart.h), title, ...casussen.map((casus) => around(casus.code, casus.x, casus.y, MATEN.casus.b, MATEN.casus.h))];
}

const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Every pair of labels that touch. */
function clashes({ kaarten }: Plattegrond): string[] {
  const boxes = kaarten.flatMap(boxesOf);
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => overlap(a, b))
      .map((b) => `${a.naam} en ${b.naam}`),
  );
}

/** A library of so many cards, each with one case. */
function large(count: number): Library {
  const code = (letter: string, index: number) => `${letter}-${String(index + 1).padStart(2, '0')}`;
  const deel = (index: number) => 1 + (index % 3);
  const titel = 'Een lange titel die precies zo lang is als hij maar mag zijn';
  return makeLibrary({
    algoritmes: Array.from({ length: count }, (_, index) =>
      makeAlgoritme(
        { code: code('A', index), titel, deel: deel(index), verwant: [{ code: code('A', (index + 1) % count), soort: 'tegenwicht', wanneerGelijk: 'Soms.' }] },
        `kaart-${index}`,
      ),
    ),
    casussen: Array.from({ length: count }, (_, index) =>
      makeCasus({ code: code('C', index), deel: deel(index), algoritmes: [{ code: code('A', index), relatie: 'toegepast' }] }, `verhaal-${index}`),
    ),
  });
}

describe('the map of the library', () => {
  let library: Library;
  let map: Plattegrond;
  beforeAll(async () => {
    library = (await loadContent(ROOT)).library;
    map = plattegrond(library);
  });
  it('shows every card and every case once', () => {
    const codes = map.kaarten.flatMap(({ code, casussen }) => [code, ...casussen.map((casus) => casus.code)]);
    expect(codes.toSorted()).toEqual([...library.algoritmes, ...library.casussen].map(({ data }) => data.code).toSorted());
  });
  it('has no two labels that overlap, and none outside the drawing', () => {
    expect(clashes(map)).toEqual([]);
    const outside = map.kaarten.flatMap(boxesOf).filter(({ left, top, right, bottom }) => left < 0 || top < 0 || right > map.breed || bottom > map.hoog);
    expect(outside).toEqual([]);
  });
  it('cuts no title short', () => {
    expect(map.kaarten.filter(({ titel, regels }) => regels.join(' ') !== titel).map(({ titel }) => titel)).toEqual([]);
  });
  it('is the same to the byte each time, in whatever order the entries come', () => {
    const turned = { ...library, algoritmes: library.algoritmes.toReversed(), casussen: library.casussen.toReversed() };
    expect(JSON.stringify(plattegrond(library))).toBe(JSON.stringify(map));
    expect(plattegrond(turned).kaarten).toEqual(map.kaarten);
  });
  it('keeps the cards of a deel together, in the order of their codes', () => {
    const delen = map.kaarten.map(({ deel }) => deel);
    expect(delen).toEqual(delen.toSorted());
    const codes = map.kaarten.filter(({ deel }) => deel === 2).map(({ code }) => code);
    expect(codes).toEqual(codes.toSorted());
  });
  it('draws a line for every relation, save those of a case with the card that it hangs at', () => {
    const first = library.casussen.map(({ data }) => `${data.code} ${data.algoritmes[0]!.code}`);
    const all = library.casussen.flatMap(({ data }) => data.algoritmes.map(({ code }) => `${data.code} ${code}`));
    const drawn = map.lijnen.filter(({ van }) => van.startsWith('C')).map(({ van, naar }) => `${van} ${naar}`);
    expect([...drawn, ...first].toSorted()).toEqual([...new Set(all)].toSorted());
    expect(map.lijnen.filter(({ d }) => !/^M[\d.,-]+/.test(d) || d.includes('NaN'))).toEqual([]);
  });
});

describe('a larger library', () => {
  it('keeps its labels apart and cuts titles that have no room', () => {
    const map = plattegrond(large(100));
    expect(map.metCasussen).toBe(true);
    expect(clashes(map)).toEqual([]);
  });
  it('of more than 300 entries is drawn without its cases, and with the lines between counterweights alone', () => {
    const map = plattegrond(large(151));
    expect(map.metCasussen).toBe(false);
    expect(map.kaarten.flatMap(({ casussen }) => casussen)).toEqual([]);
    expect(map.lijnen.length).toBeGreaterThan(100);
    expect(map.lijnen.every(({ van, soort }) => van.startsWith('A') && soort === 'tegenwicht')).toBe(true);
    expect(clashes(map)).toEqual([]);
  });
  it('grows with the number of entries and no faster', () => {
    const size = (count: number) => JSON.stringify(plattegrond(large(count))).length;
    expect(size(1200) / size(400)).toBeLessThan(3.5);
  });
});

it('a relation that both cards write down is one line', () => {
  const library = makeLibrary({
    algoritmes: [
      makeAlgoritme({
        verwant: [
          { code: 'A-02', soort: 'tegenwicht', wanneerGelijk: 'Soms.' },
          { code: 'A-02', soort: 'erna' },
        ],
      }),
      makeAlgoritme(
        {
          code: 'A-02',
          verwant: [
            { code: 'A-01', soort: 'tegenwicht', wanneerGelijk: 'Soms.' },
            { code: 'A-01', soort: 'ervoor' },
          ],
        },
        'andere-kaart',
      ),
    ],
  });
  expect(
    tussenKaarten(library)
      .map(({ soort }) => soort)
      .toSorted(),
  ).toEqual(['tegenwicht', 'volgorde']);
  expect(tussenKaarten(library).find(({ soort }) => soort === 'volgorde')).toEqual({ soort: 'volgorde', van: 'A-01', naar: 'A-02' });
});

it('a case hangs at the first card that it names and has a line to the others', () => {
  const casus = makeCasus({
    algoritmes: [
      { code: 'A-01', relatie: 'toegepast' },
      { code: 'A-02', relatie: 'waarschuwing' },
    ],
  });
  const library = makeLibrary({ casussen: [casus] });
  expect(vanCasussen(library)).toEqual([{ soort: 'waarschuwing', van: 'C-01', naar: 'A-02' }]);
  expect(plattegrond(library).kaarten[0]!.casussen.map(({ code, relatie }) => [code, relatie])).toEqual([['C-01', 'toegepast']]);
});

it('the table says of a card and of a case what the map draws', () => {
  const library = makeLibrary();
  const codes = ({ cellen }: ReturnType<typeof kaartRij>) => cellen.map((cel) => cel.map(({ entry, noot }) => [entry.data.code, noot].filter(Boolean).join(' ')));
  expect(codes(kaartRij(library, library.algoritmes[0]!))).toEqual([['A-02'], [], [], ['C-01 toegepast']]);
  expect(codes(casusRij(library, library.casussen[0]!))).toEqual([['A-01'], [], []]);
});

describe('a title', () => {
  it('stands on one line when it is short, and else on two of about one length', () => {
    expect(twoLines('Aanbellen', 14, 200)).toEqual(['Aanbellen']);
    expect(twoLines('Daadkrachtig op je handen zitten', 14, 200)).toEqual(['Daadkrachtig op', 'je handen zitten']);
  });
  it('is cut when it has no room, also when it is a single word', () => {
    expect(twoLines('Aansprakelijkheidsverzekering', 14, 80)).toEqual([expect.stringMatching(/^Aans.*…$/)]);
    expect(textWidth(twoLines('Aansprakelijkheidsverzekering', 14, 80)[0]!, 14)).toBeLessThanOrEqual(80);
  });
});
