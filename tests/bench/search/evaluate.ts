/** Asks every engine every question of a set. */
import { readFile } from 'node:fs/promises';
import { openEngines } from './engines.ts';
import { isHoldout, mean, type Question, score, type Scores } from './metrics.ts';

export interface Answered {
  question: Question;
  codes: string[];
  scores: Scores;
}

export type Evaluation = Record<string, Answered[]>;

/**
 * Two sets, each split in two by hash. `vragen` was written by the author of the site before search was tuned and graded by title and kern.
 * `blind` was written and graded by someone else, who saw titles and kernen when asking and the whole entries when grading, but neither
 * search words nor thesaurus. Grades of `vragen` that were missing were added later for what any of the three engines found in its first ten
 * (pooling, Spärck Jones & Van Rijsbergen 1975), by judges who read the entries and did not know which engine found what.
 */
export const SETS = { vragen: 'vragen.json', blind: 'vragen-blind.json' } as const;

export async function evaluate(set: keyof typeof SETS): Promise<Evaluation> {
  const questions = JSON.parse(await readFile(new URL(SETS[set], import.meta.url), 'utf8')) as Question[];
  const engines = await openEngines();
  const evaluation: Evaluation = {};
  for (const [name, engine] of Object.entries(engines)) {
    evaluation[name] = [];
    for (const question of questions) {
      const codes = await engine(question.vraag);
      evaluation[name].push({ question, codes, scores: score(codes, question) });
    }
  }
  return evaluation;
}

const isReal = ({ question }: Answered) => question.klasse !== 'negatief';

/** The means over the questions that have an answer, of one half: those kept apart, or those that may be tuned on. */
export const ofHalf = (answered: readonly Answered[], holdout: boolean): Scores =>
  mean(
    answered
      .filter(isReal)
      .filter(({ question }) => isHoldout(question) === holdout)
      .map(({ scores }) => scores),
  );

/** The share of questions without an answer to which nothing was found. */
export const honest = (answered: readonly Answered[]): number => mean(answered.filter((item) => !isReal(item)).map(({ scores }) => scores)).zero;

/** The mean nDCG per class of question, over both halves or one. */
export function perClass(answered: readonly Answered[], holdout?: boolean): Map<string, number> {
  const chosen = answered.filter(isReal).filter(({ question }) => holdout === undefined || isHoldout(question) === holdout);
  return new Map(
    [...new Set(chosen.map(({ question }) => question.klasse))].map((klasse) => [
      klasse,
      mean(chosen.filter(({ question }) => question.klasse === klasse).map(({ scores }) => scores)).ndcg,
    ]),
  );
}
