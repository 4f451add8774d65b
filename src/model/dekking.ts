/** For whom and in which deel there is something, and where nothing yet. */
import { DELEN, ROLLEN } from '../schema/waarden.ts';
import type { Members } from './grouping.ts';

/** How many cards and cases of one deel are for one rol. */
export interface Vak {
  deel: number;
  algoritmes: number;
  casussen: number;
}

export interface Dekking {
  rijen: { rol: string; vakken: Vak[] }[];
  /** Roles that miss something in the same delen, with those delen; all delen when there is nothing at all. */
  gaten: { rollen: string[]; delen: number[] }[];
}

export const isLeeg = ({ algoritmes, casussen }: Vak): boolean => algoritmes + casussen === 0;

/** Counts `members` by rol and deel. An entry counts for every rol that it names. */
export function dekking({ algoritmes, casussen }: Members): Dekking {
  const count = (list: readonly { data: { deel: number; rollen: readonly string[] } }[], deel: number, rol: string) =>
    list.filter(({ data }) => data.deel === deel && data.rollen.includes(rol)).length;
  const rijen = ROLLEN.map(({ id, label }) => ({
    rol: label,
    vakken: DELEN.map((deel) => ({ deel, algoritmes: count(algoritmes, deel, id), casussen: count(casussen, deel, id) })),
  }));
  const missing = rijen.map(({ rol, vakken }) => ({ rol, delen: vakken.filter(isLeeg).map(({ deel }) => deel) })).filter(({ delen }) => delen.length > 0);
  const gaten = [...Map.groupBy(missing, ({ delen }) => delen.join())].map(([, same]) => ({ rollen: same.map(({ rol }) => rol), delen: same[0]!.delen }));
  return { rijen, gaten: gaten.sort((a, b) => b.delen.length - a.delen.length) };
}
