import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadContent } from '../../src/cli/content.ts';
import { SPELLING } from '../../src/schema/soorten.ts';
import { sentencesIn } from '../../src/model/text.ts';
import { bannedIn } from '../../src/report/phrases.ts';
import { paragraphs } from '../../src/report/prose.ts';
import { readability, sentencesOf } from '../../src/report/readability.ts';
import { overLimits } from '../../src/report/limits.ts';
import { makeReport } from '../../src/report/report.ts';
import { alikePairs } from '../../src/report/similarity.ts';
import { makeSpeller } from '../../src/report/spelling.ts';
import { makeAlgoritme, makeCasus, makeLibrary, ROOT } from '../support.ts';

const long = (count: number) => `De ${Array.from({ length: count - 1 }, () => 'buurt').join(' ')}.`;
const texts = (fields: object) => overLimits(makeReport(makeLibrary({ algoritmes: [makeAlgoritme(fields as never)] }), [])).join('\n');

it('the content that we publish stays within every limit', async () => {
  const { library } = await loadContent(ROOT);
  const ownWords = (await readFile(join(ROOT, SPELLING), 'utf8')).split('\n').filter(Boolean);
  expect(overLimits(makeReport(library, ownWords))).toEqual([]);
});

describe('prose', () => {
  it('is paragraphs without headings, marks and footnotes', () => expect(paragraphs('## Kop\n\nEen *feit*.[^krant]\n\n- [daar](/x.html)\n')).toEqual(['Een feit.', 'daar']));
  it('falls into the sentences that Unicode has, wherever a stop stands', async () => {
    const segmenter = new Intl.Segmenter('nl', { granularity: 'sentence' });
    const { library } = await loadContent(ROOT);
    const odd = [
      'Om 9.30 u. kwam dhr. De Vries. Toch?',
      'B.V. Ons.Huis e.d. en o.a. Bo… En dan. ‘Nee!’ zei ze. ‘Ja.’ (Echt?) Nu',
      'Een.\nTwee\u2029drie? Vier.  Vijf. \u00a0Zes',
      '¡Hola! ¿Qué? 好。Ja. 5 keer. É',
      'x.',
      ' ',
    ];
    const blocks = [...odd, ...[...library.algoritmes, ...library.casussen, ...library.paginas].flatMap(({ body }) => [body, ...paragraphs(body)])];
    expect(blocks.length).toBeGreaterThan(1000);
    for (const block of blocks) expect(sentencesIn(block)).toEqual(Array.from(segmenter.segment(block), ({ segment }) => segment));
  });
  it('falls into sentences at stops, questions and colons', () =>
    expect(sentencesOf(['Zeg het: nu. Of niet? ‘Goed,’ zei ze.'])).toEqual([
      { sentence: 'Zeg het:', words: 2 },
      { sentence: 'nu.', words: 1 },
      { sentence: 'Of niet?', words: 2 },
      { sentence: '‘Goed,’ zei ze.', words: 3 },
    ]));
});

describe('readability', () => {
  it('counts words per sentence and finds the longest', () => {
    expect(readability(['Een twee drie. Een twee drie vier vijf.'])).toMatchObject({ sentences: 2, mean: 4, longest: { words: 5, sentence: 'Een twee drie vier vijf.' } });
  });
  it('follows the formula of Flesch-Douma', () => {
    // Four words of one syllable in one sentence: 206.84 − 77 × 1 − 0.93 × 4.
    expect(readability(['De kat at vis.']).flesch).toBeCloseTo(206.84 - 77 - 3.72, 5);
  });
});

