/** How well a ranking answers a graded question. */
import { createHash } from 'node:crypto';

export interface Question {
  klasse: string;
  vraag: string;
  /** Code of an entry with its grade: 3 exactly this, 2 useful, 1 related. Empty for a question that has no answer here. */
  goed: Record<string, number>;
}

export interface Scores {
  ndcg: number;
  recall: number;
  mrr: number;
  /** 1 when nothing was found. */
  zero: number;
}

/** Half of the questions may be tuned on, the other half may not: which half follows from the text alone. */
export const isHoldout = ({ vraag }: Question) => createHash('sha256').update(vraag).digest()[0]! % 2 === 1;

const gain = (grade: number, place: number) => (2 ** grade - 1) / Math.log2(place + 2);
const total = (grades: readonly number[]) => grades.slice(0, 10).reduce((sum, grade, place) => sum + gain(grade, place), 0);

/** nDCG@10 (Järvelin & Kekäläinen 2002), recall@5 and reciprocal rank over grades of 2 and more, of `codes` in the order found. */
export function score(codes: readonly string[], { goed }: Question): Scores {
  const useful = Object.keys(goed).filter((code) => goed[code]! >= 2);
  const first = codes.findIndex((code) => useful.includes(code));
  return {
    ndcg: total(codes.map((code) => goed[code] ?? 0)) / total(Object.values(goed).sort((a, b) => b - a)),
    recall: useful.length === 0 ? 1 : codes.slice(0, 5).filter((code) => useful.includes(code)).length / Math.min(5, useful.length),
    mrr: useful.length === 0 ? 1 : first < 0 ? 0 : 1 / (first + 1),
    zero: codes.length === 0 ? 1 : 0,
  };
}

/** The mean of each score. */
export function mean(scores: readonly Scores[]): Scores {
  const of = (name: keyof Scores) => scores.reduce((sum, item) => sum + item[name], 0) / scores.length;
  return { ndcg: of('ndcg'), recall: of('recall'), mrr: of('mrr'), zero: of('zero') };
}
