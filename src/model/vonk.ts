/** The spark: a drawing made from an entry's own data, so that no two look alike and each can be read. */
import type { AlgoritmeData } from '../schema/algoritme.ts';
import type { CasusData } from '../schema/casus.ts';
import { rememberedOf } from './text.ts';

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
export const raysOfAlgoritme = rememberedOf(({ code, stappen }: Pick<AlgoritmeData, 'code' | 'stappen'>): Ray[] => {
  const ends = stappen.map(({ beslispunt }): Ray['end'] => {
    if (!beslispunt) return 'plain';
    return beslispunt.uitgangen.some(({ naar }) => naar === 'stop') ? 'stop' : 'fork';
  });
  return spread(seedOf(code), ends);
});

/** A ray per voice: an open ring where that voice was not at the table. */
export const raysOfCasus = rememberedOf(({ code, perspectieven }: Pick<CasusData, 'code' | 'perspectieven'>): Ray[] =>
  spread(
    seedOf(code),
    perspectieven.map(({ aanTafel }) => (aanTafel ? 'plain' : 'absent')),
  ),
);

/** A spark as SVG draws it, around its middle: a path for all lines of one kind (a list draws many sparks, and each would weigh a dozen paths), and the middles of its rings. */
export interface Spark {
  full: string;
  dashed: string;
  bars: string;
  rings: [x: string, y: string][];
}

/** Draws rays in parts of `1 / fine` unit. */
function drawSpark(rays: readonly Ray[], fine: number): Spark {
  const point = (angle: number, distance: number) => {
    const radians = (angle * Math.PI) / 180;
    return [distance * Math.cos(radians), distance * Math.sin(radians)].map((value) => String(Math.round(value * fine) / fine)) as [string, string];
  };
  const line = (...ends: [string, string][]) => `M${ends.map((end) => end.join(' ')).join('L')}`;
  const own = ({ angle, length }: Ray) => line(point(angle + 180, 5), point(angle, length));
  const fork = ({ angle, length }: Ray) => [-12, 12].map((side) => line(point(angle, length), point(angle + side, length + 9))).join('');
  const bar = ({ angle, length }: Ray) => line(point(angle - 13, length), point(angle + 13, length));
  const drawn = (draw: (ray: Ray) => string, ...ends: Ray['end'][]) =>
    rays
      .filter(({ end }) => ends.includes(end))
      .map(draw)
      .join('');
  return {
    full: drawn(own, 'plain', 'fork', 'stop') + drawn(fork, 'fork'),
    dashed: drawn(own, 'absent'),
    bars: drawn(bar, 'stop'),
    rings: rays.filter(({ end }) => end === 'absent').map(({ angle, length }) => point(angle, length + 5)),
  };
}

export const sparkOf = rememberedOf((rays: readonly Ray[]) => drawSpark(rays, 10));
/** For a small one, which has no use for tenths: half a unit is a quarter of a pixel there, and a list holds twenty. */
export const smallSparkOf = rememberedOf((rays: readonly Ray[]) => drawSpark(rays, 1));
