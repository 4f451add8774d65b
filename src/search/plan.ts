/** From what a visitor types to the words that exist on this site: forms, parts, and spelling. Pure, so that a test can ask it. */
import { distance, isStopword, LINKS, root, SHORT_PARTS, sound, stem, tokens } from './dutch.ts';
import type { Lexicon } from './words.ts';

/** A word to ask the index for, and how much a hit on it counts. */
export interface Variant {
  form: string;
  weight: number;
}

/** One word of the question: what was typed, and what to ask for. `corrected` says that the typed word exists nowhere. */
export interface Asked {
  typed: string;
  variants: Variant[];
  corrected: boolean;
}

const MOST_VARIANTS = 3;

type Find = (word: string, lexicon: Lexicon) => Variant[];

const common = ({ counts }: Lexicon, words: Iterable<string>) => [...words].sort((a, b) => counts.get(b)! - counts.get(a)! || a.localeCompare(b));
const asVariants = (words: readonly string[], weight: number) => words.slice(0, MOST_VARIANTS).map((form) => ({ form, weight }));

/** The word itself first, then the commonest other forms with the same stem. */
const sameStem: Find = (word, lexicon) => {
  const forms = common(lexicon, lexicon.byStem.get(stem(word)) ?? []);
  return asVariants(forms.includes(word) ? [word, ...forms.filter((form) => form !== word)] : forms, 1);
};

const longerForms: Find = (word, lexicon) =>
  word.length < 3
    ? []
    : asVariants(
        common(
          lexicon,
          [...lexicon.counts.keys()].filter((form) => form.startsWith(word)),
        ),
        0.5,
      );

/** A word that so few entries hold may not be the one that most of them use. */
const RARE = 4;
/** Per list of words, those with the same root: made when someone first asks for a rare word. */
const families = new WeakMap<Lexicon, Map<string, string[]>>();

function familiesOf(lexicon: Lexicon): Map<string, string[]> {
  const found = families.get(lexicon) ?? Map.groupBy(lexicon.counts.keys(), root);
  families.set(lexicon, found);
  return found;
}

/** Words made of the same verb as a rare one, of which `forms` are known: who types beslissers is glad with beslissen. */
function relatives(word: string, forms: readonly Variant[], lexicon: Lexicon): Variant[] {
  const count = forms.reduce((sum, { form }) => sum + lexicon.counts.get(form)!, 0);
  if (count > RARE) return [];
  const others = (familiesOf(lexicon).get(root(word)) ?? []).filter((other) => !forms.some(({ form }) => form === other));
  return asVariants(common(lexicon, others), 0.3);
}

const isPart = (part: string, { counts, byStem }: Lexicon) =>
  !isStopword(part) && (part.length >= 4 || SHORT_PARTS.has(part)) && (counts.has(part) || (byStem.has(stem(part)) && part.length >= 4));

/** Two known parts, the longest first part first: buurttuin asks for buurt and tuin. */
function split(word: string, lexicon: Lexicon): [string, string] | undefined {
  for (let end = word.length - 3; end >= 3; end -= 1) {
    const first = word.slice(0, end);
    if (!isPart(first, lexicon)) continue;
    for (const link of LINKS) {
      const rest = word.slice(end + link.length);
      if (word.slice(end).startsWith(link) && isPart(rest, lexicon)) return [first, rest];
    }
  }
  return undefined;
}

/** What the parts of a compound count for: less when the compound itself stands on the site. */
const PART_OF_KNOWN = 0.2;
const PART_OF_UNKNOWN = 0.7;

const asParts = (word: string, weight: number, lexicon: Lexicon): Asked[] =>
  (split(word, lexicon) ?? []).map((part) => ({ typed: word, variants: sameStem(part, lexicon).map(({ form }) => ({ form, weight })), corrected: false }));

/** How a word sounds as it stands, and without its ending. */
const hear = (word: string): [string, string] => [sound(word), sound(stem(word))];
/** Per list of words, how each sounds: made when someone first misspells. */
const heard = new WeakMap<Lexicon, Map<string, [string, string]>>();

function soundsOf(lexicon: Lexicon): Map<string, [string, string]> {
  const sounds = heard.get(lexicon) ?? new Map([...lexicon.counts.keys()].map((form) => [form, hear(form)]));
  heard.set(lexicon, sounds);
  return sounds;
}

/** People seldom miss the first letter, or swap it with the next. */
const startAlike = (a: string, b: string) => a[0] === b[0] || (a[0] === b[1] && a[1] === b[0]);

