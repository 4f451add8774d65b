/** The spark: a drawing made from an entry's own data, so that no two look alike and each can be read. */
import type { AlgoritmeData } from '../schema/algoritme.ts';
import type { CasusData } from '../schema/casus.ts';

/** One line of a spark. `end` is its tip: plain, a fork (a decision), a blunt bar (a stop) or an open ring (a voice that was not at the table). */
export interface Ray {
  angle: number;
  length: number;
  end: 'plain' | 'fork' | 'stop' | 'absent';
}

/** Lengths vary by a fixed rhythm so that the spark is uneven as a real one is; `seed` is the number in the code. */
const length = (seed: number, index: number) => 30 + ((seed * 7 + index * 13) % 5) * 4;

function spread(seed: number, ends: Ray['end'][]): Ray[] {
  const start = -90 + ((seed * 17) % 40);
  return ends.map((end, index) => ({ angle: start + (360 / ends.length) * index, length: length(seed, index), end }));
}

const seedOf = (code: string) => Number(code.slice(2));

/** A ray per step: forked where a decision follows, blunt where one of its exits is stop. */
export function raysOfAlgoritme({ code, stappen }: Pick<AlgoritmeData, 'code' | 'stappen'>): Ray[] {
  const ends = stappen.map(({ beslispunt }): Ray['end'] => {
    if (!beslispunt) return 'plain';
    return beslispunt.uitgangen.some(({ naar }) => naar === 'stop') ? 'stop' : 'fork';
  });
  return spread(seedOf(code), ends);
}

/** A ray per voice: an open ring where that voice was not at the table. */
export function raysOfCasus({ code, perspectieven }: Pick<CasusData, 'code' | 'perspectieven'>): Ray[] {
  return spread(
    seedOf(code),
    perspectieven.map(({ aanTafel }) => (aanTafel ? 'plain' : 'absent')),
  );
}
