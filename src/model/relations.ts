/** The rules that span files. Each returns problems with the place where an editor mends them; nothing here reads or prints. */
import { LEEFFUNCTIES, MACRO_OPGAVEN, THEMAS, VOLTALLIG, DELEN } from '../schema/waarden.ts';
import type { Algoritme, Entry, Library } from './library.ts';

type Collection = keyof Library;

/** Where: a collection, an entry's slug (or a row of a list), and the path of keys to the value. */
export interface RelationProblem {
  collection: Collection;
  item: string | number | null;
  path: (string | number)[];
  message: string;
}

type Report = (item: string | number | null, path: (string | number)[], message: string) => void;

function checkUnique<T>(items: readonly T[], key: (item: T) => string, place: (item: T, index: number) => string | number, field: string, report: Report): void {
  const seen = new Map<string, string | number>();
  items.forEach((item, index) => {
    const value = key(item);
    const here = place(item, index);
    const first = seen.get(value);
    if (first === undefined) seen.set(value, here);
    else report(here, [field], `${field} ${value} staat ook ${typeof first === 'number' ? `op plaats ${first + 1}` : `in ${first}.mdx`}. Geef een van de twee een andere.`);
  });
}

/** Old slugs live on as addresses: none may belong to another entry, now or before. */
function checkOldSlugs(entries: readonly Entry<{ oudeSlugs?: string[] | undefined }>[], report: Report): void {
  const taken = new Map(entries.map(({ slug }) => [slug, slug]));
  for (const { slug, data } of entries) {
    data.oudeSlugs?.forEach((old, index) => {
      const owner = taken.get(old);
      if (owner) report(slug, ['oudeSlugs', index], `Het adres ${old} is al van ${owner}.mdx. Haal het hier weg.`);
      else taken.set(old, slug);
    });
  }
}

function checkCode(codes: ReadonlySet<string>, code: string, self: string | null, place: Parameters<Report>, report: Report): void {
  const [item, path] = place;
  if (code === self) report(item, path, `${code} verwijst naar zichzelf. Kies een andere kaart.`);
  else if (!codes.has(code)) report(item, path, `Er is geen ${code.startsWith('C') ? 'casus' : 'kaart'} ${code}. Verbeter de code of schrijf die eerst.`);
}

function checkAlgoritme({ slug, data }: Algoritme, codes: ReadonlySet<string>, report: Report): void {
  data.verwant.forEach(({ code }, index) => checkCode(codes, code, data.code, [slug, ['verwant', index, 'code'], ''], report));
  data.stappen.forEach((stap, step) =>
    stap.beslispunt?.uitgangen.forEach(({ naar }, exit) => {
      if (typeof naar !== 'string' || naar === 'stop') return;
      checkCode(codes, naar, data.code, [slug, ['stappen', step, 'beslispunt', 'uitgangen', exit, 'naar'], ''], report);
    }),
  );
}

function checkLists(library: Library, report: (collection: Collection) => Report): void {
  const lists = [
    ['themas', library.themas.map(({ id }) => id), THEMAS.map(({ id }) => id)],
    ['leeffuncties', library.leeffuncties.map(({ id }) => id), LEEFFUNCTIES.map(({ id }) => id)],
    ['macroOpgaven', library.macroOpgaven.map(({ id }) => id), MACRO_OPGAVEN.map(({ id }) => id)],
    ['delen', library.delen.map(({ nummer }) => String(nummer)), DELEN.map(String)],
  ] as const;
  for (const [collection, have, want] of lists) {
    checkUnique(
      have,
      (id) => id,
      (_, index) => index,
      collection === 'delen' ? 'nummer' : 'id',
      report(collection),
    );
    for (const id of want.filter((wanted) => !(have as readonly string[]).includes(wanted))) {
      report(collection)(null, [], `${id} heeft hier nog geen tekst. Voeg hem toe.`);
    }
  }
}

/** The newest edition stands first, and each is newer than the next. */
function checkEdities({ edities }: Library, report: Report): void {
  if (edities.length === 0) report(null, [], 'Er staat nog geen uitgave in. Voeg de eerste toe, met het nummer uit package.json.');
  checkUnique(
    edities,
    ({ versie }) => versie,
    (_, row) => row,
    'versie',
    report,
  );
  edities.forEach(({ datum }, row) => {
    const before = edities[row - 1];
    if (before && before.datum < datum) report(row, ['datum'], `Deze uitgave is nieuwer dan die erboven (${before.versie}). Zet de nieuwste bovenaan.`);
  });
}

