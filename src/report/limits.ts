/** What stands in a redactierapport, and what in it is over a limit. By itself: whoever only shows a report needs no dictionary. */
import { VOLTALLIG } from '../schema/waarden.ts';
import type { Readability } from './readability.ts';
import type { Alike } from './similarity.ts';

/** Where the check of a build leaves the report of what it has read, so that no page has to work it out again. */
export const RAPPORT = '.build/rapport.json';

/** Above these a text goes back to its writer (schrijfwijzer). */
export const LIMITS = { meanSentence: 14, longestSentence: 25, sharedShingles: 0.08, sameAbsentVoice: 4, unhappy: 1 / 3 } as const;

export interface EntryReport extends Readability {
  code: string;
  titel: string;
  bijgewerkt: string;
}

export interface Report {
  counts: { titel: string; rows: [name: string, count: string][] }[];
  entries: EntryReport[];
  unknownWords: { word: string; codes: string[] }[];
  banned: { code: string; phrase: string; passage: string }[];
  alike: Alike[];
  /** Absent voices that return in more cases than the schrijfwijzer allows. */
  repeatedVoices: { wie: string; codes: string[] }[];
  orphans: string[];
  /** Entries whose last change lies a year or more before the newest one. */
  stale: string[];
  unhappyShare: number;
  sources: number;
}

/** What is over a limit, as sentences for an editor; empty when the texts may go out. */
export function overLimits({ entries, unknownWords, banned, alike, repeatedVoices, unhappyShare }: Report): string[] {
  const whole = entries.filter(({ code }) => code.startsWith('C')).length >= VOLTALLIG.casussen;
  return [
    ...(whole && unhappyShare < LIMITS.unhappy
      ? [`Gemengd of mislukt is ${(unhappyShare * 100).toFixed(0)}% van de casussen; minstens een derde hoort niet goed af te lopen.`]
      : []),
    ...entries
      .filter(({ mean }) => mean > LIMITS.meanSentence)
      .map(({ code, mean }) => `${code}: zinnen van gemiddeld ${mean.toFixed(1)} woorden; hoogstens ${LIMITS.meanSentence}.`),
    ...entries
      .filter(({ longest }) => longest.words > LIMITS.longestSentence)
      .map(({ code, longest }) => `${code}: een zin van ${longest.words} woorden; hoogstens ${LIMITS.longestSentence}: ${longest.sentence}`),
    ...unknownWords.map(({ word, codes }) => `${codes.join(', ')}: onbekend woord ‘${word}’. Verbeter het of zet het in content/spelling.txt.`),
    ...banned.map(({ code, phrase, passage }) => `${code}: ‘${phrase}’ willen we niet lezen: …${passage}…`),
    ...alike
      .filter(({ share }) => share > LIMITS.sharedShingles)
      .map(({ pair, share }) => `${pair.join(' en ')} delen ${(share * 100).toFixed(1)}% van hun zinsdelen; hoogstens ${LIMITS.sharedShingles * 100}%.`),
    ...repeatedVoices.map(({ wie, codes }) => `${codes.join(', ')}: de afwezige stem is steeds ‘${wie}’; hoogstens ${LIMITS.sameAbsentVoice} keer.`),
  ];
}
