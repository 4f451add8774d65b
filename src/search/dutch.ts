/** Dutch words as search compares them: folded, in tokens, by light stem and by spelling. Used in the build and in the browser. */
import { fold } from '../model/text.ts';

/** Words that carry no subject. Words with content that other lists drop (alleen, buiten) stay in. */
const STOP = new Set(
  `de het een en of maar want dus als dan dat die dit deze daar er hier waar wat wie welke hoe waarom wanneer is zijn was waren ben bent wordt worden werd hebben heeft had heb
  kan kunnen kun mag mogen moet moeten wil willen zal zullen zou gaan gaat ga doe doen doet krijg krijgen krijgt laat laten ik jij je u hij zij ze wij we jullie men mij me mijn jouw uw ons
  onze hun haar hem zich zelf in op aan bij met van voor naar tot tegen over onder door om uit te af toe mee tussen zonder tijdens na sinds per via niet geen wel ook nog al meer minder
  altijd heel erg zo toch even iets iemand alle alles elke ieder graag goed beter weer binnen ander andere werkt weet vind vinden maak pak gebruik tips`.split(/\s+/),
);

export const isStopword = (word: string) => STOP.has(word);

/** The words of `text`, folded; a word with hyphens counts whole, glued and in parts. */
export function tokens(text: string): string[] {
  return (fold(text).match(/[a-z0-9]+(?:-[a-z0-9]+)*/g) ?? []).flatMap((word) => (word.includes('-') ? [word.replaceAll('-', ''), ...word.split('-')] : [word]));
}

/** Words that change inside, as endings, so that raadsleden finds raadslid; and roots that two endings share. */
const IRREGULAR: [RegExp, string][] = [
  [/steden$/, 'stad'],
  [/leden$/, 'lid'],
  [/schepen$/, 'schip'],
  [/kinderen$/, 'kind'],
  [/heden$/, 'heid'],
  [/zonen$/, 'zoon'],
  [/crati(?:e|sche?)$/, 'crat'],
  [/aties?$/, 'eren'],
];

/** Each rule in turn takes an ending away, when at least three letters stay. */
const ENDINGS: RegExp[] = [/(?<=[lmnr])etjes?$/, /(?<=m)pjes?$/, /(?<=[aeiounrlw])tjes?$/, /(?<=[a-z])jes?$/, /ische?$/, /en$/, /(?<=[^aeiou])e$/, /(?<=[^aeious])s$/, /(?<=[^aeiou])[td]$/];

/** Spelling that changes with the ending: straten and straat, stappen and stap, huizen and huis. */
const even = (stem: string) => stem.replace(/([b-df-hj-np-tv-z])\1$/, '$1').replace(/(a|e|o|u)\1(?=[^aeiou]+$)/, '$1').replace(/v$/, 'f').replace(/z$/, 's');

/**
 * A light stem of a folded word: what forms of one word share. Never shown and never sent to the index; forms are
 * looked up by it in the list of words that exist, so a stem that is no word does no harm.
 */
export function stem(word: string): string {
  const regular = IRREGULAR.reduce((found, [ending, instead]) => (found.length > 5 ? found.replace(ending, instead) : found), word);
  const bare = /^ge[a-z]{4,}[^aeiou][dt]$/.test(regular) ? regular.slice(2) : regular;
  return even(ENDINGS.reduce((found, ending) => (found.replace(ending, '').length >= 3 ? found.replace(ending, '') : found), bare));
}

/** The number of typing errors between two words: insertions, deletions, substitutions and swaps of neighbours (Damerau 1964), or `limit` + 1 when it is more. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let [before, previous]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j]!, before[j - 2]! + 1);
    }
    if (Math.min(...row) > limit) return limit + 1;
    [before, previous] = [previous, row];
  }
  return previous[b.length]!;
}

/** Short words that do take part in compounds; other short ones (te, den, ten) would split every slip. */
export const SHORT_PARTS = new Set('arm bad bal bar bed bel bos bus dag dak eis gas hal hek hof hok ijs jas kas kat kop les lid map net oog oor pad pan pen pet pot rek rij tak tas ton top uur vak vel vis weg wet zak zee zin wijk'.split(' '));
/** Letters that Dutch puts between the parts of a compound. */
export const LINKS = ['', 's', 'e', 'en', 'n', 'er'];
