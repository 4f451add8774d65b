import { describe, expect, it } from 'vitest';
import { type Bijeenkomst, leeg, MOST_ONDERDELEN, readErbij, readLink, tijden, totaal, verplaats, writeLink } from '../../src/model/bijeenkomst.ts';

const known = new Map([['A-21', 20], ['A-24', 45], ['C-33', 20]]);
const full: Bijeenkomst = {
  titel: 'Avond & morgen = één?',
  wanneer: 'do 3 december, buurthuis ’t Hoekje',
  begin: '19:30',
  tijd: 120,
  onderdelen: [
    { code: 'C-33', minuten: 25, notitie: 'koffie ~ #thee & 50% korting\nnieuwe regel'.replace('\n', ' ') },
    { code: 'A-21', minuten: 20, notitie: '' },
    { code: 'A-21', minuten: 5, notitie: 'nog eens' },
  ],
};

describe('a link', () => {
  it('gives back what was put in', () => expect(readLink(`#${writeLink(full)}`, known)).toEqual({ bijeenkomst: full, weg: [] }));
  it('gives back an empty meeting', () => expect(readLink(writeLink(leeg()), known)).toEqual({ bijeenkomst: leeg(), weg: [] }));
  it('needs no minutes: a card takes what it usually takes', () => expect(readLink('#k=A-24', known).bijeenkomst.onderdelen).toEqual([{ code: 'A-24', minuten: 45, notitie: '' }]));
  it('adds a card to what there was', () => {
    expect(readErbij('#erbij=C-33', known)).toEqual([{ code: 'C-33', minuten: 20, notitie: '' }]);
    expect(readErbij('#erbij=C-99&erbij=__proto__', known)).toEqual([]);
  });
});

describe('a bad link keeps what it can, and names the rest', () => {
  it('an unknown code', () => expect(readLink('#k=A-99~10&k=A-21~10', known)).toMatchObject({ weg: ['A-99~10'], bijeenkomst: { onderdelen: [{ code: 'A-21', minuten: 10 }] } }));
  it('minutes that are none', () => expect(readLink('#m=-5&k=A-21~999999', known)).toMatchObject({ weg: ['-5', 'A-21~999999'], bijeenkomst: { tijd: 90 } }));
  it('a time that is none', () => expect(readLink('#b=25:99', known)).toMatchObject({ weg: ['25:99'], bijeenkomst: { begin: '' } }));
  it('more than a meeting holds', () => {
    const { bijeenkomst, weg } = readLink(`#${'k=A-21&'.repeat(40)}`, known);
    expect(bijeenkomst.onderdelen).toHaveLength(MOST_ONDERDELEN);
    expect(weg).toHaveLength(40 - MOST_ONDERDELEN);
  });
  it('a name that means nothing here', () => expect(readLink('#x=1&k=A-21', known)).toMatchObject({ weg: ['x'], bijeenkomst: { onderdelen: [{ code: 'A-21' }] } }));

  const hostile = [
    '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', 'javascript:alert(1)', '__proto__', 'constructor', 'toString', 'A-21~__proto__', '%', '%E0%A4%A', '%00', '\u0000', '\u202Egnp.exe', '\u2066x', 'A-21\u202E',
    'x'.repeat(100_000), '&'.repeat(5000), '='.repeat(5000), '{"a":'.repeat(2000), '[['.repeat(4000), '\uD800', '%FF%FE', 'A-21~1e9', 'A-21~-1', 'A-21~0x10', 'A-21~ ', 'a-21', 'A-2', 'A-211', '../A-21', '${7*7}', '\r\nX: y', '😀'.repeat(3000),
  ];
  it.each(hostile.map((text) => [text.slice(0, 30), text]))('%j', (_, text) => {
    for (const hash of [text, `#${text}`, `#k=${text}`, `#t=${text}&k=A-24`, `#erbij=${text}`, `#b=${text}&m=${text}`]) {
      const { bijeenkomst, weg } = readLink(hash, known);
      expect(bijeenkomst.onderdelen.every(({ code, minuten }) => known.has(code) && minuten >= 1 && minuten <= 600)).toBe(true);
      expect(bijeenkomst.titel.length).toBeLessThanOrEqual(120);
      expect(weg.every((part) => part.length <= 24)).toBe(true);
      expect(`${bijeenkomst.titel}${weg.join('')}`).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
      expect(Object.keys({})).toEqual([]);
    }
  });
});

describe('the programme', () => {
  it('adds up', () => expect(totaal(full)).toBe(50));
  it('says when each part starts, past midnight as well', () => {
    expect(tijden(full)).toEqual(['19:30', '19:55', '20:15']);
    expect(tijden({ ...full, begin: '23:50' })).toEqual(['23:50', '00:15', '00:35']);
    expect(tijden({ ...full, begin: '' })).toEqual(['na 0 min', 'na 25 min', 'na 45 min']);
  });
  it('moves a part, and nothing when there is no such place', () => {
    expect(verplaats(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
    expect(verplaats(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    expect(verplaats(['a', 'b'], 0, 5)).toEqual(['a', 'b']);
    expect(verplaats(['a', 'b'], -1, 0)).toEqual(['a', 'b']);
  });
});
