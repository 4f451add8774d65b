/** The build's side of the register of subjects: which entries each group of the thesaurus is about, and which words lead there. */
import { stem, tokens } from './dutch.ts';
import { contentWords, type Topic, type Word } from './words.ts';

/** A subject with its other names, and the codes of the entries that are about it or touch on it, as the editors wrote it. */
export interface Synoniem {
  term: string;
  ook: readonly string[];
  sterk?: readonly string[] | undefined;
  mee?: readonly string[] | undefined;
}

/** What an entry is about: its code, and its title, kern and search words. */
export interface Subject {
  code: string;
  subject: string;
}

export const namesOf = ({ term, ook }: Synoniem): string[] => [term, ...ook];

/** `text` as a row of words with spaces around each, so that a name can be looked up whole. */
const row = (text: string) => ` ${tokens(text).join(' ')} `;

/** The names of more than one word, but for those of which a word names the group by itself. */
function phrasesOf(names: readonly (readonly string[])[]): string[] {
  const single = new Set(names.filter(({ length }) => length === 1).map(([word]) => stem(word!)));
  return names.filter((words) => words.length > 1 && !words.some((word) => single.has(stem(word)))).map((words) => words.join(' '));
}

/** Gives the places of the entries that hold a name whole where they say what they are about. Only those with its first word are looked at. */
function makeFinder(entries: readonly Subject[]): (name: string) => number[] {
  const rows = entries.map(({ subject }) => row(subject));
  const holders = Map.groupBy(
    rows.flatMap((text, place) => [...new Set(text.split(' '))].map((word) => ({ word, place }))),
    ({ word }) => word,
  );
  return (name) => {
    const sought = row(name);
    return (holders.get(sought.split(' ')[1]!) ?? []).filter(({ place }) => rows[place]!.includes(sought)).map(({ place }) => place);
  };
}

/** Every group as a topic: an entry that is not in it, but names it where it says what it is about, touches on it. */
export function topicsOf(groups: readonly Synoniem[], entries: readonly Subject[]): Topic[] {
  const places = new Map(entries.map(({ code }, place) => [code, place]));
  const placesOf = (codes: readonly string[] = []) => codes.flatMap((code) => places.get(code) ?? []);
  const find = makeFinder(entries);
  return groups.map((group) => {
    const names = namesOf(group);
    const strong = placesOf(group.sterk);
    const touching = new Set([...placesOf(group.mee), ...names.flatMap(find)]);
    return {
      term: group.term,
      strong,
      weak: [...touching.difference(new Set(strong))].sort((a, b) => a - b),
      phrases: phrasesOf(names.map(contentWords)),
    };
  });
}

/** By word, the places of the groups that it names by itself. */
export function namedBy(groups: readonly Synoniem[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  groups.forEach((group, place) => {
    for (const words of namesOf(group).map(contentWords)) {
      if (words.length === 1 && !found.get(words[0]!)?.includes(place)) found.set(words[0]!, [...(found.get(words[0]!) ?? []), place]);
    }
  });
  return found;
}

/** From so many letters on, a compound in one entry alone is found by its parts. */
const RARE_COMPOUND = 10;

/** Whether two forms of one stem start so much alike that the index joins them as well. */
const areAlike = (a: string, b: string) => {
  const shared = Math.max(4, Math.min(a.length, b.length) - 2);
  return a.slice(0, shared) === b.slice(0, shared);
};

const union = (lists: readonly (readonly number[])[]) => [...new Set(lists.flat())].sort((a, b) => a - b);

/** One form for all forms of a word that the index joins, the commonest: a fifth of the list is saved, and its counts say more. */
function commonForms(words: readonly Word[]): Word[] {
  const families = Map.groupBy(words, ({ word }) => stem(word));
  return [...families.values()].flatMap((family) => {
    const [first, ...others] = family.toSorted((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1));
    const odd = others.filter((other, index) => ![first!, ...others.slice(0, index)].some(({ word }) => areAlike(word, other.word)));
    return [{ ...first!, topics: union(family.map(({ topics }) => topics)) }, ...odd.map(({ word, count }) => ({ word, count, topics: [] }))];
  });
}

/** The words that a visitor loads: without forms, numbers and rare compounds that the other words lead to as well. `split` gives the parts of a compound. */
export function listedWords(words: readonly Word[], split: (word: string) => readonly string[]): Word[] {
  const forms = commonForms(words);
  const known = new Set(forms.map(({ word }) => word));
  const isKnownByParts = (word: string) => {
    const parts = word.length >= RARE_COMPOUND ? split(word) : [];
    return parts.length > 0 && parts.every((part) => known.has(part));
  };
  const isNeeded = ({ word, count, topics }: Word) => topics.length > 0 || (!/^\d+$/.test(word) && (count > 1 || !isKnownByParts(word)));
  return forms.filter(isNeeded).sort((a, b) => (a.word < b.word ? -1 : 1));
}
