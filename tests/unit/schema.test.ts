import { describe, expect, it } from 'vitest';
import type { ZodType } from 'zod';
import { algoritmeSchema } from '../../src/schema/algoritme.ts';
import { begripSchema, synoniemSchema, woordSchema } from '../../src/schema/begrip.ts';
import { casusSchema } from '../../src/schema/casus.ts';
import { deelSchema } from '../../src/schema/deel.ts';
import { leeffunctieSchema, macroOpgaveSchema, themaSchema } from '../../src/schema/onderwerp.ts';
import { paginaSchema } from '../../src/schema/pagina.ts';
import { situatieSchema } from '../../src/schema/situatie.ts';
import { countWords } from '../../src/schema/tellen.ts';
import { algoritmeFields, casusFields } from '../support.ts';

const words = (count: number) => Array.from({ length: count }, () => 'woord').join(' ');
const chars = (count: number) => 'x'.repeat(count);
const steps = (...targets: unknown[]) =>
  [0, 1, 2].map((index) =>
    targets[index] === undefined
      ? { doe: 'Doe.' }
      : {
          doe: 'Doe.',
          beslispunt: {
            vraag: 'Ja?',
            uitgangen: [
              { als: 'ja', naar: targets[index] },
              { als: 'nee', naar: 'stop' },
            ],
          },
        },
  );

