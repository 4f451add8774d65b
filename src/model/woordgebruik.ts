/** Where the words of the system turn up in the cases. */
import type { Casus, Library } from './library.ts';
import { fold, inAlphabet, rememberedOf } from './text.ts';

const TEXTS = ['kern', 'kort', 'situatie', 'spanning', 'meervoudig'] as const;
const withoutLinks = (markdown: string) => markdown.replace(/\]\([^)]*\)/g, ']');

/** The text of a case, folded: once per case, since every word is looked for in every case. */
const readable = rememberedOf(({ data, body }: Casus) =>
  fold([...TEXTS.map((field) => data[field]), ...Object.values(data.reflex), ...data.taal.map(({ systeemwoord }) => systeemwoord), withoutLinks(body)].join('\n')),
);

/** The cases that use `woord` as a word of its own, in their text or among the words that clash there, in order of code. */
export function casussenMet({ casussen }: Library, woord: string): Casus[] {
  const sought = fold(woord);
  const whole = new RegExp(String.raw`(?<![\p{L}\d-])${sought.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}(?![\p{L}\d])`, 'u');
  // Most cases do not hold the word in any way, which takes a tenth of the time to see.
  return casussen.filter((casus) => readable(casus).includes(sought) && whole.test(readable(casus)));
}

export interface Woordpaar {
  systeemwoord: string;
  leefwoord: string;
  casus: Casus;
}

/** Every pair of clashing words that a case gives, in alphabetical order. */
export const woordenUitCasussen = ({ casussen }: Library): Woordpaar[] =>
  casussen.flatMap((casus) => casus.data.taal.map((paar) => ({ ...paar, casus }))).sort((a, b) => inAlphabet(a.systeemwoord, b.systeemwoord));
