import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { loadContent } from '../../src/cli/content.ts';
import { shortScopes } from '../../src/build/scopes.ts';
import { embedSnippet } from '../../src/model/embed.ts';
import { findProblems } from '../../src/model/relations.ts';
import { algoritmeMarkdown } from '../../src/open/algoritmetekst.ts';
import { casusMarkdown } from '../../src/open/casustekst.ts';
import { dataset } from '../../src/open/datasets.ts';
import { makeFeed } from '../../src/open/feed.ts';
import { breadcrumbs, howTo } from '../../src/open/jsonld.ts';
import { plain } from '../../src/open/markdown.ts';
import { toCsv } from '../../src/open/table.ts';
import { editieSchema } from '../../src/schema/editie.ts';
import { openColumns, openJsonSchema } from '../../src/schema/open.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { makeAlgoritme, makeCasus, makeLibrary, ROOT } from '../support.ts';

const SITE = new URL('https://gemeente.example/w/');

describe('an edition', () => {
  const editie = (versie: string, datum = '2026-11-24') => ({ versie, datum, wat: ['Iets.'] });
  it('the newest has the number of package.json', async () => expect((await loadContent(ROOT)).library.edities[0]?.versie).toBe(packageJson.version));
  it.each(['1', '1.0', 'v1.0.0', '1.0.0-beta'])('is refused with the number %s', (versie) => expect(editieSchema.safeParse(editie(versie)).success).toBe(false));
  it('is accepted with three numbers', () => expect(editieSchema.safeParse(editie('1.12.0')).success).toBe(true));
  const problems = (...edities: ReturnType<typeof editie>[]) => findProblems(makeLibrary({ edities })).map(({ message }) => message);
  it('stands above those before it', () => {
    expect(problems(editie('0.2.0', '2026-12-01'), editie('0.1.0'))).toEqual([]);
    expect(problems(editie('0.1.0'), editie('0.2.0', '2026-12-01'))).toEqual([expect.stringContaining('Zet de nieuwste bovenaan.')]);
  });
  it('stands there once, and at least one does', () => {
    expect(problems(editie('0.1.0'), editie('0.1.0'))).toHaveLength(1);
    expect(problems()).toEqual([expect.stringContaining('Voeg de eerste toe')]);
  });
});