/** What the schema says about `fields`: the texts of its issues with their paths, or nothing. */
function issues(schema: ZodType, fields: object): string[] {
  const result = schema.safeParse(fields);
  return result.success ? [] : result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('an algoritme', () => {
  const accepted: [string, object][] = [
    ['as the template shows', {}],
    ['a title of exactly 60 characters', { titel: chars(60) }],
    ['a kort of exactly 60 words', { kort: words(60) }],
    ['a duration in minutes', { duur: { min: 30, max: 90 } }],
    ['an exit to another card', { stappen: steps('A-31') }],
    ['an exit back to an earlier step', { stappen: steps(2, 1) }],
    ['a date that Astro already made a Date', { bijgewerkt: new Date('2026-11-24') }],
    ['old slugs', { oudeSlugs: ['oude-naam'] }],
  ];
  it.each(accepted)('accepts %s', (_, fields) => expect(issues(algoritmeSchema, algoritmeFields(fields as never))).toEqual([]));

  const rejected: [string, object, string][] = [
    ['a title of 61 characters', { titel: chars(61) }, 'titel: Te lang: 61 tekens. Kort in tot hoogstens 60 tekens.'],
    ['a kern of 141 characters', { kern: chars(141) }, 'kern: Te lang: 141 tekens. Kort in tot hoogstens 140 tekens.'],
    ['a kort of 61 words', { kort: words(61) }, 'kort: Te lang: 61 woorden. Kort in tot hoogstens 60 woorden.'],
    ['an eersteStap of 21 words', { eersteStap: words(21) }, 'eersteStap: Te lang: 21 woorden. Kort in tot hoogstens 20 woorden.'],
    ['a missing field', { kern: undefined }, 'kern: Dit veld ontbreekt. Vul hier tekst in.'],
    ['an unknown key', { kleur: 'rood' }, ': Onbekend veld: kleur. Haal het weg of verbeter de spelling.'],
    ['a code of a case', { code: 'C-01' }, 'code: Geen code van een algoritme. Schrijf A- en minstens twee cijfers, zoals A-21.'],
    ['a code that would be a second name for A-21', { code: 'A-021' }, 'code: Geen code van een algoritme.'],
    ['a deel that is not there', { deel: 4 }, 'deel: 4 kan hier niet. Kies uit: 1, 2, 3.'],
    ['a thema outside the list', { themas: ['geluk'] }, 'themas.0: ‘geluk’ kan hier niet. Kies uit:'],
    ['a repeated search word', { zoekwoorden: ['een', 'een', 'twee', 'drie', 'vier'] }, 'zoekwoorden: In deze lijst staat iets dubbel.'],
    ['four search words', { zoekwoorden: ['een', 'twee', 'drie', 'vier'] }, 'zoekwoorden: Te weinig: 4 onderdelen. Zet er minstens 5 in.'],
    ['a kernvraag without a question mark', { kernvraag: 'Wat nu' }, 'kernvraag: Een vraag eindigt op een vraagteken.'],
    ['a day that does not exist', { bijgewerkt: '2026-02-30' }, 'bijgewerkt: Geen bestaande datum. Schrijf jaar-maand-dag, zoals 2026-11-23.'],
    ['two steps', { stappen: steps('stop').slice(0, 2) }, 'stappen: Te weinig: 2 onderdelen.'],
    ['steps without a decision', { stappen: [{ doe: 'A.' }, { doe: 'B.' }, { doe: 'C.' }] }, 'stappen: Geen enkele stap heeft een beslispunt.'],
    [
      'a decision without a stop',
      {
        stappen: [
          {
            doe: 'A.',
            beslispunt: {
              vraag: 'Ja?',
              uitgangen: [
                { als: 'ja', naar: 2 },
                { als: 'nee', naar: 3 },
              ],
            },
          },
          { doe: 'B.' },
          { doe: 'C.' },
        ],
      },
      'stappen: Geen enkele uitgang zegt wanneer je stopt.',
    ],
    ['an exit to a step that is not there', { stappen: steps(9) }, 'stappen.0.beslispunt.uitgangen.0.naar: Stap 9 bestaat niet. Kies een stap van 1 tot en met 3.'],
    ['an exit to its own step', { stappen: steps(1) }, 'stappen.0.beslispunt.uitgangen.0.naar: Deze uitgang leidt naar zijn eigen stap 1.'],
    ['an exit to nowhere', { stappen: steps('weg') }, 'stappen.0.beslispunt.uitgangen.0.naar: Geen uitgang. Schrijf het nummer van een stap, de code van een kaart of stop.'],
    ['no tegenwicht', { verwant: [{ code: 'A-02', soort: 'ervoor' }] }, 'verwant: Er is geen tegenwicht.'],
    ['a tegenwicht that does not say when it is right', { verwant: [{ code: 'A-02', soort: 'tegenwicht' }] }, 'verwant.0.wanneerGelijk: Dit veld ontbreekt.'],
    [
      'no question to close with',
      { vragen: ['openen', 'verdiepen', 'verdiepen'].map((soort) => ({ vraag: 'Wat?', soort })) },
      'vragen: Er is geen vraag om af te sluiten. Voeg er een toe met soort: afsluiten.',
    ],
    ['a group that shrinks', { groep: { min: 9, max: 2 } }, 'groep: Het kleinste aantal is groter dan het grootste.'],
    ['a duration that shrinks', { duur: { min: 90, max: 30 } }, 'duur: Geen geldige duur.'],
    ['text with a space at its end', { titel: 'Een titel ' }, 'titel: De tekst begint of eindigt met een spatie'],
  ];
  it.each(rejected)('rejects %s', (_, fields, message) => {
    expect(issues(algoritmeSchema, algoritmeFields(fields as never)).join('\n')).toContain(message);
  });
});

describe('a casus', () => {
  it('is accepted as the template shows', () => expect(issues(casusSchema, casusFields())).toEqual([]));
  it('may be composed from several experiences without a source', () => expect(issues(casusSchema, casusFields({ herkomst: 'samengesteld', bronnen: [] }))).toEqual([]));

  const bron = { id: 'krant', titel: 'Een stuk', uitgever: 'De krant', url: 'https://krant.example' };
  const rejected: [string, object, string][] = [
    ['public facts without a source', { bronnen: [] }, 'bronnen: Er zijn geen bronnen.'],
    ['two sources with one id', { bronnen: [bron, bron] }, 'bronnen: Twee bronnen hebben hetzelfde id.'],
    ['a source that is no web address', { bronnen: [{ ...bron, url: 'krant.example' }] }, 'bronnen.0.url: Geen volledig webadres.'],
    [
      'only voices at the table',
      { perspectieven: [1, 2, 3].map(() => ({ wie: 'een stem', stoel: 'bewoner', ziet: 'A.', wil: 'B.', vreest: 'C.', aanTafel: true })) },
      'perspectieven: Elke stem zit aan tafel.',
    ],
    ['an end that is not in the list', { afloop: { stand: 'prima', tekst: 'Goed.' } }, 'afloop.stand: ‘prima’ kan hier niet. Kies uit: loopt, gelukt, gemengd, mislukt, open.'],
    [
      'a choice with one option',
      { keuzemomenten: [{ moment: 'Toen.', opties: [{ keuze: 'Dit', wint: 'A.', kost: 'B.' }] }] },
      'keuzemomenten.0.opties: Te weinig: 1 onderdeel. Zet er minstens 2 in.',
    ],
    ['a situatie of 91 words', { situatie: words(91) }, 'situatie: Te lang: 91 woorden.'],
    [
      'aanTafel as a word',
      { perspectieven: [{ wie: 'een stem', stoel: 'bewoner', ziet: 'A.', wil: 'B.', vreest: 'C.', aanTafel: 'ja' }] },
      'perspectieven.0.aanTafel: Hier staat ‘ja’, geen true of false.',
    ],
  ];
  it.each(rejected)('rejects %s', (_, fields, message) => expect(issues(casusSchema, casusFields(fields as never)).join('\n')).toContain(message));
});

describe('the other kinds', () => {
  const zoekwoorden = ['een', 'twee', 'drie', 'vier', 'vijf'];
  const onderwerp = { titel: 'Titel', kort: 'Kort.', vraag: 'Wat?', zoekwoorden };
  const kaarten = ['A-01', 'A-02', 'A-03'].map((code) => ({ code, waarom: 'omdat' }));
  const kinds: [string, ZodType, object, object][] = [
    ['thema', themaSchema, { id: 'taal', ...onderwerp }, { id: 'geld' }],
    ['leeffunctie', leeffunctieSchema, { id: 'zorg', ...onderwerp }, { id: 'geld' }],
    ['macro-opgave', macroOpgaveSchema, { id: 'afval', ...onderwerp }, { id: 'geld' }],
    ['deel', deelSchema, { nummer: 1, titel: 'Jezelf', ondertitel: 'Kijken', voor: 'iedereen', kort: 'Kort.', vragen: ['A?', 'B?'] }, { nummer: 4 }],
    ['situatie', situatieSchema, { id: 'een-avond', zin: 'een avond met boze mensen', kort: 'Kort.', kaarten, zoekwoorden }, { zin: 'Een avond.' }],
    ['begrip', begripSchema, { id: 'commons', term: 'commons', uitleg: 'Van ons.', nietDit: 'Niet gratis.', ook: [], kijkOok: [] }, { nietDit: undefined }],
    ['woord', woordSchema, { systeemwoord: 'doelgroep', leefwoord: 'mensen', waarom: 'Daarom.' }, { leefwoord: chars(91) }],
    ['synoniem', synoniemSchema, { term: 'armoede', ook: ['geen geld'] }, { ook: [] }],
    ['pagina', paginaSchema, { titel: 'Over', kort: 'Kort.', bijgewerkt: '2026-11-24' }, { bijgewerkt: 'gisteren' }],
  ];
  it.each(kinds)('accept and reject a %s', (_, schema, right, wrong) => {
    expect(issues(schema, right)).toEqual([]);
    expect(issues(schema, { ...right, ...wrong })).toHaveLength(1);
    expect(issues(schema, { ...right, extra: true }).join()).toContain('Onbekend veld: extra');
  });
});

it('counts words with hyphens and apostrophes as one', () => expect(countWords('Foto’s van buurt-initiatief A, 24 uur.')).toBe(6));
