/** The facets of search, from the closed lists, and how they count. */
import type { FacetName, Vindplaats } from '../model/vindplaatsen.ts';

/** The values that a visitor chose, per facet. */
export type Choices = Partial<Record<FacetName, string[]>>;
export type Counts = Record<FacetName, Record<string, number>>;

export const FACET_NAMES: readonly FacetName[] = ['soort', 'deel', 'thema', 'rol'];

/** Within a facet any chosen value will do; each facet with a choice must fit. */
const fits = ({ facets }: Vindplaats, choices: Choices, except?: FacetName) =>
  FACET_NAMES.every((name) => name === except || !choices[name]?.length || choices[name].some((value) => facets[name].includes(value)));

/** The entries that fit all choices, in the order given. */
export const choose = <T extends Vindplaats>(entries: readonly T[], choices: Choices): T[] => entries.filter((entry) => fits(entry, choices));

/** How many entries each value would leave: a facet counts within the choices of the other facets, not its own. */
export function countFacets(entries: readonly Vindplaats[], choices: Choices): Counts {
  const counts: Counts = { soort: {}, deel: {}, thema: {}, rol: {} };
  for (const name of FACET_NAMES) {
    for (const entry of entries.filter((candidate) => fits(candidate, choices, name))) {
      for (const value of entry.facets[name]) counts[name][value] = (counts[name][value] ?? 0) + 1;
    }
  }
  return counts;
}
