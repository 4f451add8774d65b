/** When a case ran, read from its `periode` as an editor writes it: ‘2012 tot nu’, ‘vanaf eind jaren tachtig’, ‘rond 2010’. */

export interface Tijd {
  /** The first and the last year, as far as the text names one. */
  van: number | undefined;
  tot: number | undefined;
  /** The text names no end: it goes on, or nobody wrote down when it ended. */
  isOpen: boolean;
}

const TIENTALLEN: Record<string, number> = { tien: 2010, twintig: 2020, vijftig: 1950, zestig: 1960, zeventig: 1970, tachtig: 1980, negentig: 1990 };
/** Where in its ten years a word puts a case. */
const PLAATS: Record<string, number> = { begin: 1, halverwege: 5, midden: 5, eind: 9 };

const DECENNIUM = new RegExp(`(?:(begin|halverwege|midden|eind) )?(?:de )?jaren (${Object.keys(TIENTALLEN).join('|')})`, 'g');
const EEUW = /(?:begin|start) (?:van )?deze eeuw/g;

/** `text` with every year in digits. */
const inDigits = (text: string) =>
  text.replace(DECENNIUM, (_, deel: string | undefined, tien: string) => String(TIENTALLEN[tien]! + (deel ? PLAATS[deel]! : 5))).replace(EEUW, '2001');

const years = (text: string) => [...text.matchAll(/\b(?:19|20)\d\d\b/g)].map(([year]) => Number(year));

/** The years in `periode`. Both are undefined when it names none. */
export function leesPeriode(periode: string): Tijd {
  const text = inDigits(periode.toLowerCase());
  const [before, after] = text.split(/\btot(?: en met)?\b/);
  if (after !== undefined) return { van: years(before!)[0], tot: years(after).at(-1), isOpen: /\b(nu|heden)\b/.test(after) };
  const [first] = years(text);
  const isOpen = /^(vanaf|sinds)\b/.test(text);
  return { van: first, tot: isOpen ? undefined : years(text).at(-1), isOpen };
}
