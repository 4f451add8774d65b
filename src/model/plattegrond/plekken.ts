/** Where every card and case stands on the map: a ring of cards, from the top down the left side and up the right in the order of their codes, each with its cases on a stem to the inside. */
import { cluster, hierarchy, type HierarchyPointNode } from 'd3-hierarchy';
import type { Algoritme, Casus, Library } from '../library.ts';
import { entryPath } from '../paths.ts';
import { twoLines } from './maten.ts';

/** Measures in the unit of the drawing, which is about a pixel on a wide screen. */
export const MATEN = { breed: 1200, rand: 16, regel: 34, straal: 358, kaart: { b: 48, h: 28 }, casus: { b: 42, h: 26 }, kier: 5, letter: 14, interlinie: 15 } as const;

/** So many entries fit on the map with all their cases; above that it holds cards alone. */
export const MET_CASUSSEN = 300;

export interface Punt {
  x: number;
  y: number;
}

export interface Plek extends Punt {
  code: string;
  titel: string;
  href: string;
  deel: number;
}

export interface Kaartplek extends Plek {
  /** Right of the middle or left of it: to which side its title runs. */
  kant: 1 | -1;
  regels: string[];
  casussen: Casusplek[];
  /** Where its lines begin. */
  begin: Punt;
}

export interface Casusplek extends Plek {
  naam: string;
  /** How the card is in it: applied, could have been, or a warning. */
  relatie: Casus['data']['algoritmes'][number]['relatie'];
}

/** What d3 lays out: the library, its delen, their cards. */
interface Tak {
  deel?: number;
  kaart?: Algoritme;
  takken?: Tak[];
}
export type Knoop = HierarchyPointNode<Tak>;

/** A-100 comes after A-99. */
const { compare: byNumber } = new Intl.Collator('nl', { numeric: true });

/** The tree of the library, with each card between 0 and 1 around the ring and a gap between delen. */
export function ring({ delen, algoritmes }: Pick<Library, 'delen' | 'algoritmes'>): Knoop {
  const inOrder = algoritmes.toSorted((a, b) => byNumber(a.data.code, b.data.code));
  const takken = delen.map(({ nummer }) => ({ deel: nummer, takken: inOrder.filter(({ data }) => data.deel === nummer).map((kaart) => ({ kaart })) }));
  const tree = hierarchy<Tak>({ takken: takken.filter((tak) => tak.takken.length > 0) }, ({ takken: own }) => own);
  return cluster<Tak>()
    .size([1, 1])
    .separation((a, b) => (a.parent === b.parent ? 1 : 2.4))(tree);
}

const round = (value: number) => Math.round(value * 10) / 10;

/** How high the drawing is with so many cards: they stand under each other on two sides. */
export const hoogte = (count: number) => Math.max(420, Math.ceil(((count + 4.2) / 2) * MATEN.regel) + 2 * MATEN.rand);

/** The point of the ring at `t`, from the top down the left side: even in height, so that no title touches the next, and round as a lens is. */
export function opRing(t: number, hoog: number): Punt & { kant: 1 | -1 } {
  const half = hoog / 2 - MATEN.rand;
  const kant = t < 0.5 ? -1 : 1;
  const down = t < 0.5 ? -1 + 4 * t : 3 - 4 * t;
  const x = MATEN.breed / 2 + kant * MATEN.straal * (1 - Math.abs(down * 0.955) ** 2.3) ** (1 / 2.3);
  return { x: round(x), y: round(hoog / 2 + down * half), kant };
}

/** The cases of each card: those that name it first. */
function thuis(casussen: readonly Casus[]): Map<string, Casus[]> {
  return Map.groupBy(
    casussen.toSorted((a, b) => byNumber(a.data.code, b.data.code)),
    ({ data }) => data.algoritmes[0]!.code,
  );
}

function casusplek(casus: Casus, index: number, at: Punt & { kant: 1 | -1 }): Casusplek {
  const { code, titel, naam, deel, algoritmes } = casus.data;
  const away = MATEN.kaart.b / 2 + MATEN.kier + MATEN.casus.b / 2 + index * (MATEN.casus.b + MATEN.kier);
  return { code, titel, naam, deel, relatie: algoritmes[0]!.relatie, href: entryPath(casus), x: round(at.x - at.kant * away), y: at.y };
}

/** How much room a title has beside a card that stands at `x`. */
const room = (x: number) => MATEN.breed / 2 - Math.abs(x - MATEN.breed / 2) - MATEN.kaart.b / 2 - 14;

function kaartplek(kaart: Algoritme, t: number, hoog: number, casussen: readonly Casus[]): Kaartplek {
  const at = opRing(t, hoog);
  const own = casussen.map((casus, index) => casusplek(casus, index, at));
  const end = own.at(-1);
  const inner = end ? end.x - at.kant * (MATEN.casus.b / 2) : at.x - at.kant * (MATEN.kaart.b / 2);
  const { code, titel, deel } = kaart.data;
  return { code, titel, deel, href: entryPath(kaart), ...at, regels: twoLines(titel, MATEN.letter, room(at.x)), casussen: own, begin: { x: round(inner), y: at.y } };
}

/** The place of every card, and beside it of its cases when `withCases` says so; around the ring. */
export function plekken(library: Library, tree: Knoop, withCases: boolean): Kaartplek[] {
  const home = thuis(withCases ? library.casussen : []);
  const hoog = hoogte(library.algoritmes.length);
  return tree.leaves().flatMap(({ x, data: { kaart } }) => (kaart ? [kaartplek(kaart, x, hoog, home.get(kaart.data.code) ?? [])] : []));
}
