import { sentencesIn } from '../model/text.ts';
import { countWords } from '../schema/tellen.ts';

export interface Readability {
  sentences: number;
  /** Words per sentence. */
  mean: number;
  longest: { words: number; sentence: string };
  /** Flesch-Douma reading ease: about 80 is plain, below 50 is hard. */
  flesch: number;
}

/** The sentences in blocks of text, with how many words they hold; a colon, a semicolon and a closing quote before a capital end one too. */
export function sentencesOf(blocks: readonly string[]): Readability['longest'][] {
  return blocks
    .flatMap((block) => sentencesIn(block).flatMap((sentence) => sentence.split(/(?<=[:;])\s/)))
    .map((sentence) => ({ words: countWords(sentence), sentence: sentence.trim() }))
    .filter(({ words }) => words > 0);
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
  const total = sentences.reduce((sum, { words }) => sum + words, 0);
  const [longest = { words: 0, sentence: '' }] = sentences.toSorted((a, b) => b.words - a.words);
  const mean = total / sentences.length;
  return {
    sentences: sentences.length,
    mean,
    longest,
    flesch: 206.84 - 77 * (syllables(sentences.map(({ sentence }) => sentence).join(' ')) / total) - 0.93 * mean,
  };
}
