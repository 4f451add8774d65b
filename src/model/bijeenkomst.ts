/** A meeting as a link: everything lives behind the hash, so that no server sees it. Pure, for the page and for tests. */

/** A card or case in a meeting. */
export interface Onderdeel {
  code: string;
  minuten: number;
  notitie: string;
}

export interface Bijeenkomst {
  titel: string;
  wanneer: string;
  /** When it starts, as `19:30`; empty when nobody said. */
  begin: string;
  /** Minutes there are. */
  tijd: number;
  onderdelen: Onderdeel[];
}

/** What a link says, and what in it could not be used: parts of the link, shortened, as they stood there. */
export interface Gelezen {
  bijeenkomst: Bijeenkomst;
  weg: string[];
}

export const MOST_ONDERDELEN = 24;
export const MOST_MINUTEN = 600;
const MOST_TEKST = 120;
const MOST_NOTITIE = 600;
const SHOWN = 24;

export const leeg = (): Bijeenkomst => ({ titel: '', wanneer: '', begin: '', tijd: 90, onderdelen: [] });

/** Text as people write it: control and direction marks out, nothing longer than it may be. */
export const schoon = (text: string, most = MOST_TEKST) => text.replace(/[\p{Cc}\p{Bidi_Control}]+/gu, ' ').slice(0, most).trim();

/** Whole minutes from 1 to the most, or undefined. */
export function minuten(text: string): number | undefined {
  const count = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return count >= 1 && count <= MOST_MINUTEN ? count : undefined;
}

const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** `A-21~20~a note`: the note may hold anything, the first two parts may not. */
function readOnderdeel(text: string, known: ReadonlyMap<string, number>): Onderdeel | undefined {
  const [, code = '', minutes = '', note = ''] = /^([AC]-\d\d)(?:~(\d*))?(?:~([\s\S]*))?$/.exec(text) ?? [];
  const standard = known.get(code);
  return standard === undefined ? undefined : { code, minuten: minuten(minutes) ?? standard, notitie: schoon(note, MOST_NOTITIE) };
}

/**
 * Reads what stands behind the hash. `known` gives the minutes that each existing code takes by default. Never throws: what cannot be
 * used is left out and named.
 */
export function readLink(hash: string, known: ReadonlyMap<string, number>): Gelezen {
  const params = new URLSearchParams(hash.replace(/^#/, '').slice(0, 20_000));
  const found = { ...leeg(), titel: schoon(params.get('t') ?? ''), wanneer: schoon(params.get('w') ?? '') };
  const weg: string[] = [];
  const drop = (text: string) => void weg.push(schoon(text, SHOWN) || '?');
  const [begin, tijd] = [params.get('b') ?? '', params.get('m')];
  if (isTime(begin)) found.begin = begin;
  else if (begin) drop(begin);
  if (tijd !== null) {
    if (minuten(tijd) === undefined) drop(tijd);
    found.tijd = minuten(tijd) ?? found.tijd;
  }
  for (const text of params.getAll('k')) {
    const onderdeel = readOnderdeel(text, known);
    const isKept = onderdeel !== undefined && found.onderdelen.length < MOST_ONDERDELEN;
    if (isKept) found.onderdelen.push(onderdeel);
    const written = text.split('~')[1];
    if (!isKept || (written && minuten(written) === undefined)) drop(text);
  }
  for (const name of new Set(params.keys())) if (!['t', 'w', 'b', 'm', 'k', 'erbij'].includes(name)) drop(name);
  return { bijeenkomst: found, weg };
}

/** The codes that a link asks to add to what was chosen already. */
export const readErbij = (hash: string, known: ReadonlyMap<string, number>): Onderdeel[] =>
  new URLSearchParams(hash.replace(/^#/, '').slice(0, 20_000)).getAll('erbij').flatMap((code) => readOnderdeel(code, known) ?? []);

/** What goes behind the hash. */
export function writeLink({ titel, wanneer, begin, tijd, onderdelen }: Bijeenkomst): string {
  const params = new URLSearchParams();
  if (titel) params.set('t', titel);
  if (wanneer) params.set('w', wanneer);
  if (begin) params.set('b', begin);
  params.set('m', String(tijd));
  for (const { code, minuten: count, notitie } of onderdelen) params.append('k', [code, count, ...(notitie ? [notitie] : [])].join('~'));
  return params.toString();
}

/** Minutes that all parts take together. */
export const totaal = ({ onderdelen }: Bijeenkomst) => onderdelen.reduce((sum, { minuten: count }) => sum + count, 0);

/** When each part starts: as a time when the meeting's start is known, as minutes from the start otherwise. */
export function tijden({ begin, onderdelen }: Bijeenkomst): string[] {
  const [hours = 0, minutes = 0] = begin.split(':').map(Number);
  let at = begin ? hours * 60 + minutes : 0;
  return onderdelen.map(({ minuten: count }) => {
    const start = at;
    at += count;
    return begin ? `${String(Math.floor(start / 60) % 24).padStart(2, '0')}:${String(start % 60).padStart(2, '0')}` : `na ${start} min`;
  });
}

/** `list` with the item at `from` moved to `to`; the same list when there is no such place. */
export function verplaats<T>(list: readonly T[], from: number, to: number): T[] {
  const moved = [...list];
  if (to < 0 || to >= list.length || from < 0 || from >= list.length) return moved;
  moved.splice(to, 0, ...moved.splice(from, 1));
  return moved;
}
