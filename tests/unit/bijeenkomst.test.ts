import { describe, expect, it } from 'vitest';
import { agenda, fillIn, moved } from '../../src/model/agenda.ts';
import { type Bijeenkomst, LIMIETEN, nieuweBijeenkomst, type Onderdeel, readBijeenkomst, type Verlies, writeBijeenkomst } from '../../src/model/bijeenkomst.ts';
import { keuzes } from '../../src/model/keuzes.ts';
import { makeAlgoritme, makeCasus, makeLibrary } from '../support.ts';

const item = (fields: Partial<Onderdeel> = {}): Onderdeel => ({ code: 'A-21', titel: '', minuten: 30, noot: '', ...fields });
const meeting = (fields: Partial<Bijeenkomst> = {}): Bijeenkomst => ({ ...nieuweBijeenkomst(), ...fields });
const again = (bijeenkomst: Bijeenkomst) => readBijeenkomst(`#${writeBijeenkomst(bijeenkomst)}`);

describe('the link of a meeting', () => {
  const TEXTS = [
    'Buurtavond',
    'a & b = c',
    '100% _zeker_',
    '+31 (0)6',
    'é ü ‘ja’',
    '🔥👩‍👩‍👧',
    'אבג',
    'eindigt op.',
    '<b onclick="x">',
    "~!*'()",
    'A-21=30',
    '#hash?q=1',
    '%E0%A4%A',
    '\\u0000',
  ];
  it.each(TEXTS)('carries %s as title, place, note and own item', (text) => {
    const whole = meeting({ titel: text, plek: text, onderdelen: [item({ noot: text }), item({ code: '', titel: text, noot: text, minuten: 5 })] });
    expect(again(whole)).toEqual({ bijeenkomst: whole, erbij: [], verlies: [] });
  });
  it('keeps order, minutes, day, times and lines in a note', () => {
    const whole = meeting({
      datum: '2026-11-24',
      begin: '09:05',
      tijd: 90,
      onderdelen: [item({ code: 'C-33', minuten: 0 }), item({ noot: 'een\n\ntwee' }), item({ code: 'A-02', minuten: undefined })],
    });
    expect(again(whole)).toEqual({ bijeenkomst: whole, erbij: [], verlies: [] });
  });
  it('keeps it when there is no time to begin and no limit', () => {
    const open = meeting({ begin: '', tijd: undefined });
    expect(again(open).bijeenkomst).toEqual(open);
  });
  it('can be read by people', () => {
    const text = writeBijeenkomst(meeting({ titel: 'Buurtavond', onderdelen: [item({ noot: 'Eerst lezen' }), item({ code: '', titel: 'Pauze', minuten: 15 })] }));
    expect(text).toBe('v=1&titel=Buurtavond&begin=1930&tijd=120&A-21=30_Eerst+lezen&eigen=15_Pauze');
  });
  it('holds nothing that a mail program cuts off at the end', () => {
    for (const sign of ".!?)'*_~,;:>") expect(writeBijeenkomst(meeting({ onderdelen: [item({ noot: `stop${sign}` })] }))).toMatch(/[A-Za-z0-9]$/);
  });
  it('starts from an ordinary evening when it only names cards, and forgives how codes are written', () => {
    const { bijeenkomst, verlies } = readBijeenkomst('#a21&C-3');
    expect(bijeenkomst).toMatchObject({ begin: '19:30', tijd: 120 });
    expect(bijeenkomst.onderdelen.map(({ code }) => code)).toEqual(['A-21', 'C-03']);
    expect(verlies).toEqual([]);
  });
  it('survives being encoded as a whole, with dots and stripes of its own', () => {
    const whole = meeting({ titel: 'a b', onderdelen: [item({ noot: 'c_d e' })] });
    expect(readBijeenkomst(encodeURIComponent(writeBijeenkomst(whole))).bijeenkomst).toEqual(whole);
  });
  it('asks to add cards to what was picked before', () => expect(readBijeenkomst('#erbij=A-21&erbij=c2').erbij).toEqual(['A-21', 'C-02']));
});

