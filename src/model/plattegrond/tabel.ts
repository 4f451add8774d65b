/** What the map draws, in words: for every card and case the entries that it hangs together with. */
import { RELATIES, label } from '../../schema/waarden.ts';
import { byCode, type Algoritme, type Casus, type Library } from '../library.ts';
import { casussenWith, sequence, tegenwichten, tegenwichtVan } from '../related.ts';

export interface Cel {
  entry: Algoritme | Casus;
  /** How, where a column holds more kinds. */
  noot?: string;
}

export interface Rij {
  entry: Algoritme | Casus;
  /** A cell per column, in the order of the columns. */
  cellen: Cel[][];
}

const bare = (entries: readonly (Algoritme | Casus)[]): Cel[] => entries.map((entry) => ({ entry }));

/** A row of a card: its tegenwicht (given or taken), what comes before and after it, its cases. */
export function kaartRij(library: Library, kaart: Algoritme): Rij {
  const tegen = [...new Set([...tegenwichten(library, kaart).map((item) => item.kaart), ...tegenwichtVan(library, kaart)])];
  const gezien = casussenWith(library, kaart).map(({ casus, relatie }) => ({ entry: casus, noot: label(RELATIES, relatie).toLowerCase() }));
  return { entry: kaart, cellen: [bare(tegen), bare(sequence(library, kaart, 'ervoor')), bare(sequence(library, kaart, 'erna')), gezien] };
}

/** A row of a case: its cards by how they are in it, in the order of the closed list. */
export function casusRij(library: Library, casus: Casus): Rij {
  const cards = (id: string) => casus.data.algoritmes.filter(({ relatie }) => relatie === id).map(({ code }) => byCode(library.algoritmes, code));
  return { entry: casus, cellen: RELATIES.map(({ id }) => bare(cards(id))) };
}
