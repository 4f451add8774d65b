/** What search knows of every entry beside its text: what a result shows, and what the facets count. */
import type { Algoritme, Casus, Library } from './library.ts';
import { entryPath } from './paths.ts';
import { besides } from './related.ts';

export type FacetName = 'soort' | 'deel' | 'thema' | 'rol';

/** With more entries than this, the list weighs more than the parts of the index that it saves: it then comes after the first answer, of which the results read what they show from the index. */
export const MOST_LISTED = 300;
/** With more than this it would weigh more than all that a visit asks of the index: the build then leaves out of it what a result shows. */
export const MOST_TITLED = 2000;

export interface Vindplaats {
  /** Name of the entry in the full-text index; filled in once the index is made. */
  id: string;
  /** Address within the site, without the leading slash. Empty, as titel and kern are, in a list of more than {@link MOST_TITLED}. */
  url: string;
  code: string;
  titel: string;
  kern: string;
  facets: Record<FacetName, readonly string[]>;
  /** Codes of the entries that belong beside this one. */
  naast: readonly string[];
}

function toVindplaats(entry: Algoritme | Casus, naast: Iterable<string>): Vindplaats {
  const { data } = entry;
  const isCard = 'stappen' in data;
  return {
    id: '',
    url: entryPath(entry).slice(1),
    code: data.code,
    titel: data.titel,
    kern: data.kern,
    facets: { soort: [isCard ? 'algoritme' : 'casus'], deel: [String(data.deel)], thema: data.themas, rol: data.rollen },
    naast: [...naast].sort(),
  };
}

/** Every card and then every case, in order of code. */
export function vindplaatsen(library: Library): Vindplaats[] {
  const beside = besides(library);
  return [...library.algoritmes, ...library.casussen].map((entry) => toVindplaats(entry, beside.get(entry.data.code)!));
}
