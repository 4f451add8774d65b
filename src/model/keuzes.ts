/** What the pages that compose and draw know of every card and case: every card and then every case, in order of code. */
import type { Algoritme, Casus, Library } from './library.ts';
import { entryPath } from './paths.ts';

/** A card or case as a meeting knows it. */
export interface Keuze {
  code: string;
  titel: string;
  /** Address within the site, without the leading slash. */
  url: string;
  deel: number;
  /** Minutes to start from; they are the visitor's to change. */
  minuten: number;
}

/** What a drawn card shows. */
export interface Trekkaart extends Omit<Keuze, 'minuten'> {
  kern: string;
  /** The question or the tension at the heart of it. */
  hart: string;
  /** What can be done tomorrow; a case has none. */
  morgen?: string;
  /** A question to open with. */
  vraag: string;
}

/** Minutes for what goes on all the time, and for a case: to read and talk it through. */
const SHORT = 20;
/** What takes longer than this is not done within a meeting but talked about. */
const LONGEST = 60;
const TALK = 30;

function minutesOf({ data }: Algoritme | Casus): number {
  if (!('duur' in data) || data.duur === 'doorlopend') return SHORT;
  return data.duur.min > LONGEST ? TALK : data.duur.min;
}

const isCard = (entry: Algoritme | Casus): entry is Algoritme => 'stappen' in entry.data;
const toUrl = (entry: Algoritme | Casus) => entryPath(entry).slice(1);
const all = ({ algoritmes, casussen }: Library): (Algoritme | Casus)[] => [...algoritmes, ...casussen];

export const keuzes = (library: Library): Keuze[] =>
  all(library).map((entry) => {
    const { code, titel, deel } = entry.data;
    return { code, titel: isCard(entry) ? titel : `${titel} (${entry.data.naam})`, url: toUrl(entry), deel, minuten: minutesOf(entry) };
  });

export const trekkaarten = (library: Library): Trekkaart[] =>
  all(library).map((entry) => {
    const { code, titel, deel, kern, vragen } = entry.data;
    const vraag = vragen.find(({ soort }) => soort === 'openen')!.vraag;
    const eigen = isCard(entry) ? { hart: entry.data.kernvraag, morgen: entry.data.eersteStap } : { hart: entry.data.spanning };
    return { code, titel, deel, url: toUrl(entry), kern, ...eigen, vraag };
  });
