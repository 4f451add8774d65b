/** The real entries as material: their sentences by the field in which they stand, and the sentences of their texts. */
import type { Algoritme, Casus, Library } from '../../src/model/library.ts';
import { numbersIn } from '../../src/model/claims.ts';
import { FOOTNOTE } from '../../src/model/text.ts';
import { countWords } from '../../src/schema/tellen.ts';
import { pick, type Random } from './words.ts';

/** Fields that hold something else than running text: they stay as they are. */
const KEPT = new Set('code slug deel rollen themas schaal bijgewerkt soort naar stoel herkomst land leeffuncties macroOpgaven stand relatie id url onderbouwing duur'.split(' '));
/** Fields of a case that may hold no number, since the text would have to hold it with a source. */
const NUMBERLESS = new Set(['kern', 'kort', 'situatie', 'afloop.tekst']);
/** Stands in a sentence for a link to another page. */
export const LINK = '\uE001';

const segmenter = new Intl.Segmenter('nl', { granularity: 'sentence' });
export const sentencesOf = (text: string): string[] => [...segmenter.segment(text)].map(({ segment }) => segment.trim()).filter(Boolean);

/** `value` with each running text in it replaced; `path` is made of keys, without places in lists. */
export function rewrite(value: unknown, path: string, replace: (text: string, path: string) => string): unknown {
  if (typeof value === 'string') return KEPT.has(path.split('.').at(-1)!) ? value : replace(value, path);
  if (Array.isArray(value)) return distinct(value, (item) => rewrite(item, path, replace));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, rewrite(item, path ? `${path}.${key}` : key, replace)]));
}

/** The texts of a list stay different from each other. */
function distinct(list: unknown[], make: (item: unknown) => unknown): unknown[] {
  const made: unknown[] = [];
  for (const item of list) {
    let next = make(item);
    for (let tries = 0; typeof next === 'string' && made.includes(next) && tries < 20; tries += 1) next = make(item);
    made.push(typeof next === 'string' && made.includes(next) ? list.find((own) => !made.includes(own)) : next);
  }
  return made;
}

/** Sentences from which a text is made again: of the same field, of about the same length, never longer, so that it still fits its card. */
export interface Fields {
  replace: (text: string, path: string) => string;
}

const isQuestion = (sentence: string) => (sentence.endsWith('?') ? '?' : '.');

/** Learns the fields of `entries`. `vary` changes words of a sentence. */
export function learnFields(entries: readonly (Algoritme | Casus)[], random: Random, vary: (sentence: string) => string): Fields {
  const pools = new Map<string, Set<string>>();
  for (const { data } of entries) {
    rewrite(data, '', (text, path) => {
      const isCasus = 'plaats' in data;
      for (const sentence of sentencesOf(text)) {
        if (isCasus && NUMBERLESS.has(path) && numbersIn(sentence).length > 0) continue;
        const key = path + isQuestion(sentence);
        pools.set(key, (pools.get(key) ?? new Set()).add(sentence));
      }
      return text;
    });
  }
  const sorted = new Map([...pools].map(([key, pool]) => [key, [...pool].sort((a, b) => a.length - b.length)]));
  const like = (sentence: string, path: string): string => {
    const pool = sorted.get(path + isQuestion(sentence)) ?? [sentence];
    const words = countWords(sentence);
    const fitting = pool.filter((other) => other.length <= sentence.length && countWords(other) <= words).slice(-40);
    const chosen = pick(fitting.length > 0 ? fitting : pool.slice(0, 1), random);
    const varied = vary(chosen);
    return varied.length <= sentence.length ? varied : chosen;
  };
  return {
    replace: (text, path) =>
      sentencesOf(text)
        .map((sentence) => like(sentence, path))
        .join(' '),
  };
}

/** A text as its headings and paragraphs: how many sentences each paragraph has. */
type Shape = (string | number)[];

export interface Texts {
  shapes: Shape[];
  headings: string[];
  /** A sentence in which `LINK` stands for a link. */
  sentence: () => string;
}

const MARKS = new RegExp(FOOTNOTE, 'gu');
const balanced = (sentence: string) => sentence.split('*').length % 2 === 1 && sentence.split('‘').length === sentence.split('’').length && !/[[\]`<{]/.test(sentence);
const CONJUNCTION = /, (?:want|maar|en|omdat|zodat|terwijl|als|dan|die|dat|of|waar) /;

/** Learns the longer texts of `bodies`. Half of the sentences it gives that can be cut in two take their other half from elsewhere. */
export function learnTexts(bodies: readonly string[], random: Random): Texts {
  const blocks = bodies.map((body) =>
    body
      .replace(/\[[^\]]+\]\(\/[^)]*\)/g, LINK)
      .replace(MARKS, '')
      .split(/\n{2,}/)
      .map((block) => block.trim())
      .filter(Boolean),
  );
  const isHeading = (block: string) => block.startsWith('## ');
  const pool = blocks
    .flat()
    .filter((block) => !isHeading(block))
    .flatMap((block) => sentencesOf(block.replaceAll('\n', ' ')))
    .filter(balanced);
  const tails = new Map<string, string[]>();
  for (const text of pool) {
    const [by] = CONJUNCTION.exec(text) ?? [];
    if (by) tails.set(by, [...(tails.get(by) ?? []), text.slice(text.indexOf(by) + by.length)]);
  }
  return {
    shapes: blocks.map((parts) => parts.map((block) => (isHeading(block) ? block : sentencesOf(block).length))),
    headings: blocks.flat().filter(isHeading),
    sentence: () => {
      const text = pick(pool, random);
      const [by] = CONJUNCTION.exec(text) ?? [];
      const spliced = by && random() < 0.5 ? text.slice(0, text.indexOf(by) + by.length) + pick(tails.get(by)!, random) : text;
      return balanced(spliced) ? spliced : text;
    },
  };
}

/** Everything that is written in the entries of `library`. */
export const allTexts = ({ algoritmes, casussen }: Library): string[] => {
  const texts: string[] = [];
  for (const { data, body } of [...algoritmes, ...casussen]) {
    texts.push(body.replace(/\]\([^)]*\)/g, ']').replace(MARKS, ''));
    rewrite(data, '', (text) => (texts.push(text), text));
  }
  return texts;
};
