import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { checkContent, loadContent } from '../../src/cli/content.ts';
import { listing } from '../../src/cli/problems.ts';
import { makeReport } from '../../src/report/report.ts';
import { algoritmeFields, casusFields, mdx, projectFiles, ROOT, writeProject } from '../support.ts';

const KAART = 'content/algoritmes/kaart.mdx';
const VERHAAL = 'content/casussen/verhaal.mdx';

/** What the check says of a sound project with `files` replaced. */
async function check(files: Record<string, string | Buffer>): Promise<string[]> {
  const problems = await checkContent(await writeProject({ ...projectFiles(), ...files }));
  return problems.map(({ file, line, column, message, remedy }) => `${file}:${line}:${column}  ${message}  ${remedy}`);
}
const body = (text: string) => ({ [KAART]: mdx(algoritmeFields(), text) });
const source = (url: string) => ({ [VERHAAL]: mdx(casusFields({ bronnen: [{ id: 'krant', titel: 'Een stuk', uitgever: 'De krant', url }] }), '## A\n\nFeit.[^krant]\n') });
const claim = (text: string) => ({ [VERHAAL]: mdx(casusFields(), `## A\n\n${text}\n`) });
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length;

it('finds nothing in a sound project', async () => expect(await check({})).toEqual([]));

describe('a text is accepted with', () => {
  const cases: [string, Record<string, string | Buffer>][] = [
    ['headings that go down one level at a time', body('## A\n\n### B\n\n## C\n')],
    ['a link to another page and a place on it', body('## A\n\n[daar](/algoritmes/andere-kaart.html#kop) en [zo](/themas/taal.html)\n')],
    ['a link to a heading of its own and to a part of the card', body('## Een kop\n\n[hier](#een-kop) en [stappen](#stappen)\n')],
    ['a letter and a telephone', body('## A\n\n[x](mailto:a@example.org) of [y](tel:+31201234567)\n')],
    ['code that is only shown, and signs that are no tag', { [KAART]: mdx(algoritmeFields({ kern: 'Minder dan 3 < 5, {dus}, of <3.' }), '## A\n\n`<script>{x}</script>`\n') }],
    ['a link to another site', body('## A\n\n[x](https://example.org/a)\n')],
    ['an image with a description and a file', { ...body('## A\n\n![een bankje](/bank.png)\n'), 'public/bank.png': 'x' }],
    ['a number, a year and a name that each carry a source', claim('In 2013 waren er 1.500.[^krant] Dat vond de Rekenkamer.[^krant]')],
    [
      'numbers up to ten, the case’s own name and place, and the titles of our own pages',
      claim('Een van de twee kwam naar Rotterdamse buren van Een praktijk.[^krant] Zie [Het Grote Bewijs van 12](/algoritmes/andere-kaart.html).'),
    ],
    ['a number above the text that the text holds', { [VERHAAL]: mdx(casusFields({ kort: 'Er kwamen 40 buren.' }), '## A\n\nEr kwamen 40 buren.[^krant]\n') }],
    ['a template beside it', { 'content/algoritmes/_sjabloon.mdx': mdx(algoritmeFields({ code: 'A-00' })) }],
  ];
  it.each(cases)('%s', async (_, files) => expect(await check(files)).toEqual([]));
});

