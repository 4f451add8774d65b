import { describe, expect, it } from 'vitest';
import { assertRelations, findProblems } from '../../src/model/relations.ts';
import type { Library } from '../../src/model/library.ts';
import { makeAlgoritme, makeCasus, makeLibrary } from '../support.ts';

const messages = (parts: Partial<Library>) => findProblems(makeLibrary(parts)).map(({ collection, item, path, message }) => `${collection}/${item} ${path.join('.')}: ${message}`);
const kaarten = (...extra: Library['algoritmes']) => [...makeLibrary().algoritmes, ...extra];
const situatie = (code: string) => ({ id: 'avond', zin: 'een avond', kort: 'Kort.', kaarten: [{ code, waarom: 'omdat' }], zoekwoorden: ['a'] });
const begrip = (id: string, kijkOok: string[]) => ({ id, term: id, uitleg: 'Uitleg.', nietDit: 'Niet.', ook: [], kijkOok });
const tegen = (code: string) => [{ code, soort: 'tegenwicht', wanneerGelijk: 'Soms.' }];

it('finds nothing in a sound library', () => expect(findProblems(makeLibrary())).toEqual([]));

describe('each rule over files refuses what breaks it', () => {
  const cases: [string, Partial<Library>, string][] = [
    ['two cards with one code', { algoritmes: kaarten(makeAlgoritme({}, 'kopie')) }, 'algoritmes/kopie code: code A-01 staat ook in kaart.mdx.'],
    ['two cases with one code', { casussen: [makeCasus(), makeCasus({}, 'kopie')] }, 'casussen/kopie code: code C-01 staat ook in verhaal.mdx.'],
    [
      'a tegenwicht that does not exist',
      { algoritmes: kaarten(makeAlgoritme({ code: 'A-03', verwant: tegen('A-44') }, 'derde')) },
      'algoritmes/derde verwant.0.code: Er is geen kaart A-44.',
    ],
    [
      'a card that opposes itself',
      { algoritmes: kaarten(makeAlgoritme({ code: 'A-03', verwant: tegen('A-03') }, 'derde')) },
      'algoritmes/derde verwant.0.code: A-03 verwijst naar zichzelf.',
    ],
    [
      'an exit to a card that does not exist',
      {
        algoritmes: kaarten(
          makeAlgoritme(
            {
              code: 'A-03',
              stappen: [
                {
                  doe: 'A.',
                  beslispunt: {
                    vraag: 'B?',
                    uitgangen: [
                      { als: 'ja', naar: 'A-44' },
                      { als: 'nee', naar: 'stop' },
                    ],
                  },
                },
                { doe: 'B.' },
                { doe: 'C.' },
              ],
            },
            'derde',
          ),
        ),
      },
      'algoritmes/derde stappen.0.beslispunt.uitgangen.0.naar: Er is geen kaart A-44.',
    ],
    [
      'a case about a card that does not exist',
      { casussen: [makeCasus({ algoritmes: [{ code: 'A-44', relatie: 'toegepast' }] })] },
      'casussen/verhaal algoritmes.0.code: Er is geen kaart A-44.',
    ],
    ['a situation with a card that does not exist', { situaties: [situatie('A-44')] }, 'situaties/0 kaarten.0.code: Er is geen kaart A-44.'],
    ['two situations with one id', { situaties: [situatie('A-01'), situatie('A-02')] }, 'situaties/1 id: id avond staat ook op plaats 1.'],
    ['a begrip that points nowhere', { begrippen: [begrip('commons', ['weg'])] }, 'begrippen/0 kijkOok.0: Er is geen ander begrip weg.'],
    [
      'a word that stands there twice',
      { woorden: ['a', 'b'].map((leefwoord) => ({ systeemwoord: 'casus', leefwoord, waarom: 'Daarom.' })) },
      'woorden/1 systeemwoord: systeemwoord casus staat ook op plaats 1.',
    ],
    ['a subject about a case that does not exist', { synoniemen: [{ term: 'afval', ook: ['vuil'], mee: ['C-99'] }] }, 'synoniemen/0 mee.0: Er is geen casus C-99.'],
    [
      'a subject that stands there twice',
      {
        synoniemen: [
          { term: 'afval', ook: ['vuil'] },
          { term: 'afval', ook: ['troep'] },
        ],
      },
      'synoniemen/1 term: term afval staat ook op plaats 1.',
    ],
    ['a thema without a text', { themas: makeLibrary().themas.slice(1) }, 'themas/null : zelfkennis heeft hier nog geen tekst.'],
    ['a deel without a text', { delen: makeLibrary().delen.slice(1) }, 'delen/null : 1 heeft hier nog geen tekst.'],
    [
      'an old address that is in use',
      { algoritmes: kaarten(makeAlgoritme({ code: 'A-03', oudeSlugs: ['kaart'] }, 'derde')) },
      'algoritmes/derde oudeSlugs.0: Het adres kaart is al van kaart.mdx.',
    ],
    [
      'an old address that two cards had',
      { algoritmes: kaarten(makeAlgoritme({ code: 'A-03', oudeSlugs: ['vroeger'] }, 'derde'), makeAlgoritme({ code: 'A-04', oudeSlugs: ['vroeger'] }, 'vierde')) },
      'algoritmes/vierde oudeSlugs.0: Het adres vroeger is al van derde.mdx.',
    ],
    [
      'its own address as an old one',
      { algoritmes: kaarten(makeAlgoritme({ code: 'A-03', oudeSlugs: ['derde'] }, 'derde')) },
      'algoritmes/derde oudeSlugs.0: Het adres derde is al van derde.mdx.',
    ],
  ];
  it.each(cases)('%s', (_, parts, message) => expect(messages(parts).join('\n')).toContain(message));
});