/** The word with at most `limit` errors to the ear, with or without its ending: the nearest by ear, then by eye, commoner words first. */
const respelled =
  (limit: number): Find =>
  (word, lexicon) => {
    if (word.length < 4) return [];
    const ear = hear(word);
    const near = [...soundsOf(lexicon)].flatMap(([form, sounds]) => {
      if (form.length < 3 || !startAlike(ear[0], sounds[0])) return [];
      const errors = Math.min(...ear.map((typed, place) => distance(typed, sounds[place]!, limit)));
      const seen = errors > limit ? Infinity : distance(word, form, limit + 2);
      return seen > limit + 2 ? [] : [{ form, rank: 2 * errors + seen - (ear[0][0] === sounds[0][0] ? 2 : 0) - Math.log2(1 + lexicon.counts.get(form)!) / 4 }];
    });
    return asVariants(
      near
        .sort((a, b) => a.rank - b.rank)
        .slice(0, 1)
        .map(({ form }) => form),
      0.8,
    );
  };

/** The longest known word that `word` starts or ends with; at least five letters and half of it, or it is chance. */
const knownEnd: Find = (word, lexicon) => {
  for (let length = word.length - 1; length >= Math.max(5, word.length / 2); length -= 1) {
    const known = [word.slice(0, length), word.slice(-length)].filter((part) => lexicon.counts.has(part) && !isStopword(part));
    if (known.length > 0) return asVariants(known, 0.6);
  }
  return [];
};

/** Words with at least five letters and 60% of the front in common. */
const sharedFront: Find = (word, lexicon) => {
  const front = word.slice(0, Math.max(5, Math.ceil(word.length * 0.6)));
  return front.length >= word.length
    ? []
    : asVariants(
        common(
          lexicon,
          [...lexicon.counts.keys()].filter((form) => form.startsWith(front)),
        ),
        0.5,
      );
};

/** A word that a list of the commonest words lacks may still stand in the index: asks for it as well as for what it may have meant. */
const orItself = (asked: Asked[], word: string): Asked[] =>
  asked.map((item) => ({ ...item, corrected: false, variants: [{ form: word, weight: 1 }, ...item.variants.filter(({ form }) => form !== word)] }));

/** Tries each way in turn; the first that finds something answers. */
function ask(word: string, lexicon: Lexicon): Asked[] {
  // On a large site every form is another part of the index to load, and the index joins most forms itself.
  if (lexicon.isPart && lexicon.counts.has(word)) return [{ typed: word, variants: [{ form: word, weight: 1 }], corrected: false }];
  const asked = askKnown(word, lexicon);
  return lexicon.isPart ? orItself(asked, word) : asked;
}

function askKnown(word: string, lexicon: Lexicon): Asked[] {
  // Numbers are not in the list.
  if (/^\d+$/.test(word)) return [{ typed: word, variants: [{ form: word, weight: 1 }], corrected: false }];
  const known = [sameStem, longerForms].map((find) => find(word, lexicon)).find(({ length }) => length > 0);
  if (known) return [{ typed: word, variants: [...known, ...relatives(word, known, lexicon)], corrected: false }, ...asParts(word, PART_OF_KNOWN, lexicon)];
  const slip = word.length >= 6 ? respelled(1)(word, lexicon) : [];
  if (slip.length > 0) return [{ typed: word, variants: slip, corrected: true }];
  const parts = asParts(word, PART_OF_UNKNOWN, lexicon);
  // The list leaves rare compounds out: the index may hold the whole word.
  if (parts.length > 0) return [{ typed: word, variants: [{ form: word, weight: PART_OF_UNKNOWN }], corrected: false }, ...parts];
  const guess = [respelled(word.length >= 6 ? 2 : 1), knownEnd, sharedFront].map((find) => find(word, lexicon)).find(({ length }) => length > 0) ?? [];
  return [{ typed: word, variants: guess, corrected: guess[0]?.weight === 0.8 }];
}

/** The words of a question without those that carry no subject; all of them when nothing else is left. */
export function subjects(question: string): string[] {
  const words = [...new Set(tokens(question))];
  const left = words.filter((word) => !isStopword(word));
  return left.length > 0 ? left : words;
}

/** What to ask the index for each word of `question`. Without a `lexicon` each word stands for itself. */
export function plan(question: string, lexicon: Lexicon | undefined): Asked[] {
  const words = subjects(question);
  if (!lexicon) return words.map((word) => ({ typed: word, variants: [{ form: word, weight: 1 }], corrected: false }));
  // A hyphen in a question is a whim: when the glued word exists, its parts need not.
  const glued = words.filter((word) => lexicon.counts.has(word) && words.some((part) => part !== word && word.startsWith(part)));
  return words
    .filter((word) => !glued.some((whole) => whole !== word && question.includes('-') && (whole.startsWith(word) || whole.endsWith(word))))
    .flatMap((word) => ask(word, lexicon));
}
