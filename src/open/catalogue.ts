import type { Library } from '../model/library.ts';
import { data } from '../model/paths.ts';
import { OPEN_NAMEN, type OpenNaam } from '../schema/open.ts';
import { LICENTIE_URL, SITE } from '../site.ts';
import { tData } from '../strings/opendata.ts';
import { dataset } from './datasets.ts';

export interface Bestand {
  naam: OpenNaam;
  titel: string;
  /** What an entry is. */
  kort: string;
  aantal: number;
  /** Addresses within the site, without the leading slash. */
  json: string;
  csv: string;
  schema: string;
}

/** The files of open data, in the order in which the page tells of them. */
export const bestanden = (library: Library): Bestand[] =>
  OPEN_NAMEN.map((naam) => ({
    naam,
    ...tData.bestanden[naam],
    aantal: dataset(library, naam).length,
    json: data.json(naam).slice(1),
    csv: data.csv(naam).slice(1),
    schema: data.schema(naam).slice(1),
  }));

/** Which edition this is, what may be done with it, and what it holds. Addresses count from the start of the site. */
export function catalogue(library: Library) {
  const { versie, datum } = library.edities[0]!;
  return { naam: SITE.naam, versie, datum, licentie: LICENTIE_URL, talen: ['nl'], bestanden: bestanden(library), edities: library.edities };
}
