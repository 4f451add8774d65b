/** What search knows of the entries without the index: where words stand that matter most, which topics they name, and what stands beside what. */
import type { Vindplaats } from '../model/vindplaatsen.ts';
import { stem } from './dutch.ts';
import type { Asked } from './plan.ts';
import type { Grades } from './rank.ts';
import { contentWords, type Lexicon, type Topic } from './words.ts';

/** How much more a word counts in a title and in a kern, and how much an entry of a topic counts. Set on the tuning halves of tests/bench/search. */
const [IN_TITLE, IN_KERN, STRONG, WEAK] = [2, 1.5, 2, 1];
/** How much less each next entry counts that is about a topic: the editors name the best first. */
const LESS = 0.05;
/** A word counts as asked from this weight on: guesses name no topic. */
const LEAST_WEIGHT = 0.7;

/** Keeps the larger of what is there and `value`. */
function raise(map: Map<string, number>, id: string, value: number): void {
  if (value > (map.get(id) ?? 0)) map.set(id, value);
}

type Places = ReadonlyMap<string, ReadonlyMap<string, number>>;

function placesOf(entries: readonly Vindplaats[]): Places {
  const places = new Map<string, Map<string, number>>();
  const at = (key: string) => places.get(key) ?? places.set(key, new Map()).get(key)!;
  for (const { id, titel, kern } of entries) {
    for (const word of contentWords(titel)) raise(at(stem(word)), id, IN_TITLE);
    for (const word of contentWords(kern)) raise(at(stem(word)), id, IN_KERN);
  }
  return places;
}

/** The grades of `topics` together, by entry. */
function gradesOf(topics: readonly Topic[], entries: readonly Vindplaats[]): Grades {
  const grades = new Map<string, { grade: number; term: string }>();
  for (const { term, strong, weak } of topics) {
    const graded = [...strong.map((place, order) => [place, STRONG * (1 - LESS * order)] as const), ...weak.map((place) => [place, WEAK] as const)];
    for (const [place, grade] of graded) {
      const id = entries[place]?.id;
      if (id && grade > (grades.get(id)?.grade ?? 0)) grades.set(id, { grade, term });
    }
  }
  return grades;
}

/** Lists of entries that were read before: the list of words comes later than they, and changes nothing there. */
const placesIn = new WeakMap<readonly Vindplaats[], Places>();

export interface Focus {
  /** By stem, by entry, how much more a hit counts. */
  places: Places;
  /** By entry, how much it is about what this stem names by itself. */
  topic: (stem: string) => Grades | undefined;
  /** The topics that words of the question name together. */
  phrasesIn: (asked: readonly Asked[]) => Grades[];
  /** By entry, the entries that the library puts beside it. */
  beside: ReadonlyMap<string, readonly string[]>;
}

export function focusOf(entries: readonly Vindplaats[], lexicon: Lexicon | undefined): Focus {
  const idOf = new Map(entries.map(({ code, id }) => [code, id]));
  const places = placesIn.get(entries) ?? placesOf(entries);
  placesIn.set(entries, places);
  return {
    places,
    topic: (key) => {
      const topics = lexicon?.topics.get(key);
      return topics && gradesOf(topics, entries);
    },
    phrasesIn: (asked) => {
      const stems = new Set(asked.flatMap(({ variants }) => variants.filter(({ weight }) => weight >= LEAST_WEIGHT).map(({ form }) => stem(form))));
      const named = (lexicon?.phrases ?? []).filter((phrase) => phrase.stems.length > 1 && phrase.stems.every((part) => stems.has(part)));
      return [...new Set(named.map(({ topic }) => topic))].map((topic) => gradesOf([topic], entries));
    },
    beside: new Map(entries.map(({ id, naast }) => [id, naast.flatMap((code) => idOf.get(code) ?? [])])),
  };
}