describe('rules about the whole set', () => {
  const fifty = Array.from({ length: 50 }, (_, index) => {
    const code = `A-${String(index + 1).padStart(2, '0')}`;
    return makeAlgoritme({ code, verwant: tegen(code === 'A-01' ? 'A-02' : 'A-01') }, `kaart-${index + 1}`);
  });

  it('wait while the library is growing', () => expect(messages({ algoritmes: fifty.slice(0, 49) })).toEqual([]));
  it('ask three cards per thema once all fifty stand', () => {
    expect(messages({ algoritmes: fifty }).join('\n')).toContain('Het thema taal heeft 0 algoritmes.');
    expect(messages({ algoritmes: fifty }).join('\n')).not.toContain('Het thema loslaten');
  });
  it('ask two cases per card once all cases stand', () => {
    const naming = (codes: string[], index: number) =>
      makeCasus({ code: `C-${String(index + 1).padStart(2, '0')}`, algoritmes: codes.map((code) => ({ code, relatie: 'toegepast' })) }, `casus-${index}`);
    const cases = (others: number) => Array.from({ length: 78 }, (_, index) => naming(index < others ? ['A-01', 'A-02'] : ['A-01'], index));
    expect(messages({ casussen: cases(0) })).toEqual(['algoritmes/andere-kaart code: Geen casus noemt A-02. Voeg de code toe bij een casus waar hij past, tot het er twee zijn.']);
    expect(messages({ casussen: cases(1) }).join()).toContain('Maar één casus noemt A-02.');
    expect(messages({ casussen: cases(2) })).toEqual([]);
  });
});

it('does not report a code as missing when its card is merely unfinished', () => {
  const library = makeLibrary({ algoritmes: [makeAlgoritme()] });
  expect(findProblems(library)).toHaveLength(1);
  expect(findProblems(library, [{ collection: 'algoritmes', slug: 'af', code: 'A-02' }])).toEqual([]);
});

it('throws one error that names every breach', () => {
  expect(() => assertRelations(makeLibrary({ situaties: [situatie('A-44'), situatie('A-45')] }))).toThrow(/A-44[\s\S]*A-45/);
  expect(assertRelations(makeLibrary()).algoritmes).toHaveLength(2);
});
