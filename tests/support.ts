/** What tests share: entries made through the real schemas, small projects on disk, and the built site. */
import { cp, mkdtemp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { stringify as stringifyYaml } from 'yaml';
import { loadContent } from '../src/cli/content.ts';
import type { Algoritme, Casus, Library } from '../src/model/library.ts';
import { algoritmeSchema } from '../src/schema/algoritme.ts';
import { casusSchema } from '../src/schema/casus.ts';
import { deelSchema } from '../src/schema/deel.ts';
import { leeffunctieSchema, macroOpgaveSchema, themaSchema } from '../src/schema/onderwerp.ts';
import { DELEN, LEEFFUNCTIES, MACRO_OPGAVEN, THEMAS } from '../src/schema/waarden.ts';
import { type Lexicon, toLexicon, type Topic } from '../src/search/words.ts';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
export const DIST = join(ROOT, 'dist');

type Fields = Record<string, unknown>;

/** As an editor writes it: what stands there twice is written twice. */
const stringify = (value: unknown) => stringifyYaml(value, { aliasDuplicateObjects: false });

const ZOEKWOORDEN = ['een', 'twee', 'drie', 'vier', 'vijf'];
const VRAGEN = ['openen', 'verdiepen', 'afsluiten'].map((soort) => ({ vraag: `Een vraag om te ${soort}?`, soort }));
const GEDEELD = {
  titel: 'Een titel',
  kern: 'Een kern.',
  kort: 'Kort gezegd.',
  deel: 2,
  rollen: ['bewoner'],
  themas: ['loslaten'],
  schaal: 'buurt',
  zoekwoorden: ZOEKWOORDEN,
  bijgewerkt: '2026-11-24',
};

/** The fields of a right card, as an editor would write them, with some replaced. */
export const algoritmeFields = (fields: Fields = {}): Fields => ({
  code: 'A-01',
  ...GEDEELD,
  kernvraag: 'Wat nu?',
  spanningsveld: { pool1: 'dit', pool2: 'dat' },
  enkelvoudig: 'De reflex.',
  meervoudig: 'De wending.',
  wanneer: ['Als het past.'],
  wanneerNiet: ['Als het schaadt.'],
  stappen: [
    {
      doe: 'Doe iets.',
      beslispunt: {
        vraag: 'Gaat het?',
        uitgangen: [
          { als: 'ja', naar: 2 },
          { als: 'nee', naar: 'stop' },
        ],
      },
    },
    { doe: 'Doe meer.', letOp: 'Let op.' },
    { doe: 'Rond af.' },
  ],
  valkuilen: [{ valkuil: 'Te veel.', danLiever: 'Minder.' }],
  eersteStap: 'Begin morgen.',
  vanuitRol: { bewoner: 'Jij.', professional: 'Jij ook.', bestuurder: 'En jij.' },
  vragen: VRAGEN,
  duur: 'doorlopend',
  groep: { min: 1, max: 12 },
  verwant: [{ code: 'A-02', soort: 'tegenwicht', wanneerGelijk: 'Soms.' }],
  onderbouwing: 'ervaring',
  ...fields,
});

/** The fields of a right case, with some replaced. */
export const casusFields = (fields: Fields = {}): Fields => ({
  code: 'C-01',
  ...GEDEELD,
  naam: 'Een praktijk',
  herkomst: 'openbare-bron',
  plaats: 'Rotterdam',
  land: 'Nederland',
  periode: 'tot nu',
  leeffuncties: ['ontmoeting'],
  macroOpgaven: [],
  situatie: 'Er moest gekozen worden.',
  spanning: 'Het spande.',
  reflex: { wat: 'Dit.', waaromBegrijpelijk: 'Daarom.', gevolg: 'Dat.' },
  meervoudig: 'Alles tegelijk.',
  perspectieven: [true, true, false].map((aanTafel, index) => ({ wie: `een stem ${index}`, stoel: 'bewoner', ziet: 'Iets.', wil: 'Iets.', vreest: 'Iets.', aanTafel })),
  logica: { verticaal: 'Boven.', horizontaal: 'Opzij.', brug: 'Ertussen.' },
  keuzemomenten: [{ moment: 'Toen.', opties: ['Dit', 'Dat'].map((keuze) => ({ keuze, wint: 'Iets.', kost: 'Iets.' })) }],
  afloop: { stand: 'gemengd', tekst: 'Zo liep het.' },
  taal: [{ systeemwoord: 'casus', leefwoord: 'verhaal' }],
  vragen: VRAGEN,
  algoritmes: [{ code: 'A-01', relatie: 'toegepast' }],
  bronnen: [{ id: 'krant', titel: 'Een stuk', uitgever: 'De krant', jaar: 2014, url: 'https://www.krant.example/stuk' }],
  ...fields,
});

export const makeAlgoritme = (fields: Fields = {}, slug = 'kaart'): Algoritme => ({ slug, body: '## Kop\n\nTekst.', data: algoritmeSchema.parse(algoritmeFields(fields)) });
export const makeCasus = (fields: Fields = {}, slug = 'verhaal'): Casus => ({ slug, body: '## Kop\n\nTekst.[^krant]', data: casusSchema.parse(casusFields(fields)) });

const onderwerp = ({ id, label }: { id: string; label: string }) => ({ id, titel: label, kort: 'Kort gezegd.', vraag: 'Wat nu?', zoekwoorden: ZOEKWOORDEN });
const DEEL_FIELDS = DELEN.map((nummer) => ({ nummer, titel: `Deel ${nummer}`, ondertitel: 'Waarover', voor: 'wie wil', kort: 'Kort gezegd.', vragen: ['Een?', 'Twee?'] }));
const EDITIES = [{ versie: '0.1.0', datum: '2026-11-24', wat: ['De eerste uitgave.'] }];

/** A small sound library: two cards that oppose each other and one case. */
export function makeLibrary(parts: Partial<Library> = {}): Library {
  return {
    algoritmes: [makeAlgoritme(), makeAlgoritme({ code: 'A-02', verwant: [{ code: 'A-01', soort: 'tegenwicht', wanneerGelijk: 'Soms.' }] }, 'andere-kaart')],
    casussen: [makeCasus()],
    paginas: [],
    delen: DEEL_FIELDS.map((deel) => deelSchema.parse(deel)),
    themas: THEMAS.map((thema) => themaSchema.parse(onderwerp(thema))),
    leeffuncties: LEEFFUNCTIES.map((item) => leeffunctieSchema.parse(onderwerp(item))),
    macroOpgaven: MACRO_OPGAVEN.map((item) => macroOpgaveSchema.parse(onderwerp(item))),
    situaties: [],
    begrippen: [],
    woorden: [],
    synoniemen: [],
    edities: EDITIES,
    ...parts,
  };
}

/** An MDX file as an editor writes it. */
export const mdx = (fields: Fields, body = '## Kop\n\nTekst.\n') => `---\n${stringify(fields)}---\n\n${body}`;

/** The files of a small sound project; a test replaces what it is about. */
export const projectFiles = (): Record<string, string | Buffer> => ({
  'content/algoritmes/kaart.mdx': mdx(algoritmeFields()),
  'content/algoritmes/andere-kaart.mdx': mdx(algoritmeFields({ code: 'A-02', verwant: [{ code: 'A-01', soort: 'tegenwicht', wanneerGelijk: 'Soms.' }] })),
  'content/casussen/verhaal.mdx': mdx(casusFields(), '## Kop\n\nTekst.[^krant]\n'),
  'content/paginas/over.mdx': mdx({ titel: 'Over', kort: 'Kort gezegd.', bijgewerkt: '2026-11-24' }),
  'content/delen.yaml': stringify(DEEL_FIELDS),
  'content/themas.yaml': stringify(THEMAS.map(onderwerp)),
  'content/leeffuncties.yaml': stringify(LEEFFUNCTIES.map(onderwerp)),
  'content/macro-opgaven.yaml': stringify(MACRO_OPGAVEN.map(onderwerp)),
  'content/situaties.yaml': stringify([]),
  'content/begrippen.yaml': stringify([]),
  'content/woorden.yaml': stringify([]),
  'content/synoniemen.yaml': stringify([]),
  'content/edities.yaml': stringify(EDITIES),
  'content/spelling.txt': '',
});

/** Writes a project to a new temporary folder and returns that folder. */
export async function writeProject(files: Record<string, string | Buffer>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'werkvonken-'));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  return root;
}

