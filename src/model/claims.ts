/** What a case may claim: a number or a name only with its source behind it, and no number above the text that the text itself lacks. */
import type { CasusData } from '../schema/casus.ts';
import { CIJFERS } from '../schema/code.ts';
import { FOOTNOTE, sentencesIn } from './text.ts';

const TENS = '(?:(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen)(?:en|ën))?(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig';
const TEENS = 'elf|twaalf|(?:der|veer|vijf|zes|zeven|ach|negen)tien';
const LARGE = '(?:anderhalf|twee|drie|vier|vijf|zes|zeven|acht|negen|tien)?(?:honderd|duizend)(?:en|tal)?|miljoen(?:en)?|miljard(?:en)?';
/** Digits, and number words above ten with their ordinals. Words up to ten are left: they count nothing in ‘een van de twee’. (Two looks behind: the first is quick, and mostly enough.) */
const NUMBER = new RegExp(String.raw`(?<![a-z\d])(?<!\p{L})(?:\d+(?:[.,:]\d+)*|(?:${TENS}|${TEENS}|${LARGE})(?:ste|de)?)(?![\p{L}\d])`, 'giu');
const CARD_CODE = new RegExp(String.raw`\b[AC]-${CIJFERS}\b`, 'g');

/** The numbers in `text` as written, in lower case, each once. */
export const numbersIn = (text: string): string[] => [...new Set((text.replace(CARD_CODE, '').match(NUMBER) ?? []).map((found) => found.toLowerCase()))];

/** Stands for a footnote mark, moved before the full stop so that it stays with its sentence. */
const MARK = '\uE000';

function markedSentences(paragraph: string): string[] {
  const marks = `(?:${FOOTNOTE.replace('(', '(?:')})+`;
  const moved = paragraph.replace(new RegExp(`([.?!…]’?)${marks}`, 'gu'), `${MARK}$1`).replace(new RegExp(marks, 'gu'), MARK);
  return sentencesIn(moved).map((sentence) => sentence.trim());
}

/** Words that a case may write with a capital without a source: its own name, place and country, and what derives from them (Rotterdamse). */
const ownNames = ({ naam, plaats, land }: Claims) => [...new Set(`${naam} ${plaats} ${land} Nederland`.match(/\p{L}{3,}/gu) ?? [])].map((word) => word.slice(0, 5));

/** The first name in a sentence: a capital that no sentence, quotation or colon asks for, or a publisher of one of the sources. */
function nameIn(sentence: string, own: readonly string[], publishers: readonly string[]): string | undefined {
  const capitals = sentence.match(/(?<=[\p{L}\d,)’] )\(?\p{Lu}[\p{L}\d-]*/gu) ?? [];
  const isOwn = (word: string) => own.some((start) => word.toLowerCase().startsWith(start.toLowerCase()));
  return capitals.map((word) => word.replace('(', '')).find((word) => !isOwn(word)) ?? publishers.find((name) => sentence.includes(name) && !isOwn(name));
}

type Claims = Pick<CasusData, 'naam' | 'plaats' | 'land' | 'bronnen'>;

/** The sentences of a case's `paragraph` (footnote marks left in, links as their text) that hold a number or a name and no source. */
export function unsourced(paragraph: string, casus: Claims): { sentence: string; claim: string }[] {
  const own = ownNames(casus);
  const publishers = casus.bronnen.map(({ uitgever }) => uitgever);
  return markedSentences(paragraph).flatMap((sentence) => {
    const claim = sentence.includes(MARK) ? undefined : (numbersIn(sentence)[0] ?? nameIn(sentence, own, publishers));
    return claim === undefined ? [] : [{ sentence, claim }];
  });
}

/** The fields that are read apart from the text and may hold no number which the text does not source. */
export const CLAIM_FIELDS = ['kern', 'kort', 'situatie', 'afloop', 'periode'] as const;

/** The numbers in `field` that do not occur in `body`. */
export function strayNumbers(field: string, body: string): string[] {
  const numbers = numbersIn(field);
  // Most fields hold none.
  const known = new Set(numbers.length > 0 ? numbersIn(body) : []);
  return numbers.filter((number) => !known.has(number));
}
