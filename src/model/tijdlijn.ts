/** All cases on one line of years. */
import type { Casus, Library } from './library.ts';
import { leesPeriode, type Tijd } from './periode.ts';

export interface Streep extends Tijd {
  casus: Casus;
  /** Where the bar begins and ends on the line; an open end reaches the edge, a single year fills that year. */
  begin: number;
  eind: number;
}

export interface Tijdlijn {
  eerste: number;
  /** The first year that the line does not show. */
  laatste: number;
  /** Years that get a mark. */
  merken: number[];
  strepen: Streep[];
  /** Cases whose period names no year. */
  zonder: Casus[];
}

/** The year of this edition: that of the newest change, since no page may know the day. */
const yearOf = ({ algoritmes, casussen }: Library) => Math.max(...[...algoritmes, ...casussen].map(({ data }) => Number(data.bijgewerkt.slice(0, 4))));

const STAP = 5;
/** How far before its only known year a bar reaches that names an end alone. */
const ONBEKEND = 4;

function streep(casus: Casus, tijd: Tijd, laatste: number): Streep {
  const begin = tijd.van ?? tijd.tot! - ONBEKEND;
  return { casus, ...tijd, begin, eind: tijd.isOpen ? laatste : (tijd.tot ?? begin) + 1 };
}

/** The cases in the order in which they began, with the span of the line. */
export function tijdlijn(library: Library): Tijdlijn {
  const read = library.casussen.map((casus) => ({ casus, tijd: leesPeriode(casus.data.periode) }));
  const known = read.filter(({ tijd }) => tijd.van !== undefined || tijd.tot !== undefined);
  const laatste = Math.max(yearOf(library), ...known.map(({ tijd }) => tijd.tot ?? 0)) + 1;
  const strepen = known.map(({ casus, tijd }) => streep(casus, tijd, laatste)).sort((a, b) => a.begin - b.begin || a.eind - b.eind);
  const eerste = Math.floor(Math.min(laatste - 1, ...strepen.map(({ begin }) => begin)) / STAP) * STAP;
  const merken = Array.from({ length: Math.ceil((laatste - eerste) / STAP) }, (_, index) => eerste + index * STAP);
  return { eerste, laatste, merken, strepen, zonder: read.filter(({ tijd }) => tijd.van === undefined && tijd.tot === undefined).map(({ casus }) => casus) };
}