describe('a table', () => {
  const woord = (systeemwoord: string) => ({ systeemwoord, leefwoord: 'a, "b"', waarom: 'Eén\nregel.' });
  it('is CSV as RFC 4180 has it, with a mark that tells Excel how to read it', () => {
    expect(toCsv('woorden', [woord('x')])).toBe('\uFEFFsysteemwoord,leefwoord,waarom\r\nx,"a, ""b""","Eén\nregel."\r\n');
  });
  it.each(['=1+1', '+31', '-2', '@SUM(A1)', '\tx'])('disarms what a spreadsheet would run: %s', (text) => expect(toCsv('woorden', [woord(text)]).split('\r\n')[1]).toMatch(/^"?'/));
  it('leaves a minus within a text alone', () => expect(toCsv('woorden', [woord('co-op')])).toContain('\r\nco-op,'));
  it('has the same columns whether or not a field is filled in', () => {
    const columns = (fields: Record<string, unknown>) =>
      toCsv('algoritmes', dataset(makeLibrary({ algoritmes: [makeAlgoritme(fields)] }), 'algoritmes'))
        .split('\r\n')[0]!
        .replace('\uFEFF', '')
        .split(',');
    expect(columns({})).toEqual(openColumns('algoritmes'));
    expect(columns({ oudeSlugs: ['vroeger'] })).toEqual(openColumns('algoritmes'));
    expect(openColumns('algoritmes')).toEqual(expect.arrayContaining(['spanningsveld.pool1', 'groep.min', 'oudeSlugs', 'tekst']));
  });
});

describe('the schema of the data', () => {
  const isValid = (rows: object[]) => new Ajv2020({ strict: false, validateFormats: false }).compile(openJsonSchema('algoritmes'))(rows);
  const rows = dataset(makeLibrary(), 'algoritmes') as Record<string, unknown>[];
  it('accepts what the library gives', () => expect(isValid(rows)).toBe(true));
  it.each([
    ['a code of another shape', { code: 'X-1' }],
    ['a field that does not exist', { weg: 1 }],
    ['a title that is too long', { titel: 'x'.repeat(61) }],
  ])('refuses %s', (_, fields) => expect(isValid([{ ...rows[0], ...fields }])).toBe(false));
  it('refuses a card without its text', () => {
    const { tekst: _, ...rest } = rows[0]!;
    expect(isValid([rest])).toBe(false);
  });
});

it('relations are listed once, from who names to who is named', () => {
  const library = makeLibrary({ situaties: [{ id: 'avond', zin: 'een avond', kort: 'Kort.', kaarten: [{ code: 'A-01', waarom: 'daarom' }], zoekwoorden: [] }] });
  expect(dataset(library, 'relaties')).toEqual([
    { van: 'A-01', soort: 'tegenwicht', naar: 'A-02', toelichting: 'Soms.' },
    { van: 'A-02', soort: 'tegenwicht', naar: 'A-01', toelichting: 'Soms.' },
    { van: 'C-01', soort: 'toegepast', naar: 'A-01', toelichting: '' },
    { van: 'avond', soort: 'past-bij', naar: 'A-01', toelichting: 'daarom' },
  ]);
});

describe('plain text', () => {
  const library = makeLibrary();
  it('of a card holds every part, with links to the plain text of others', () => {
    const text = algoritmeMarkdown(library, library.algoritmes[0]!);
    for (const part of [
      '# A-01 Een titel',
      '## De reflex',
      '## Meervoudig gezien',
      '## Wanneer niet',
      '## Tegenwicht',
      '**Stop hier**',
      '→ stap 2',
      '### Kop',
      'licentie: https://creativecommons.org',
    ])
      expect(text).toContain(part);
    expect(text).toContain('[A-02 Een titel](../algoritmes/andere-kaart.md): Soms.');
    expect(text).toContain('[C-01 Een titel](../casussen/verhaal.md): toegepast');
  });
  it('of a case holds its sources as footnotes, and says what is our reading', () => {
    const text = casusMarkdown(library, library.casussen[0]!);
    expect(text).toContain('Tekst.[^krant]');
    expect(text).toContain('[^krant]: *Een stuk*. De krant, 2014. <https://www.krant.example/stuk>');
    expect(text).toContain('niet aan tafel');
    expect(text).toContain('## De reflex (onze lezing)');
  });
  it('leads from a longer text to what lies beside it', () => {
    const casus = { ...makeCasus(), body: 'Zie [kaart](/algoritmes/x.html#stappen) en [thema](/themas/y.html).[^krant]' };
    expect(casusMarkdown(library, casus)).toContain('Zie [kaart](../algoritmes/x.md#stappen) en [thema](../themas/y.html).');
  });
  it.each([
    ['*x*', '\\*x\\*'],
    ['# x', '\\# x'],
    ['1. x', '\\1. x'],
    ['a_b [c]', 'a\\_b \\[c\\]'],
    ['Eén ‘woord’.', 'Eén ‘woord’.'],
  ])('takes %s as it was written', (text, expected) => expect(plain(text)).toBe(expected));
});

describe('what programs read on a page', () => {
  const kaart = makeAlgoritme();
  it('holds full addresses when the site knows its own, and none when it does not', () => {
    expect(howTo(SITE, kaart)).toMatchObject({ url: 'https://gemeente.example/w/algoritmes/kaart.html' });
    expect(howTo(undefined, kaart)).not.toHaveProperty('url');
    const trail = [{ tekst: 'Start', href: '/index.html' }, { tekst: 'A-01' }];
    expect(breadcrumbs(SITE, trail).itemListElement).toEqual([
      { '@type': 'ListItem', position: 1, name: 'Start', item: 'https://gemeente.example/w/' },
      { '@type': 'ListItem', position: 2, name: 'A-01' },
    ]);
    expect(JSON.stringify(breadcrumbs(undefined, trail))).not.toContain('item"');
  });
});

it('a feed holds nothing of the day on which it is made', () => {
  const feed = makeFeed(makeLibrary(), SITE);
  for (const text of [feed.rss2(), feed.atom1()]) {
    expect(text).toContain('https://gemeente.example/w/algoritmes/kaart.html');
    expect([...text.matchAll(/\d{2}:\d{2}:\d{2}/g)].every(([time]) => time === '00:00:00')).toBe(true);
  }
});

it('what someone copies to embed a card stays one element, whatever the title holds', () => {
  expect(embedSnippet('https://x.example/embed/A-01.html', 'A-01 "Ja" & nee')).toContain('title="A-01 &quot;Ja&quot; &amp; nee"');
});

it('styles get the same short name on every page, whichever was bundled first', () => {
  const bundle = (...codes: string[]) => {
    const plugin = shortScopes() as unknown as { transform: { handler: (code: string) => void }; generateBundle: { handler: (options: unknown, bundle: object) => void } };
    for (const code of codes) plugin.transform.handler(code);
    const bundled = {
      pagina: { type: 'chunk', code: codes.join('') },
      stijl: { type: 'asset', source: 'a[data-astro-cid-def]{}b[data-astro-cid-x]{}' },
      beeld: { type: 'asset', source: new Uint8Array([1]) },
    };
    plugin.generateBundle.handler({}, bundled);
    return bundled;
  };
  const [one, other] = ['<p data-astro-cid-def>', '<a data-astro-cid-abc data-astro-cid-def>'];
  expect(bundle(one, other)).toEqual({
    pagina: { type: 'chunk', code: '<p data-1><a data-0 data-1>' },
    stijl: { type: 'asset', source: 'a[data-1]{}b[data-astro-cid-x]{}' },
    beeld: { type: 'asset', source: new Uint8Array([1]) },
  });
  expect(bundle(other, one).stijl).toEqual(bundle(one, other).stijl);
});
