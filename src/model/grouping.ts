/** Which cards and cases belong to a thema, leeffunctie, macro-opgave or deel. */
import type { OnderwerpData } from '../schema/onderwerp.ts';
import type { Algoritme, Casus, Library } from './library.ts';
import { paths } from './paths.ts';

export interface Members {
  algoritmes: Algoritme[];
  casussen: Casus[];
}

/** The three ways to group by subject: where they live, how they are called and which field of an entry counts. */
export const GROEPEN = [
  {
    id: 'themas',
    enkel: 'Thema',
    titel: 'Thema’s',
    kort: 'Zeventien draden die door alle kaarten en casussen lopen.',
    path: paths.themas,
    itemPath: paths.thema,
    items: (library: Library): OnderwerpData[] => library.themas,
    idsOf: ({ data }: Algoritme | Casus): readonly string[] => data.themas,
  },
  {
    id: 'leeffuncties',
    enkel: 'Leeffunctie',
    titel: 'Leeffuncties',
    kort: 'Waar het leven van alledag over gaat: eten, wonen, zorgen, elkaar zien.',
    path: paths.leeffuncties,
    itemPath: paths.leeffunctie,
    items: (library: Library): OnderwerpData[] => library.leeffuncties,
    idsOf: ({ data }: Algoritme | Casus): readonly string[] => ('leeffuncties' in data ? data.leeffuncties : []),
  },
  {
    id: 'macro-opgaven',
    enkel: 'Macro-opgave',
    titel: 'Macro-opgaven',
    kort: 'Grote vragen die geen straat alleen oplost, en die toch in een straat beginnen.',
    path: paths.macroOpgaven,
    itemPath: paths.macroOpgave,
    items: (library: Library): OnderwerpData[] => library.macroOpgaven,
    idsOf: ({ data }: Algoritme | Casus): readonly string[] => ('macroOpgaven' in data ? data.macroOpgaven : []),
  },
] as const;

export type Groep = (typeof GROEPEN)[number];

/** The cards and cases that `idsOf` puts under `id`, each list in its own order. */
export function membersOf(library: Library, { idsOf }: Groep, id: string): Members {
  const belongs = (entry: Algoritme | Casus) => idsOf(entry).includes(id);
  return { algoritmes: library.algoritmes.filter(belongs), casussen: library.casussen.filter(belongs) };
}

const delen = new WeakMap<Library, Map<number, Members>>();

/** The cards and cases of a deel. Found once, since the page of every entry asks for those around it. */
export function inDeel(library: Library, nummer: number): Members {
  const known = delen.get(library) ?? new Map<number, Members>();
  const belongs = ({ data }: Algoritme | Casus) => data.deel === nummer;
  const found = known.get(nummer) ?? { algoritmes: library.algoritmes.filter(belongs), casussen: library.casussen.filter(belongs) };
  delen.set(library, known.set(nummer, found));
  return found;
}

const places = new WeakMap<readonly unknown[], Map<string, number>>();

/** The entries before and after `entry` in a list that holds it; undefined at either end. */
export function neighbours<T extends { slug: string }>(list: readonly T[], { slug }: T): { previous: T | undefined; next: T | undefined } {
  const known = places.get(list) ?? new Map(list.map((entry, index) => [entry.slug, index]));
  places.set(list, known);
  const index = known.get(slug)!;
  return { previous: list[index - 1], next: list[index + 1] };
}
