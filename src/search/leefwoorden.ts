/** Finds the words of organisations in a text of one's own, in whatever form they stand there. Used in the browser. */
import { fold } from '../model/text.ts';
import { stem } from './dutch.ts';

export interface Leefwoord {
  systeemwoord: string;
  leefwoord: string;
}

/** A piece of the text: as it was, and with the word found when it is one. */
export interface Stuk<T extends Leefwoord> {
  tekst: string;
  woord?: T;
}

/** How much text is looked at: a thick report. */
export const MOST_TEXT = 100_000;
/** No word of ours is longer; what is, costs time and is nothing. */
const LONGEST = 40;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*/gu;

interface Word {
  stem: string;
  start: number;
  end: number;
}

/** The words of `text` with their stems, each form worked out once. */
function readWords(text: string, stems: Map<string, string>): Word[] {
  const stemOf = (word: string) => {
    // A stem keeps the s of interventies, which search has no need to lose.
    if (!stems.has(word)) stems.set(word, word.length > LONGEST ? '' : stem(fold(word).replaceAll('-', '').replace(/ies$/, 'ie')));
    return stems.get(word)!;
  };
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ stem: stemOf(word), start: index, end: index + word.length }));
}

/** A function that cuts a text into pieces, with every word of `woorden` a piece of its own; the longest that fits counts. */
export function makeFinder<T extends Leefwoord>(woorden: readonly T[]): (text: string) => Stuk<T>[] {
  const stems = new Map<string, string>();
  const terms = woorden.map((woord) => ({ woord, parts: readWords(woord.systeemwoord, stems).map((word) => word.stem) }));
  terms.sort((a, b) => b.parts.length - a.parts.length);
  const firsts = new Set(terms.map(({ parts }) => parts[0]));

  return (text) => {
    const words = readWords(text.slice(0, MOST_TEXT), stems);
    const pieces: Stuk<T>[] = [];
    let [from, place] = [0, 0];
    while (place < words.length) {
      const found = firsts.has(words[place]!.stem) ? terms.find(({ parts }) => parts.every((part, index) => words[place + index]?.stem === part)) : undefined;
      if (found) {
        const [first, last] = [words[place]!, words[place + found.parts.length - 1]!];
        pieces.push({ tekst: text.slice(from, first.start) }, { tekst: text.slice(first.start, last.end), woord: found.woord });
        from = last.end;
      }
      place += found?.parts.length ?? 1;
    }
    return [...pieces, { tekst: text.slice(from, MOST_TEXT) }].filter(({ tekst }) => tekst !== '');
  };
}
