/** The orders in which an overview can be read: groups with a heading, each with its entries. */
import { AFLOPEN, DELEN } from '../schema/waarden.ts';
import { GROEPEN, inDeel, membersOf } from './grouping.ts';
import type { Algoritme, Casus, Library } from './library.ts';
import { paths } from './paths.ts';
import { slugify } from './text.ts';

export interface Overzichtsgroep {
  titel: string;
  /** The page that tells more about this group, if there is one. */
  href?: string;
  deel?: number;
  /** Its place in the page, for who links to it. */
  anker?: string;
  items: { entry: Algoritme | Casus; noot?: string }[];
}

const entries = (list: readonly (Algoritme | Casus)[]) => list.map((entry) => ({ entry }));
const filled = (groups: Overzichtsgroep[]) => groups.filter(({ items }) => items.length > 0);

/** The cards, or the cases, by deel. */
export const perDeel = (library: Library, soort: 'algoritmes' | 'casussen'): Overzichtsgroep[] =>
  filled(library.delen.map(({ nummer, titel }) => ({ titel: `Deel ${nummer}: ${titel}`, href: paths.deel(nummer), deel: nummer, items: entries(inDeel(library, nummer)[soort]) })));

/** The countries of the cases, our own first. */
const landen = ({ casussen }: Library) =>
  [...new Set(casussen.map(({ data }) => data.land))].sort((a, b) => Number(b === 'Nederland') - Number(a === 'Nederland') || a.localeCompare(b, 'nl'));
const ankerVan = (land: string) => `land-${slugify(land)}`;

/** How many cases of each deel there are in each country. */
export const perLand = (library: Library): { land: string; anker: string; delen: { deel: number; aantal: number }[] }[] =>
  landen(library).map((land) => ({
    land,
    anker: ankerVan(land),
    delen: DELEN.map((deel) => ({ deel, aantal: library.casussen.filter(({ data }) => data.land === land && data.deel === deel).length })),
  }));

/** The cases by country, and within it by place. */
function perPlaats(library: Library): Overzichtsgroep[] {
  const { casussen } = library;
  return landen(library).map((titel) => ({
    titel,
    anker: ankerVan(titel),
    items: casussen
      .filter(({ data }) => data.land === titel)
      .sort((a, b) => a.data.plaats.localeCompare(b.data.plaats, 'nl'))
      .map((entry) => ({ entry, noot: entry.data.plaats })),
  }));
}

function perOnderwerp(library: Library, id: (typeof GROEPEN)[number]['id']): Overzichtsgroep[] {
  const groep = GROEPEN.find((item) => item.id === id)!;
  return filled(groep.items(library).map((item) => ({ titel: item.titel, href: groep.itemPath(item.id), items: entries(membersOf(library, groep, item.id).casussen) })));
}

const perAfloop = ({ casussen }: Library): Overzichtsgroep[] =>
  filled(
    AFLOPEN.map(({ id, label }) => ({ titel: label, items: casussen.filter(({ data }) => data.afloop.stand === id).map((entry) => ({ entry, noot: entry.data.afloop.tekst })) })),
  );

/** The ways to read the overview of cases; the first is the overview itself. */
export const CASUS_ORDES = [
  { id: 'deel', label: 'deel', kort: 'verdeeld over jezelf, de buurt en ruimte maken', path: paths.casussen, groups: (library: Library) => perDeel(library, 'casussen') },
  { id: 'plaats', label: 'plaats', kort: 'geordend naar waar ze spelen', path: paths.casussenPer('plaats'), groups: perPlaats },
  {
    id: 'leeffunctie',
    label: 'leeffunctie',
    kort: 'geordend naar waar het leven over gaat',
    path: paths.casussenPer('leeffunctie'),
    groups: (library: Library) => perOnderwerp(library, 'leeffuncties'),
  },
  {
    id: 'macro-opgave',
    label: 'macro-opgave',
    kort: 'geordend naar de grote opgave eronder',
    path: paths.casussenPer('macro-opgave'),
    groups: (library: Library) => perOnderwerp(library, 'macro-opgaven'),
  },
  { id: 'afloop', label: 'afloop', kort: 'geordend naar hoe ze afliepen', path: paths.casussenPer('afloop'), groups: perAfloop },
] as const;

/** The one way that has a page of its own: a line of years. */
export const TIJD = { id: 'tijd', label: 'tijd', kort: 'op één lijn van jaren', path: paths.casussenPer('tijd') } as const;