/** Rules about the whole set wait until it stands: a library that is still growing need not obey them. */
function checkWholeSet({ algoritmes, casussen, themas }: Library, report: (collection: Collection) => Report): void {
  if (algoritmes.length >= VOLTALLIG.algoritmes) {
    themas.forEach(({ id }, index) => {
      const count = algoritmes.filter(({ data }) => (data.themas as readonly string[]).includes(id)).length;
      if (count < 3) report('themas')(index, ['id'], `Het thema ${id} heeft ${count} algoritmes. Geef minstens drie kaarten dit thema.`);
    });
  }
  if (casussen.length >= VOLTALLIG.casussen) {
    const named = casussen.flatMap(({ data }) => data.algoritmes.map(({ code }) => code));
    for (const { slug, data } of algoritmes) {
      const count = named.filter((code) => code === data.code).length;
      if (count < 2)
        report('algoritmes')(slug, ['code'], `${count === 0 ? 'Geen' : 'Maar één'} casus noemt ${data.code}. Voeg de code toe bij een casus waar hij past, tot het er twee zijn.`);
    }
  }
}

/** An entry of which only the code could be read: its other fields are wrong, but it exists and takes its code. */
export interface Unfinished {
  collection: 'algoritmes' | 'casussen';
  slug: string;
  code: string;
}

/**
 * Every breach of the cross-file rules, in no particular order; empty when the library is sound.
 * Entries that could not be read in full are passed as `unfinished`, so that one mistake does not report a second.
 */
export function findProblems(library: Library, unfinished: readonly Unfinished[] = []): RelationProblem[] {
  const problems: RelationProblem[] = [];
  const report =
    (collection: Collection): Report =>
    (item, path, message) =>
      problems.push({ collection, item, path, message });
  const coded = (collection: Unfinished['collection']): Unfinished[] => [
    ...library[collection].map(({ slug, data }) => ({ collection, slug, code: data.code })),
    ...unfinished.filter((entry) => entry.collection === collection),
  ];
  const codes = new Set(coded('algoritmes').map(({ code }) => code));

  for (const collection of ['algoritmes', 'casussen'] as const) {
    checkUnique(
      coded(collection),
      ({ code }) => code,
      ({ slug }) => slug,
      'code',
      report(collection),
    );
    checkOldSlugs(library[collection], report(collection));
  }
  library.algoritmes.forEach((algoritme) => checkAlgoritme(algoritme, codes, report('algoritmes')));
  library.casussen.forEach(({ slug, data }) =>
    data.algoritmes.forEach(({ code }, index) => checkCode(codes, code, null, [slug, ['algoritmes', index, 'code'], ''], report('casussen'))),
  );
  library.situaties.forEach(({ kaarten }, row) => kaarten.forEach(({ code }, index) => checkCode(codes, code, null, [row, ['kaarten', index, 'code'], ''], report('situaties'))));
  const all = new Set([...codes, ...coded('casussen').map(({ code }) => code)]);
  library.synoniemen.forEach(({ sterk = [], mee = [] }, row) => {
    for (const [field, list] of Object.entries({ sterk, mee })) list.forEach((code, index) => checkCode(all, code, null, [row, [field, index], ''], report('synoniemen')));
  });
  checkUnique(
    library.synoniemen,
    ({ term }) => term,
    (_, row) => row,
    'term',
    report('synoniemen'),
  );
  checkUnique(
    library.situaties,
    ({ id }) => id,
    (_, row) => row,
    'id',
    report('situaties'),
  );
  checkUnique(
    library.woorden,
    ({ systeemwoord }) => systeemwoord,
    (_, row) => row,
    'systeemwoord',
    report('woorden'),
  );
  checkUnique(
    library.begrippen,
    ({ id }) => id,
    (_, row) => row,
    'id',
    report('begrippen'),
  );
  const terms = new Set(library.begrippen.map(({ id }) => id));
  library.begrippen.forEach(({ id, kijkOok }, row) =>
    kijkOok.forEach((other, index) => {
      if (other === id || !terms.has(other)) report('begrippen')(row, ['kijkOok', index], `Er is geen ander begrip ${other}. Verbeter het id of schrijf dat begrip eerst.`);
    }),
  );
  checkLists(library, report);
  checkEdities(library, report('edities'));
  checkWholeSet(library, report);
  return problems;
}

/** Returns the library when its relations hold. Throws one error that lists every problem otherwise. */
export function assertRelations(library: Library): Library {
  const problems = findProblems(library);
  if (problems.length === 0) return library;
  const lines = problems.map(({ collection, item, path, message }) => `  ${collection}/${item ?? ''} ${path.join('.')}: ${message}`);
  throw new Error(`De inhoud klopt niet (npm run check wijst de regels aan):\n${lines.join('\n')}`);
}