describe('a text is refused for', () => {
  const cases: [string, Record<string, string | Buffer>, string][] = [
    ['no front matter', { 'content/algoritmes/los.mdx': '## Kop\n' }, 'los.mdx:1:1  Er staat geen blok met velden bovenaan.'],
    ['YAML that cannot be read', { [KAART]: '---\ntitel: a: b\ncode: A-01\n---\n' }, 'kaart.mdx:2:8  Er staat een dubbele punt midden in de tekst.'],
    ['a field that stands there twice', { [KAART]: '---\ntitel: a\ntitel: b\ncode: A-01\n---\n' }, 'kaart.mdx:3:1  Dit veld staat er twee keer.'],
    ['MDX that cannot be read', body('## A\n\nik <3 dit\n'), 'Deze tekst is niet te lezen'],
    ['an h1', body('# A\n'), 'Een kop met één # kan niet'],
    ['a heading that skips a level', body('## A\n\n#### B\n'), 'Deze kop springt van niveau 2 naar 4.  Gebruik ###.'],
    ['a text that starts at h3', body('### A\n'), 'Deze kop springt van niveau 1 naar 3.  Gebruik ##.'],
    ['an image without a description', { ...body('## A\n\n![](/bank.png)\n'), 'public/bank.png': 'x' }, 'Dit plaatje heeft geen beschrijving.'],
    ['an image without a file', body('## A\n\n![bank](/weg.png)\n'), 'Het plaatje /weg.png bestaat niet.'],
    ['an image on another site', body('## A\n\n![bank](https://example.org/a.png)\n'), 'Dit plaatje staat op een andere site.'],
    ['an import', body('import x from "y"\n\n## A\n'), 'Een regel met import kan hier niet.'],
    ['an export', body('export const a = 1\n\n## A\n'), 'Een regel met export kan hier niet.'],
    ['an expression', body('## A\n\nTekst {1 + 1}\n'), 'Tekst tussen accolades wordt als code gelezen.'],
    ['a script', body('## A\n\n<script>x</script>\n'), '<script> kan niet in een tekst.'],
    ['an iframe', body('## A\n\n<iframe src="https://example.org"></iframe>\n'), '<iframe> kan niet in een tekst.'],
    ['an event handler', body('## A\n\n<b onClick="x">a</b>\n'), 'De opdracht onClick kan niet in een tekst.'],
    ['a component', body('## A\n\n<Kaart />\n'), 'De tag <Kaart> kan niet in een tekst.'],
    ['a javascript: link', body('## A\n\n[x](javascript:alert(1))\n'), 'Een adres met javascript: kan niet.'],
    ['a data: link', body('## A\n\n[x](data:text/html,x)\n'), 'Een adres met data: kan niet.'],
    ['a link of another scheme', body('## A\n\n[x](ftp://example.org/a)\n'), 'Een adres met ftp: kan niet.'],
    ['a link to the disk of the visitor', body('## A\n\n[x](file:///etc/passwd)\n'), 'Een adres met file: kan niet.'],
    ['a javascript: link behind entities', body('## A\n\n[x](&#106;avascript:alert(1))\n'), 'Een adres met javascript: kan niet.'],
    ['a javascript: link that is defined below', body('## A\n\n[x][y]\n\n[y]: JavaScript:alert(1)\n'), 'Een adres met javascript: kan niet.'],
    ['a javascript: link cut in two', body('## A\n\n[x](<java\tscript:alert(1)>)\n'), 'Een adres met javascript: kan niet.'],
    ['a link that leaves the scheme out', body('## A\n\n[x](//example.org/a)\n'), 'De link //example.org/a gaat nergens heen.'],
    ['an image in the address itself', body('## A\n\n![x](data:image/svg+xml,x)\n'), 'Een adres met data: kan niet.'],
    ['an image with a broken escape', body('## A\n\n![x](/%E0%A4%A.png)\n'), 'Het plaatje /%E0%A4%A.png bestaat niet.'],
    ['an image outside public', body('## A\n\n![x](/../content/woorden.yaml)\n'), 'Het plaatje /../content/woorden.yaml bestaat niet.'],
    ['an image that may hold a script', { ...body('## A\n\n![x](/bank.svg)\n'), 'public/bank.svg': '<svg/>' }, 'Dit soort plaatje kan niet.'],
    ['a script in a table', body('## A\n\n| a |\n|---|\n| <script>x</script> |\n'), 'kaart.mdx:71:3  <script> kan niet in een tekst.'],
    ['a form', body('## A\n\n<form action="https://example.org"></form>\n'), 'De tag <form> kan niet in een tekst.'],
    ['attributes that are spread', body('## A\n\n<b {...{onClick: x}}>a</b>\n'), 'De tag <b> kan niet in een tekst.'],
    ['an HTML comment', body('## A\n\n<!-- x -->\n'), 'Deze tekst is niet te lezen'],
    ['an address in angle brackets', body('## A\n\n<javascript:alert(1)>\n'), 'Deze tekst is niet te lezen'],
    ['an expression in a heading', body('## A {x}\n'), 'Tekst tussen accolades wordt als code gelezen.'],
    [
      'HTML in a field',
      { [KAART]: mdx(algoritmeFields({ titel: '<img src=x onerror=alert(1)>' })) },
      'kaart.mdx:3:8  titel: Hier staat HTML, en die zou letterlijk op de pagina komen.  Haal wat tussen < en > staat weg.',
    ],
    ['HTML in a list of a field', { [KAART]: mdx(algoritmeFields({ zoekwoorden: ['een', 'twee', 'drie', 'vier', '</b>'] })) }, 'zoekwoorden.4: Hier staat HTML'],
    [
      'HTML in a list file',
      { 'content/woorden.yaml': '- systeemwoord: "<script>x</script>"\n  leefwoord: a\n  waarom: b\n' },
      'content/woorden.yaml:1:17  systeemwoord: Hier staat HTML',
    ],
    ['a source that is a script', source('javascript:alert(1)'), 'bronnen.0.url: Geen volledig webadres.'],
    ['a source of another scheme', source('ftp://example.org/a'), 'bronnen.0.url: Geen volledig webadres.'],
    ['a source with markup in its address', source('https://example.org/<script>'), 'bronnen.0.url: Geen volledig webadres.'],
    ['a field that every object has', { [KAART]: mdx(algoritmeFields()).replace('\ntitel', '\n__proto__: {besmet: 1}\ntitel') }, 'kaart.mdx:3:1  Onbekend veld: __proto__.'],
    [
      'a text that starts with an asterisk',
      { [KAART]: mdx(algoritmeFields()).replace('kern: Een', 'kern: *Een') },
      'Een sterretje aan het begin betekent hier iets anders.  Zet de tekst tussen dubbele aanhalingstekens.',
    ],
    [
      'a value that repeats another',
      { [KAART]: mdx(algoritmeFields()).replace('kern: ', 'oude: &a x\nkern: *a #') },
      'Een sterretje aan het begin betekent hier iets anders.  Zet de tekst tussen dubbele aanhalingstekens.',
    ],
    [
      'a text that starts with an exclamation mark',
      { [KAART]: mdx(algoritmeFields()).replace('kern: Een', 'kern: !!js/function Een') },
      'Een uitroepteken aan het begin betekent hier iets anders.',
    ],
    [
      'a mark that turns the text around',
      { [KAART]: mdx(algoritmeFields(), '## A\n\nx\u202Ey\n') },
      'kaart.mdx:69:2  Er staat een onzichtbaar teken dat de leesrichting omdraait.',
    ],
    ['a folder that is called a text', { 'content/algoritmes/map.mdx/x.mdx': 'x' }, 'map.mdx:1:1  Dit is geen bestand'],
    ['a link to a page that is not there', body('## A\n\n[x](/algoritmes/weg.html)\n'), 'De link /algoritmes/weg.html gaat nergens heen.'],
    ['a link that is not a whole path', body('## A\n\n[x](andere-kaart.html)\n'), 'De link andere-kaart.html begint niet met een schuine streep.'],
    ['a fragment that is not there', body('## A\n\n[x](/algoritmes/andere-kaart.html#weg)\n'), 'Op die pagina is geen plek #weg.'],
    ['a footnote without a source', { [VERHAAL]: mdx(casusFields(), '## A\n\nFeit.[^krant] Nog een.[^weg]\n') }, 'De voetnoot [^weg] heeft geen bron.'],
    ['a source without a footnote', { [VERHAAL]: mdx(casusFields(), '## A\n\nFeit.\n') }, 'De bron krant wordt nergens gebruikt.'],
    ['a footnote that is written out', { [VERHAAL]: mdx(casusFields(), '## A\n\nFeit.[^krant]\n\n[^krant]: De krant\n') }, 'Een voetnoot schrijf je niet zelf uit.'],
    ['a number without a source', claim('In het dorp wonen 1.500 mensen. Zij kwamen.[^krant]'), 'Bij ‘1.500’ staat geen bron: In het dorp wonen 1.500 mensen.'],
    ['a number word above ten without a source', claim('Er kwamen vijfentwintig buren. Zij bleven.[^krant]'), 'Bij ‘vijfentwintig’ staat geen bron'],
    ['an organisation without a source', claim('Dat vond de Rekenkamer ook. Zij bleven.[^krant]'), 'Bij ‘Rekenkamer’ staat geen bron'],
    ['the publisher of a source without its mark', claim('De krant schreef erover. Zij bleven.[^krant]'), 'Bij ‘De krant’ staat geen bron'],
    [
      'a number above the text that the text lacks',
      { [VERHAAL]: mdx(casusFields({ kort: 'Er kwamen 40 buren.' }), '## A\n\nFeit.[^krant]\n') },
      'Het getal 40 staat niet in de lange tekst.',
    ],
    [
      'a file name that cannot be an address',
      { 'content/algoritmes/Mijn Kaart.mdx': mdx(algoritmeFields({ code: 'A-03' })) },
      'Mijn Kaart.mdx:1:1  ‘Mijn Kaart’ kan geen adres zijn.',
    ],
    ['a file that is no MDX', { 'content/algoritmes/kaart.docx': 'x' }, 'kaart.docx:1:1  Dit bestand hoort hier niet'],
    ['Windows line ends', { [KAART]: mdx(algoritmeFields()).replaceAll('\n', '\r\n') }, 'De regels eindigen zoals op Windows (CRLF).'],
    ['a byte order mark', { [KAART]: `\uFEFF${mdx(algoritmeFields())}` }, 'Het bestand begint met een onzichtbaar teken (BOM).'],
    ['a NUL', { [KAART]: mdx(algoritmeFields(), '## A\n\nx\0y\n') }, 'Er staat een NUL-teken in het bestand.'],
    ['bytes that are not UTF-8', { [KAART]: Buffer.concat([Buffer.from(mdx(algoritmeFields())), Buffer.from([0xe9, 0x0a])]) }, 'Het bestand is geen UTF-8.'],
    ['a list that is missing', { 'content/woorden.yaml': 'geen: lijst\n' }, 'content/woorden.yaml:1:1  Dit bestand is geen lijst.'],
    ['a template that does not pass', { 'content/algoritmes/_sjabloon.mdx': mdx(algoritmeFields({ titel: '' })) }, '_sjabloon.mdx:3:8  titel: Dit veld is leeg.'],
  ];
  it.each(cases)('%s', async (_, files, message) => {
    const found = await check(files);
    expect(found.join('\n')).toContain(message);
    expect(found).toHaveLength(message.includes('onClick') ? 2 : 1);
  });
});

