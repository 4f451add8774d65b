import { countWords } from '../schema/tellen.ts';

const segmenter = new Intl.Segmenter('nl', { granularity: 'sentence' });

export interface Readability {
  sentences: number;
  /** Words per sentence. */
  mean: number;
  longest: { words: number; sentence: string };
  /** Flesch-Douma reading ease: about 80 is plain, below 50 is hard. */
  flesch: number;
}

/** The sentences in blocks of text; a colon, a semicolon and a closing quote before a capital end one too. */
export function sentencesOf(blocks: readonly string[]): string[] {
  return blocks
    .flatMap((block) => [...segmenter.segment(block)].flatMap(({ segment }) => segment.split(/(?<=[:;])\s/)))
    .map((sentence) => sentence.trim())
    .filter((sentence) => countWords(sentence) > 0);
}

/** Syllables as groups of vowels; a diaeresis starts a new one. An estimate, and good enough for a mean. */
const syllables = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[äëïöü]?[aeiouyáàâéèêíìîóòôúùû]+|[äëïöü]/gu)?.length ?? 0;

/**
 * How readable blocks of text are. The ease is Douma's version of Flesch for Dutch (W.H. Douma,
 * De leesbaarheid van landbouwbladen, 1960): 206.84 − 77 × syllables per word − 0.93 × words per sentence.
 */
export function readability(blocks: readonly string[]): Readability {
  const sentences = sentencesOf(blocks);
  const words = sentences.map(countWords);
  const total = words.reduce((sum, count) => sum + count, 0);
  const longest = words.indexOf(Math.max(...words));
  const mean = total / sentences.length;
  return {
    sentences: sentences.length,
    mean,
    longest: { words: words[longest] ?? 0, sentence: sentences[longest] ?? '' },
    flesch: 206.84 - 77 * (syllables(sentences.join(' ')) / total) - 0.93 * mean,
  };
}
