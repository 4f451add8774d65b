/** Dutch words as search compares them: folded, in tokens, by light stem and by spelling. Used in the build and in the browser. */
import { fold, remembered } from '../model/text.ts';

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
  const found: string[] = [];
  for (const word of fold(text).match(/[a-z0-9]+(?:-[a-z0-9]+)*/g) ?? []) {
    if (word.includes('-')) found.push(word.replaceAll('-', ''), ...word.split('-'));
    else found.push(word);
  }
  return found;
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

/** Strong verbs that change their vowel, with their past forms; the ge- of a participle goes with them. Forms that are nouns as well (namen, leden) stay. */
const STRONG =
  `zwijgen zweeg zwegen|spreken sprak spraken sproken|helpen hielp hielpen holpen|geven gaf|nemen nam nomen|komen kwam kwamen|schrijven schreef schreven|blijven bleef bleven
krijgen kreeg kregen|kiezen koos kozen|verliezen verloor verloren|beginnen begon begonnen|vinden vond vonden|verbinden verbond verbonden|drinken dronk dronken|zitten zat zaten zeten|staan stond stonden
lopen liep liepen|roepen riep riepen|laten liet lieten|houden hield hielden|vallen viel vielen|dragen droeg droegen|slaan sloeg sloegen|vragen vroeg vroegen|brengen bracht brachten|denken dacht dachten
kopen kocht kochten|zoeken zocht zochten|wijzen wees|kijken keek keken|grijpen greep grepen|lijden leed|rijden reed|bieden bood|sluiten sloot sloten|schuiven schoof schoven
trekken trok trokken|breken brak braken broken|sterven stierf stierven storven|werven wierf worven|treffen trof troffen|zien zag zagen|doen deed deden daan|lezen las|eten gegeten|winnen won wonnen|gaan ging gingen`
    .split(/[|\n]/)
    .map((verb) => verb.split(' '));
const BEFORE_VERB = 'aan|achter|af|be|bij|binnen|door|her|in|langs|mee|mis|na|om|onder|ont|op|over|rond|samen|tegen|terug|toe|uit|ver|vol|voor|weg';
const PAST = new RegExp(`^(${BEFORE_VERB})?(?:ge)?(${STRONG.flatMap(([, ...past]) => past).join('|')})$`);
const INFINITIVE = new Map(STRONG.flatMap(([infinitive, ...past]) => past.map((form) => [form, infinitive!] as const)));
const present = (word: string) => word.replace(PAST, (_, before = '', form = '') => `${before}${INFINITIVE.get(form as string)}`);

/** The ge- of a regular participle, alone or after a separable part: geluisterd, aangebeld, doorgegeven. */
const PARTICIPLE = new RegExp(`^(?:ge(?=[a-z]{4,}[^aeiou][dt]$)|(${BEFORE_VERB})ge(?=[a-z]{2,}(?:[^aeiou][dt]|en)$))`);

/** Each rule in turn takes an ending away, when at least three letters stay. */
const ENDINGS: RegExp[] = [
  /(?<=[lmnr])etjes?$/,
  /(?<=m)pjes?$/,
  /(?<=[aeiounrlw])tjes?$/,
  /(?<=[a-z])jes?$/,
  /ische?$/,
  /en$/,
  /(?<=[^aeiou])e$/,
  /(?<=[^aeious])s$/,
  /(?<=[a-z]{3}[^aeiou])[td]$/,
];

/** Spelling that changes with the ending: straten and straat, stappen and stap, huizen and huis. */
const even = (stem: string) =>
  stem
    .replace(/([b-df-hj-np-tv-z])\1$/, '$1')
    .replace(/(a|e|o|u)\1(?=[^aeiou]+$)/, '$1')
    .replace(/v$/, 'f')
    .replace(/z$/, 's');

/**
 * A light stem of a folded word: what forms of one word share. Never shown and never sent to the index; forms are
 * looked up by it in the list of words that exist, so a stem that is no word does no harm.
 */
export const stem: (word: string) => string = remembered(cut);

function cut(word: string): string {
  const regular = IRREGULAR.reduce((found, [ending, instead]) => (found.length > 5 ? found.replace(ending, instead) : found), present(word));
  const bare = regular.replace(PARTICIPLE, (_, before = '') => before as string);
  return even(
    ENDINGS.reduce((found, ending) => {
      const rest = found.replace(ending, '');
      return rest.length >= 3 ? rest : found;
    }, bare),
  );
}

/** Endings that make another word of a verb: beslisser, beslissing, beslissend. */
const DERIVED = /(?:er|ing|aar|ster|end|elijk|baar)+$/;

/** What words made of one verb share; more loosely than a {@link stem}, so that it says they may mean the same and no more. */
export function root(word: string): string {
  const whole = stem(word);
  const bare = whole.replace(DERIVED, '');
  return bare.length >= 4 ? stem(bare) : whole;
}

/** Letters that sound alike in Dutch, each by one of them, and doubled letters once: kamping sounds like camping, geit like gijt. */
const SOUNDS: [RegExp, string][] = [
  [/ij|y/g, 'ei'],
  [/ou/g, 'au'],
  [/ch/g, 'g'],
  [/ph/g, 'f'],
  [/x/g, 'ks'],
  [/[cq]/g, 'k'],
  [/z/g, 's'],
  [/v/g, 'f'],
  [/d$/, 't'],
  [/(.)\1+/g, '$1'],
];

/** How a word sounds, roughly: the same for words that people spell through one another. */
export const sound = (word: string): string => SOUNDS.reduce((found, [letters, instead]) => found.replace(letters, instead), word);

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
export const SHORT_PARTS = new Set(
  'arm bad bal bar bed bel bos bus dag dak eis gas hal hek hof hok ijs jas kas kat kop les lid map net oog oor pad pan pen pet pot rek rij tak tas ton top uur vak vel vis weg wet zak zee zin wijk'.split(
    ' ',
  ),
);
/** Letters that Dutch puts between the parts of a compound. */
export const LINKS = ['', 's', 'e', 'en', 'n', 'er'];
