/** The whole of the content in memory: what pages draw from and what the cross-file rules look at. */
import type { AlgoritmeData } from '../schema/algoritme.ts';
import type { BegripData, SynoniemData, WoordData } from '../schema/begrip.ts';
import type { CasusData } from '../schema/casus.ts';
import type { DeelData } from '../schema/deel.ts';
import type { EditieData } from '../schema/editie.ts';
import type { OnderwerpData } from '../schema/onderwerp.ts';
import type { PaginaData } from '../schema/pagina.ts';
import type { SituatieData } from '../schema/situatie.ts';

/** A text with its front matter: `slug` is the file name without its ending, `body` the longer text as written. */
export interface Entry<Data> {
  slug: string;
  data: Data;
  body: string;
}

export type Algoritme = Entry<AlgoritmeData>;
export type Casus = Entry<CasusData>;
export type Pagina = Entry<PaginaData>;

export interface Library {
  algoritmes: Algoritme[];
  casussen: Casus[];
  paginas: Pagina[];
  delen: DeelData[];
  themas: OnderwerpData[];
  leeffuncties: OnderwerpData[];
  macroOpgaven: OnderwerpData[];
  situaties: SituatieData[];
  begrippen: BegripData[];
  woorden: WoordData[];
  synoniemen: SynoniemData[];
  /** The newest first. */
  edities: EditieData[];
}

const indexes = new WeakMap<readonly unknown[], Map<string, Algoritme | Casus>>();

/** The entry with this code. Throws when there is none: a page never draws half a relation. */
export function byCode<T extends Algoritme | Casus>(entries: readonly T[], code: string): T {
  const index = indexes.get(entries) ?? new Map(entries.map((entry) => [entry.data.code, entry]));
  indexes.set(entries, index);
  const found = index.get(code) as T | undefined;
  if (!found) throw new Error(`Er is geen kaart of casus met code ${code}. Draai npm run check.`);
  return found;
}
