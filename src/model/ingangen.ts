/** Ways in beside the entries: a thema, situatie, leeffunctie, macro-opgave or begrip that fits a search. */
import type { Library } from './library.ts';
import { GROEPEN } from './grouping.ts';
import { paths } from './paths.ts';
import { fold } from './text.ts';

export interface Ingang {
  soort: string;
  titel: string;
  /** Address within the site, without the leading slash. */
  url: string;
  /** Folded words and phrases, each a way to ask for it. */
  woorden: string[];
}

const words = (...texts: string[]) => [...new Set(texts.map(fold))];

/** Every way in that the library has. */
export function ingangen(library: Library): Ingang[] {
  const found = [
    ...GROEPEN.flatMap((groep) =>
      groep.items(library).map(({ id, titel, zoekwoorden }) => ({ soort: groep.enkel, titel, url: groep.itemPath(id), woorden: words(titel, id, ...zoekwoorden) })),
    ),
    ...library.situaties.map(({ id, zin, zoekwoorden }) => ({ soort: 'Morgen zit ik in', titel: zin, url: paths.situatie(id), woorden: words(zin, ...zoekwoorden) })),
    ...library.begrippen.map(({ id, term, ook }) => ({ soort: 'Begrip', titel: term, url: paths.begrip(id), woorden: words(term, ...ook) })),
  ];
  return found.map((ingang) => ({ ...ingang, url: ingang.url.slice(1) }));
}

/** The at most three ways in that fit `query`: those asked for literally first, then those that hold each of its words. */
export function matchIngangen(list: readonly Ingang[], query: string): Ingang[] {
  const asked = fold(query).trim();
  if (asked.length < 3) return [];
  const parts = asked.split(/[^\p{L}\p{N}-]+/u).filter((part) => part.length > 2);
  const holds = ({ woorden }: Ingang) => parts.length > 0 && woorden.some((words) => parts.every((part) => words.split(/[^\p{L}\p{N}-]+/u).some((word) => word.startsWith(part))));
  const exact = list.filter(({ woorden }) => woorden.includes(asked));
  return [...new Set([...exact, ...list.filter(holds)])].slice(0, 3);
}
