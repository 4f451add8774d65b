/** How the time of a meeting runs. */
import type { Bijeenkomst, Onderdeel, Verlies } from './bijeenkomst.ts';
import type { Keuze } from './keuzes.ts';

/** Minutes for an item of one's own, such as a break. */
export const EIGEN_MINUTEN = 15;

/** Gives each item its title and minutes; items that the library does not have are left out and named. */
export function fillIn(bijeenkomst: Bijeenkomst, known: ReadonlyMap<string, Keuze>): { bijeenkomst: Bijeenkomst; verlies: Verlies[] } {
  const isLost = ({ code }: Onderdeel) => code !== '' && !known.has(code);
  const fill = (item: Onderdeel): Onderdeel => ({
    ...item,
    titel: known.get(item.code)?.titel ?? item.titel,
    minuten: item.minuten ?? known.get(item.code)?.minuten ?? EIGEN_MINUTEN,
  });
  return {
    bijeenkomst: { ...bijeenkomst, onderdelen: bijeenkomst.onderdelen.filter((item) => !isLost(item)).map(fill) },
    verlies: bijeenkomst.onderdelen.filter(isLost).map(({ code }) => ({ soort: 'kaart', wat: code })),
  };
}

const DAY = 24 * 60;
const clock = (minutes: number) => [Math.floor((minutes % DAY) / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

export interface Agenda {
  /** Per item when it starts and ends; empty without a time to begin. */
  tijden: { van: string; tot: string }[];
  totaal: number;
  /** When all is done; empty without a time to begin. */
  einde: string;
  /** Minutes left, below zero when it does not fit; undefined when there is no limit. */
  over: number | undefined;
}

/** Runs the items one after the other. */
export function agenda({ begin, tijd, onderdelen }: Bijeenkomst): Agenda {
  const [hours, minutes] = begin.split(':').map(Number);
  const start = begin === '' ? undefined : hours! * 60 + minutes!;
  const at = (passed: number) => (start === undefined ? '' : clock(start + passed));
  let totaal = 0;
  const tijden = onderdelen.map((item) => ({ van: at(totaal), tot: at((totaal += item.minuten ?? 0)) }));
  return { tijden, totaal, einde: at(totaal), over: tijd === undefined ? undefined : tijd - totaal };
}

/** `list` with the item at `from` moved to `to`. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, to), list[from]!, ...rest.slice(to)];
}
