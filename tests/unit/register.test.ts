import { describe, expect, it } from 'vitest';
import { isPaged, type Lemma, lemmaPath, letterPath, register } from '../../src/model/register.ts';
import { makeAlgoritme, makeCasus, makeLibrary } from '../support.ts';

const letters = register(
  makeLibrary({
    algoritmes: [makeAlgoritme({ zoekwoorden: ['Senioren', 'praten', 'a', 'b', 'c'] })],
    casussen: [makeCasus({ plaats: 'Éénrum', zoekwoorden: ['65-plus', 'opa en oma', 'a', 'b', 'c'] })],
    synoniemen: [{ term: 'ouderen', ook: ['senioren', 'oudjes', 'opa en oma', 'bejaarden'], sterk: ['C-01'], mee: ['A-01'] }],
    begrippen: [
      { id: 'commons', term: 'commons', uitleg: 'x', nietDit: 'y', ook: [], kijkOok: ['ouder', 'commons', 'weg'] },
      { id: 'ouder', term: 'ouderen', uitleg: 'x', nietDit: 'y', ook: [], kijkOok: [] },
    ],
  }),
);
const line = (naam: string) => letters.flatMap(({ regels }) => regels).find((regel) => regel.naam === naam)!;
const codes = (list: { data: { code: string } }[]) => list.map(({ data }) => data.code);

it('stands in alphabetical order by letter, figures first, accents or not', () => {
  expect(letters.map(({ letter }) => letter)).toEqual(['0–9', 'A', 'B', 'C', 'E', 'O', 'P', 'S']);
  expect(line('Éénrum')).toMatchObject({ anker: 'w-eenrum' });
});

it('says what a subject is about, and what touches on it', () => {
  const ouderen = line('ouderen');
  if ('zie' in ouderen) throw new Error('ouderen is no lemma');
  expect(codes(ouderen.sterk)).toEqual(['C-01']);
  expect(codes(ouderen.mee)).toEqual(['A-01']);
});

it('sends a name that one would look for elsewhere to its subject, and no name that stands near it or is a phrase', () => {
  expect(line('bejaarden')).toMatchObject({ zie: { naam: 'ouderen' } });
  expect(line('senioren')).toMatchObject({ zie: { naam: 'ouderen' } });
  expect(line('oudjes')).toBeUndefined();
  expect(line('opa en oma')).toBeUndefined();
});

it('holds places, terms with where they are explained, and search words of their own', () => {
  expect(line('commons')).toMatchObject({ begrip: '/begrippen.html#commons' });
  expect(line('praten')).toMatchObject({ mee: [{ data: { code: 'A-01' } }] });
});

it('sends on from a term to what is explained beside it, never to itself or to nothing', () => {
  const commons = line('commons');
  if ('zie' in commons) throw new Error('commons is no lemma');
  expect(commons.zieOok.map(({ naam, anker }) => [naam, anker])).toEqual([['ouderen', 'w-ouderen']]);
  expect(line('praten')).toMatchObject({ zieOok: [] });
});

describe('the place of a line', () => {
  const eenrum = line('Éénrum') as Lemma;
  const regels = (count: number) => [{ letter: 'E', regels: Array.from({ length: count }, () => eenrum) }];
  it('is on the one page while that can be loaded', () => {
    expect(isPaged(regels(8000))).toBe(false);
    expect([letterPath('0–9', false), lemmaPath(eenrum, false)]).toEqual(['#letter-0-9', '#w-eenrum']);
  });
  it('is on the page of its letter in a register of thousands of references', () => {
    expect(isPaged(regels(8001))).toBe(true);
    expect([letterPath('0–9', true), lemmaPath(eenrum, true)]).toEqual(['/register/0-9.html', '/register/e.html#w-eenrum']);
  });
});
