/** What search knows of every entry beside its text: what a result shows, and what the facets count. */
import type { Algoritme, Casus, Library } from './library.ts';
import { paths } from './paths.ts';

export type FacetName = 'soort' | 'deel' | 'thema' | 'rol';

export interface Vindplaats {
  /** Name of the entry in the full-text index; filled in once the index is made. */
  id: string;
  /** Address within the site, without the leading slash. */
  url: string;
  code: string;
  titel: string;
  kern: string;
  facets: Record<FacetName, readonly string[]>;
}

function toVindplaats({ data, slug }: Algoritme | Casus): Vindplaats {
  const isCard = 'stappen' in data;
  return {
    id: '',
    url: (isCard ? paths.algoritme(slug) : paths.casus(slug)).slice(1),
    code: data.code,
    titel: data.titel,
    kern: data.kern,
    facets: { soort: [isCard ? 'algoritme' : 'casus'], deel: [String(data.deel)], thema: data.themas, rol: data.rollen },
  };
}

/** Every card and then every case, in order of code. */
export const vindplaatsen = ({ algoritmes, casussen }: Library): Vindplaats[] => [...algoritmes, ...casussen].map(toVindplaats);
