/** The index at the back of the book: every subject, place, term and search word, with the entries that are about it. */
import type { Algoritme, Casus, Library } from './library.ts';
import { paths } from './paths.ts';
import { fold, inAlphabet, slugify } from './text.ts';

type Ingang = Algoritme | Casus;

/** A word of the register with what is about it. */
export interface Lemma {
  naam: string;
  /** Its place on the page. */
  anker: string;
  /** What else it is called. */
  ook: string[];
  /** Where it is explained. */
  begrip?: string;
  /** Other lemmas that are explained beside it. */
  zieOok: Lemma[];
  /** Entries that are about it, the best first, and entries that touch on it. */
  sterk: Ingang[];
  mee: Ingang[];
}

/** A word that stands under another. */
export interface Verwijzing {
  naam: string;
  zie: Lemma;
}

export interface Letter {
  letter: string;
  regels: (Lemma | Verwijzing)[];
}

/** Names that start alike stand beside each other already: only others get a line that sends the reader on. */
const ALIKE = 3;

type Lemmas = Map<string, Lemma>;

/** The lemma of this name, new when there is none. */
function lemmaOf(lemmas: Lemmas, naam: string): Lemma {
  const key = fold(naam);
  const lemma = lemmas.get(key) ?? { naam, anker: `w-${slugify(naam)}`, ook: [], zieOok: [], sterk: [], mee: [] };
  lemmas.set(key, lemma);
  return lemma;
}

const touch = (lemma: Lemma, entry: Ingang): void => {
  if (!lemma.sterk.includes(entry) && !lemma.mee.includes(entry)) lemma.mee.push(entry);
};

/** Where each term is explained, and which others stand beside it there. */
function addBegrippen({ begrippen }: Library, lemmaFor: (term: string) => Lemma): void {
  const byId = new Map(begrippen.map(({ id, term }) => [id, lemmaFor(term)]));
  for (const { id, kijkOok } of begrippen) {
    const lemma = byId.get(id)!;
    const others = kijkOok.flatMap((other) => byId.get(other) ?? []).filter((other) => other !== lemma && !lemma.zieOok.includes(other));
    lemma.begrip = paths.begrip(id);
    lemma.zieOok.push(...others);
  }
}

/** Every lemma: subjects first, then terms, places and search words, each added to the subject that it is another name of. */
function collect(library: Library): Lemmas {
  const lemmas: Lemmas = new Map();
  const entries: Ingang[] = [...library.algoritmes, ...library.casussen];
  const byCode = new Map(entries.map((entry) => [entry.data.code, entry]));
  const found = (codes: readonly string[] = []) => codes.flatMap((code) => byCode.get(code) ?? []);
  const subjectOf = new Map<string, Lemma>();
  for (const { term, ook, sterk, mee } of library.synoniemen) {
    const lemma = lemmaOf(lemmas, term);
    Object.assign(lemma, { ook: [...lemma.ook, ...ook], sterk: found(sterk), mee: found(mee) });
    for (const naam of [term, ...ook]) subjectOf.set(fold(naam), subjectOf.get(fold(naam)) ?? lemma);
  }
  addBegrippen(library, (term) => subjectOf.get(fold(term)) ?? lemmaOf(lemmas, term));
  for (const casus of library.casussen) touch(lemmaOf(lemmas, casus.data.plaats), casus);
  for (const entry of entries) for (const woord of entry.data.zoekwoorden) touch(subjectOf.get(fold(woord)) ?? lemmaOf(lemmas, woord), entry);
  return lemmas;
}

/** The single words among the other names of `lemma` that the reader would not look for near it. */
function verwijzingen(lemma: Lemma, lemmas: Lemmas): Verwijzing[] {
  const isElsewhere = (naam: string) => !naam.includes(' ') && !lemmas.has(fold(naam)) && fold(naam).slice(0, ALIKE) !== fold(lemma.naam).slice(0, ALIKE);
  return lemma.ook.filter(isElsewhere).map((naam) => ({ naam, zie: lemma }));
}

/** Where a name stands: under its first letter, and what starts with a figure together. */
const letterOf = ({ naam }: { naam: string }) => (/[a-z]/.exec(fold(naam)[0]!) ? fold(naam)[0]!.toUpperCase() : '0–9');

/** With more references than this, some 60 kB on the line, a register is no page to load: every letter then has its own. */
const MOST_REFERENCES = 8000;

const references = (regel: Letter['regels'][number]) => ('zie' in regel ? 1 : regel.sterk.length + regel.mee.length);

/** Whether the register has a page per letter. */
export const isPaged = (letters: readonly Letter[]): boolean => letters.flatMap(({ regels }) => regels).reduce((sum, regel) => sum + references(regel), 0) > MOST_REFERENCES;

/** Where the lines of a letter are, and where a line is; `paged` says that every letter has a page. */
export const letterPath = (letter: string, paged: boolean): string => (paged ? paths.registerletter(slugify(letter)) : `#letter-${slugify(letter)}`);
export const lemmaPath = (lemma: Lemma, paged: boolean): string => `${paged ? letterPath(letterOf(lemma), true) : ''}#${lemma.anker}`;

const registers = new WeakMap<Library, Letter[]>();

/** The register by first letter; what starts with a figure comes first. A library has one: it is asked for by its page and by those of its letters. */
export function register(library: Library): Letter[] {
  const known = registers.get(library) ?? makeRegister(library);
  registers.set(library, known);
  return known;
}

function makeRegister(library: Library): Letter[] {
  const lemmas = collect(library);
  const named = [...lemmas.values()];
  const regels = [...named, ...named.flatMap((lemma) => verwijzingen(lemma, lemmas))].sort((a, b) => inAlphabet(a.naam, b.naam));
  return [...Map.groupBy(regels, letterOf)].map(([letter, list]) => ({ letter, regels: list }));
}
