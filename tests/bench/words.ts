/** Words for generated texts: chance that can be repeated, and compounds that were never seen before. */
import { makeSplitter } from '../../src/search/compounds.ts';
import { fold, slugify } from '../../src/model/text.ts';

/** A number from 0 up to 1, the same row of them for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export type Random = ReturnType<typeof seeded>;

/** One of `items`. */
export const pick = <T>(items: readonly T[], random: Random): T => items[Math.floor(random() * items.length)]!;

const WORD = /\p{L}[\p{L}’-]*/gu;
export const wordsOf = (text: string): string[] => text.toLowerCase().match(WORD) ?? [];

/** Tells nouns from the rest: they stand after an article now and then. */
function nounTest(texts: readonly string[]): (word: string) => boolean {
  const [all, after] = [new Map<string, number>(), new Map<string, number>()];
  const add = (counts: Map<string, number>, word: string) => counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const text of texts) {
    const words = wordsOf(text);
    words.forEach((word, index) => {
      add(all, word);
      if (/^(de|het|een|geen|elke|deze)$/.test(words[index - 1] ?? '')) add(after, word);
    });
  }
  return (word) => (after.get(word) ?? 0) > (all.get(word) ?? 0) / 4;
}

/** How real text grows: the number of different words is K times the number of words to the power BETA (Heaps). BETA is measured on our own entries, 16 to 127 of them. */
const BETA = 0.604;

const BEGIN =
  'Ooster Wester Noorder Zuider Midden Groot Klein Nieuw Oud Hoog Laag Berken Elzen Eiken Wilgen Linden Heide Duin Water Molen Brug Kerk Klooster Meer Vliet Zand Veen Klei Steen Hof Riet Zwanen Ganzen Vossen Reiger Kievit Leeuw Roos Tol'.split(
    ' ',
  );
const END =
  'dijk veen huizen meer loo wijk broek dam burg horst kamp rade sluis waard zijl oord hoven stede berg dal beek poort gaarde akker weide velden buren drecht kerk mond'.split(' ');
const BEFORE = ['', '', '', 'Oud-', 'Nieuw-', 'Klein-', 'Groot-'];

/** A place that does not exist. */
export const place = (random: Random): string => pick(BEFORE, random) + pick(BEGIN, random) + pick(END, random);

/**
 * Puts other compounds into sentences: `buurttuin` for `wijktuin`. The last part stays, so the sentence stays grammatical.
 * A new one is coined while the text has fewer different words than real text of its length would; otherwise one used before
 * comes back, the more so the more it was used (Simon's model), which gives frequencies their long tail.
 */
export function makeVary(texts: readonly string[], random: Random): (sentence: string) => string {
  const real = texts.flatMap(wordsOf);
  const known = new Set(real);
  const k = known.size / real.length ** BETA;
  const isNoun = nounTest(texts);
  const split = makeSplitter(new Set([...known].map(fold)));
  const heads = new Map(
    [...known].flatMap((word) => {
      const head = split(word).at(-1);
      return head && word.endsWith(head) && isNoun(head) ? [[word, head] as const] : [];
    }),
  );
  const starts = [...heads].map(([word, head]) => word.slice(0, -head.length));
  const nouns = new Set(heads.values());
  const used = new Map<string, string[]>();
  const seen = new Set<string>();
  let count = 0;

  const other = (word: string): string => {
    const head = heads.get(word) ?? (nouns.has(word) && word.length > 4 ? word : undefined);
    if (!head) return word;
    const before = used.get(head) ?? [];
    used.set(head, before);
    const chosen = seen.size < k * count ** BETA ? pick(starts, random) + head : before.length > 0 && heads.has(word) && random() < 0.5 ? pick(before, random) : word;
    if (chosen !== word) before.push(chosen);
    return chosen;
  };
  return (sentence) =>
    sentence.replace(WORD, (word) => {
      const written = /^\p{Ll}+$/u.test(word) ? other(word) : word;
      count += 1;
      seen.add(written.toLowerCase());
      return written;
    });
}

/** Makes titles that were not given before, with the name that each has as an address. */
export function makeTitles(random: Random): (titel: string) => { titel: string; slug: string } {
  const taken = new Set<string>();
  const free = (titel: string) => titel.length <= 60 && !taken.has(slugify(titel));
  return (wanted) => {
    let titel = wanted;
    while (!free(titel)) titel = `${wanted.length > 40 ? wanted.slice(0, 40).replace(/\W+\w*$/u, '') : wanted} in ${place(random)}`;
    taken.add(slugify(titel));
    return { titel, slug: slugify(titel) };
  };
}