describe('a text goes back to its writer for', () => {
  it.each([
    ['one sentence over 25 words', { meervoudig: long(26) }, 'A-01: een zin van 26 woorden'],
    ['a word that nobody knows', { kern: 'Een zxqvort.' }, 'onbekend woord ‘zxqvort’'],
    ['a banned phrase', { kern: 'Het is belangrijk om te luisteren.' }, '‘het is belangrijk om’ willen we niet lezen'],
    ['an exclamation mark', { kern: 'Doe mee!' }, '‘uitroepteken’'],
  ])('%s', (_, fields, message) => expect(texts(fields)).toContain(message));

  it('sentences that are long on average', () => {
    const kaart = { ...makeAlgoritme(), body: Array.from({ length: 40 }, () => long(24)).join(' ') };
    expect(overLimits(makeReport(makeLibrary({ algoritmes: [kaart] }), [])).join('\n')).toMatch(/A-01: zinnen van gemiddeld (1[5-9]|2\d)\.\d woorden; hoogstens 14/);
  });

  it('sounding like another text', () => {
    const kort = 'Deze zin van meer dan tien woorden staat in beide kaarten precies zo.';
    const kaarten = [makeAlgoritme({ kort }), makeAlgoritme({ code: 'A-02', kort }, 'andere-kaart')];
    expect(overLimits(makeReport(makeLibrary({ algoritmes: kaarten }), [])).join('\n')).toMatch(/A-01 en A-02 delen \d+\.\d% van hun zinsdelen/);
  });

  it('a whole set with only happy endings', () => {
    const set = (unhappy: number) =>
      Array.from({ length: 78 }, (_, index) =>
        makeCasus(
          {
            code: `C-${String(index + 1).padStart(2, '0')}`,
            afloop: { stand: index < unhappy ? 'mislukt' : 'gelukt', tekst: 'Zo.' },
            perspectieven: [
              { wie: `een stem ${index}`, stoel: 'bewoner', ziet: 'Iets.', wil: 'Iets.', vreest: 'Iets.', aanTafel: false },
              ...makeCasus().data.perspectieven.slice(0, 2),
            ],
          },
          `casus-${index}`,
        ),
      );
    const says = (casussen: ReturnType<typeof set>) => overLimits(makeReport(makeLibrary({ casussen }), [])).filter((line) => line.includes('minstens een derde'));
    expect(says(set(25))).toEqual(['Gemengd of mislukt is 32% van de casussen; minstens een derde hoort niet goed af te lopen.']);
    expect(says(set(26))).toEqual([]);
    expect(says(set(0).slice(1))).toEqual([]);
  });

  it('letting the same voice be absent in five cases', () => {
    const casussen = [1, 2, 3, 4, 5].map((number) => makeCasus({ code: `C-0${number}` }, `casus-${number}`));
    expect(overLimits(makeReport(makeLibrary({ casussen }), [])).join('\n')).toContain('de afwezige stem is steeds ‘een stem 2’');
    expect(makeReport(makeLibrary({ casussen: casussen.slice(1) }), []).repeatedVoices).toEqual([]);
  });
});

it('lets a policy word pass when it is quoted as one', () => {
  expect(bannedIn(['Er stond ‘doelgroep’ boven.'])).toEqual([]);
  expect(bannedIn(['De doelgroep kwam niet.'])).toHaveLength(1);
});

it('measures likeness as the share of five-word runs', () => {
  const alike = (...texts: string[]) => alikePairs(texts.map((text, index) => ({ code: `A-0${index}`, blocks: [text] })));
  expect(alike('een twee drie vier vijf', 'Een twee drie vier vijf')).toEqual([{ pair: ['A-00', 'A-01'], share: 1 }]);
  expect(alike('een twee drie vier vijf', 'nul een twee drie vier vijf zes zeven', 'nul een twee drie vier')).toEqual([
    { pair: ['A-00', 'A-01'], share: 1 },
    { pair: ['A-01', 'A-02'], share: 1 },
  ]);
  expect(alike('een twee drie vier vijf', 'een twee drie vier zes')).toEqual([]);
  expect(alike('', 'een twee drie vier vijf')).toEqual([]);
  const half = { code: 'A-03', blocks: ['een twee drie vier vijf nul nul'] };
  const both = ['A-01', 'A-02'].map((code) => ({ code, blocks: ['een twee drie vier vijf zes'] }));
  expect(alikePairs([half, ...both], 1)).toEqual([{ pair: ['A-01', 'A-02'], share: 1 }]);
  expect(alikePairs([half, ...both], 9)).toHaveLength(3);
});

describe('the speller', () => {
  const knows = makeSpeller(['Todmorden']);
  it.each(['straten', 'bewonersavond', 'huurachterstand', 'buurt-initiatief', 'Todmorden', "foto's"])('knows %s', (word) => expect(knows(word)).toBe(true));
  it.each(['straaten', 'zxqvort', 'buurtzxq'])('does not know %s', (word) => expect(knows(word)).toBe(false));
});

it('finds orphans, old texts and the share of unhappy endings', () => {
  const los = makeAlgoritme({ code: 'A-03', bijgewerkt: '2024-01-01' }, 'los');
  const report = makeReport(makeLibrary({ algoritmes: [...makeLibrary().algoritmes, los] }), []);
  expect(report.orphans).toEqual(['A-03']);
  expect(report.stale).toEqual(['A-03']);
  expect(report.unhappyShare).toBe(1);
});