describe('a problem points at its place', () => {
  it('in a nested field', async () => {
    const text = mdx(algoritmeFields({ valkuilen: [{ valkuil: 'Goed.', danLiever: 'x'.repeat(161) }] }));
    expect(await check({ [KAART]: text })).toEqual([`${KAART}:${lineOf(text, 'danLiever')}:16  valkuilen.0.danLiever: Te lang: 161 tekens.  Kort in tot hoogstens 160 tekens.`]);
  });
  it('at an unknown key', async () => {
    const text = mdx(algoritmeFields({ kleur: 'rood' }));
    expect(await check({ [KAART]: text })).toEqual([`${KAART}:${lineOf(text, 'kleur')}:8  Onbekend veld: kleur.  Haal het weg of verbeter de spelling.`]);
  });
  it('in the text below', async () => {
    const text = mdx(algoritmeFields(), '## A\n\nTekst {x}\n');
    expect((await check({ [KAART]: text }))[0]).toContain(`${KAART}:${lineOf(text, 'Tekst {x}')}:7  `);
  });
  it('in a row of a list', async () => {
    const files = projectFiles();
    const text = String(files['content/themas.yaml']).replace('id: taal', 'id: tael');
    expect((await check({ 'content/themas.yaml': text }))[0]).toContain(`content/themas.yaml:${lineOf(text, 'tael')}:7  id: ‘tael’ kan hier niet.`);
  });
});