const HOSTILE: [payload: string, lost: Verlies['soort'][]][] = [
  ['', []],
  ['#', []],
  ['&&&==&=', ['onbekend', 'onbekend']],
  ['v=2&A-21=30', ['versie']],
  ['v=__proto__&A-21=30', ['versie']],
  ['__proto__=30&A-21=30', ['onbekend']],
  ['constructor=1&hasOwnProperty=1&toString=1&A-21=30', ['onbekend', 'onbekend', 'onbekend']],
  ['A-21=-5', ['minuten']],
  ['A-21=1e3', ['minuten']],
  ['A-21=99999999999999999999', ['minuten']],
  ['A-21=NaN', ['minuten']],
  ['A-21=null', ['minuten']],
  ['A-21=undefined_noot', ['minuten']],
  ['A-21=30.5', ['minuten']],
  ['A-21=601', ['minuten']],
  ['A-21=٣٠', ['minuten']],
  ['A-21=30&A-21=40', ['dubbel']],
  ['A-21=30_%E0%A4%A', ['teken']],
  ['A-21=30_%', []],
  ['titel=%FF%FE&A-21', ['teken']],
  ['titel=%00%01%02&A-21', []],
  ['titel=%E2%80%AEnaam%E2%80%AC&A-21', []],
  ['titel=%ED%A0%80&A-21', ['teken']],
  ['begin=2590&A-21', ['begin']],
  ['begin=%00&A-21', ['begin']],
  ['begin=half+acht&A-21', ['begin']],
  ['tijd=-1&A-21', ['tijd']],
  ['tijd=Infinity&A-21', ['tijd']],
  ['datum=2026-02-30&A-21', ['datum']],
  ['datum=morgen&A-21', ['datum']],
  ['datum=-271821-04-19&A-21', ['datum']],
  ['A-211111=30&A-21', ['onbekend']],
  ['erbij=&erbij=zes&A-21', ['kaart', 'kaart']],
  ['<img src=x onerror=alert(1)>&A-21', ['onbekend']],
  ['javascript:alert(1)&A-21', ['onbekend']],
  [`titel=${'x'.repeat(100_000)}&A-21`, ['lang']],
  [`A-21=30_${'%F0%9F%94%A5'.repeat(8_000)}`, ['lang']],
  [`${'y'.repeat(100_000)}=1&A-21`, ['onbekend']],
  [`A-21=30&${'z'.repeat(500_000)}`, ['lang', 'onbekend']],
  ['A-21=30_\u202Eomgekeerd\uD800', []],
  ['\uD800\uDFFF\uDC00=1&A-21', ['onbekend']],
  ['eigen&eigen=&eigen=__&A-21', []],
  [`eigen=15_${'a'.repeat(100)}&A-21`, ['lang']],
];

describe('a link from anywhere', () => {
  it.each(HOSTILE.map(([payload, lost]) => [payload.slice(0, 40), payload, lost] as const))('%s: names what is lost and keeps the rest', (_, payload, lost) => {
    const { bijeenkomst, verlies } = readBijeenkomst(payload);
    expect(verlies.map(({ soort }) => soort)).toEqual(lost);
    if (payload.includes('A-21')) expect(bijeenkomst.onderdelen.map(({ code }) => code)).toContain('A-21');
    for (const { wat } of verlies) expect([...wat].length).toBeLessThanOrEqual(30);
    for (const text of [bijeenkomst.titel, ...bijeenkomst.onderdelen.map(({ noot }) => noot)]) expect(text).not.toMatch(/[\p{Cs}\u0000-\u0009\u202A-\u202E]/u);
    expect(again(bijeenkomst)).toEqual({ bijeenkomst, erbij: [], verlies: [] });
  });
  it('keeps forty items and names what comes after', () => {
    const many = Array.from({ length: 60 }, (_, index) => `A-${String(index).padStart(2, '0')}`).join('&');
    const { bijeenkomst, verlies } = readBijeenkomst(many);
    expect(bijeenkomst.onderdelen).toHaveLength(LIMIETEN.onderdelen);
    expect(verlies.filter(({ soort }) => soort === 'teveel')).toHaveLength(20);
  });
  it('reads ten thousand odd parts within a second', () => {
    const start = performance.now();
    expect(readBijeenkomst(Array.from({ length: 10_000 }, (_, index) => `onzin${index}=%%%`).join('&')).verlies).toHaveLength(10_000);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('what a meeting is made of', () => {
  const library = makeLibrary({
    algoritmes: [makeAlgoritme({ duur: { min: 45, max: 60 } }), makeAlgoritme({ code: 'A-02', duur: { min: 480, max: 600 } }), makeAlgoritme({ code: 'A-03' })],
    casussen: [makeCasus()],
  });
  const known = new Map(keuzes(library).map((keuze) => [keuze.code, keuze]));
  it('takes the time that a card says, and a time to talk for what is longer than a meeting', () => {
    const { bijeenkomst } = fillIn(readBijeenkomst('A-01&A-02&A-03&C-01&eigen=_Pauze').bijeenkomst, known);
    expect(bijeenkomst.onderdelen.map(({ minuten }) => minuten)).toEqual([45, 30, 20, 20, 15]);
    expect(bijeenkomst.onderdelen[3]!.titel).toBe('Een titel (Een praktijk)');
  });
  it('leaves out and names what the library does not have', () => {
    const { bijeenkomst, verlies } = fillIn(readBijeenkomst('A-77=30&A-01=5').bijeenkomst, known);
    expect(bijeenkomst.onderdelen.map(({ code, minuten }) => [code, minuten])).toEqual([['A-01', 5]]);
    expect(verlies).toEqual([{ soort: 'kaart', wat: 'A-77' }]);
  });
});

describe('the time of a meeting', () => {
  const onderdelen = [item({ minuten: 45 }), item({ minuten: 15 })];
  it('runs from the beginning, past midnight if need be', () => {
    expect(agenda(meeting({ begin: '23:30', onderdelen }))).toMatchObject({
      tijden: [
        { van: '23:30', tot: '00:15' },
        { van: '00:15', tot: '00:30' },
      ],
      einde: '00:30',
    });
  });
  it('says what is left, or how much too long it is', () => {
    expect(agenda(meeting({ tijd: 75, onderdelen }))).toMatchObject({ totaal: 60, over: 15 });
    expect(agenda(meeting({ tijd: 50, onderdelen })).over).toBe(-10);
    expect(agenda(meeting({ tijd: undefined, begin: '', onderdelen }))).toEqual({
      tijden: [
        { van: '', tot: '' },
        { van: '', tot: '' },
      ],
      totaal: 60,
      einde: '',
      over: undefined,
    });
  });
  it('puts an item in another place', () => {
    expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  });
});