/** A project with our source and small content of its own, in a folder of its own. */
export async function project(files: Record<string, string>): Promise<string> {
  const pages = Object.fromEntries(
    ['over', 'colofon', 'toegankelijkheid', 'correcties'].map((slug) => [`content/paginas/${slug}.mdx`, mdx({ titel: slug, kort: `Over ${slug}.`, bijgewerkt: '2026-11-24' })]),
  );
  const root = await writeProject({ ...projectFiles(), ...pages, ...files });
  for (const name of ['src', 'public', 'astro.config.mjs', 'tsconfig.json', 'package.json']) await cp(join(ROOT, name), join(root, name), { recursive: true });
  await symlink(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  return root;
}

/** The codes of the cards and cases that are written, in order: a new one must not break a test. */
export async function writtenCodes(): Promise<string[]> {
  const { library } = await loadContent(ROOT);
  const codes = [...library.algoritmes, ...library.casussen].map(({ data }) => data.code);
  return codes.sort(new Intl.Collator('nl', { numeric: true }).compare);
}

/** The text of a file of the built site. */
export const readDist = (path: string) => readFile(join(DIST, path), 'utf8');

/** The paths of all files of the built site that end so, sorted. */
export async function distFiles(ending: string): Promise<string[]> {
  const names = await readdir(DIST, { recursive: true });
  return names
    .filter((name) => name.endsWith(ending))
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
}

/** Everything that `select` finds in a parsed page, in order: elements as parse5 has them. */
export function elements(html: string, select: (name: string, attributes: Record<string, string>) => boolean): Record<string, string>[] {
  const found: Record<string, string>[] = [];
  const walk = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('attrs' in node) {
      const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
      if (select(node.nodeName, attributes)) found.push({ ...attributes, nodeName: node.nodeName });
    }
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return found;
}

/** What search knows of words: how many entries hold each, and the topics that they name. */
export function makeLexicon(counts: Record<string, number>, topics: Topic[] = []): Lexicon {
  const words = Object.entries(counts).map(([word, count]) => ({ word, count, topics: topics.flatMap(({ term }, place) => (term === word ? [place] : [])) }));
  return toLexicon({ words, topics });
}