it('reports every problem of every file at once, and names both files that share a code', async () => {
  const found = await check({
    [KAART]: mdx(algoritmeFields({ titel: 'x'.repeat(61), kern: '' }), '# A\n'),
    'content/algoritmes/andere-kaart.mdx': mdx(algoritmeFields({ code: 'A-01', verwant: [{ code: 'A-09', soort: 'tegenwicht', wanneerGelijk: 'Soms.' }] })),
  });
  const all = found.join('\n');
  for (const part of ['titel: Te lang', 'kern: Dit veld is leeg', 'Een kop met één #', 'code A-01 staat ook in', 'Er is geen kaart A-09']) expect(all).toContain(part);
  expect(all).toMatch(/andere-kaart\.mdx.*kaart\.mdx|kaart\.mdx.*andere-kaart\.mdx/);
});

it('lists by file and place, with a count', () => {
  const at = (file: string, line: number) => ({ file, line, column: 1, message: 'Fout.', remedy: 'Maak goed.' });
  expect(listing([at('b', 1), at('a', 10), at('a', 2)])).toBe('a:2:1  Fout.  Maak goed.\na:10:1  Fout.  Maak goed.\nb:1:1  Fout.  Maak goed.\n\n3 fouten in 2 bestanden.');
});

describe('the command', () => {
  const run = (root: string, ...asked: string[]) =>
    promisify(execFile)('node', [join(ROOT, 'src/cli/check.ts'), root, ...asked]).then(
      ({ stdout }) => ({ code: 0, text: stdout }),
      (error: { code: number; stderr: string }) => ({ code: error.code, text: error.stderr }),
    );
  it('ends with 0 when all is well', async () => expect(await run(await writeProject(projectFiles()))).toEqual({ code: 0, text: 'De inhoud klopt: geen fouten gevonden.\n' }));
  it('ends with 1 and never a stack trace when something is wrong', async () => {
    const { code, text } = await run(await writeProject({ ...projectFiles(), [KAART]: '---\n: {[\n---\n<' }));
    expect(code).toBe(1);
    expect(text).toMatch(/\d+ fouten in \d+ bestand/);
    expect(text).not.toMatch(/\n\s+at /);
  });
  it('leaves the report of what it has read for a build that asks, and none of what is wrong', async () => {
    const files = { ...projectFiles(), 'package.json': '{}', 'src/report/spelling.ts': '' };
    const sound = await writeProject({ ...files, 'content/spelling.txt': 'Tekst\n' });
    expect(await run(sound, 'rapport')).toEqual({ code: 0, text: 'De inhoud klopt: geen fouten gevonden.\n' });
    const { library } = await loadContent(sound);
    expect(JSON.parse(await readFile(join(sound, '.build/rapport.json'), 'utf8'))).toEqual(makeReport(library, ['Tekst']));
    const wrong = await writeProject({ ...files, 'content/themas.yaml': '' });
    expect((await run(wrong, 'rapport')).code).toBe(1);
    expect(existsSync(join(wrong, '.build/rapport.json'))).toBe(false);
  });
});

it('accepts the templates that editors copy', async () => {
  for (const folder of ['algoritmes', 'casussen', 'paginas']) {
    const path = `content/${folder}/_sjabloon.mdx`;
    expect(await check({ [path]: await readFile(join(ROOT, path)) })).toEqual([]);
  }
});
