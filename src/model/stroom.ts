/** The way through a card as a drawing: steps along a track, decisions with branches, jumps along the right-hand side. Where everything stands; stroomtekening draws it. */
import type { AlgoritmeData } from '../schema/algoritme.ts';
import { label, ROLLEN } from '../schema/waarden.ts';
import { byCode, type Library } from './library.ts';
import { wrap } from './regels.ts';
import { capital, writtenDuration, writtenGroup } from './text.ts';

type Point = readonly [x: number, y: number];

/** Something that takes up room. `lines` is the text in it, wrapped. */
export interface Box {
  kind: 'titel' | 'wie' | 'nummer' | 'stap' | 'vraag' | 'antwoord' | 'stop' | 'kaart' | 'sprong';
  x: number;
  y: number;
  width: number;
  height: number;
  lines: string[];
  /** The deel of the card that a jump leads to. */
  deel?: number;
}

/** The track itself, its end, the answer with which it goes on, a branch off it, or a jump that joins it again elsewhere; an arrow stands at the last point of the last three. */
export interface Line {
  kind: 'spoor' | 'eind' | 'door' | 'tak' | 'sprong';
  points: Point[];
}

export interface Stroom {
  height: number;
  boxes: Box[];
  lines: Line[];
}

/** Another card as a jump shows it. */
export type Kaartje = (code: string) => { titel: string; deel: number };
type Card = Pick<AlgoritmeData, 'code' | 'titel' | 'stappen' | 'rollen' | 'groep' | 'duur'>;
type Stap = AlgoritmeData['stappen'][number];
type Uitgang = NonNullable<Stap['beslispunt']>['uitgangen'][number];

/** Narrow, so that the letters can still be read on a phone. */
export const WIDTH = 440;
/** Where the track runs, text begins, the ends of branches begin, everything ends, and the first lane of the jumps runs. */
const [TRACK, TEXT, END, EDGE, LANE] = [30, 62, 256, 396, 408] as const;
const LANE_STEP = 9;
/** Sizes of type with their leading. */
export const TYPE = { titel: [17, 21], stap: [15, 20], antwoord: [14, 18], kaart: [12, 15] } as const;
export const RADIUS = 16;
const GAP = 24;
/** How far above a step a jump joins the track. */
const JOIN = 12;

/** A drawing in the making: `y` is how far it came, `from` where the track goes on from, if it does. */
interface Pen extends Stroom {
  y: number;
  from: number | undefined;
  tops: number[];
  jumps: { at: Point; to: number }[];
  kaart: Kaartje;
}

function addLine(pen: Pen, kind: Line['kind'], ...points: Point[]): void {
  pen.lines.push({ kind, points });
}

function addTitle(pen: Pen, { code, titel }: Card): void {
  const lines = wrap(titel, 264, TYPE.titel[0], true);
  const height = Math.max(56, lines.length * TYPE.titel[1] + 20);
  pen.boxes.push({ kind: 'titel', x: 0, y: 0, width: WIDTH, height, lines: [code, ...lines] });
  pen.y = height + GAP / 2;
}

/** Who does it, with how many, and how long: the steps say "you". */
function addWho(pen: Pen, { rollen, groep, duur }: Card): void {
  const namen = rollen
    .map((rol) => label(ROLLEN, rol))
    .join(', ')
    .replace(/, ([^,]*)$/, ' of $1');
  const lines = [`Wie: ${namen}`, `${writtenGroup(groep)} · ${writtenDuration(duur)}`].flatMap((text) => wrap(text, EDGE - TRACK + RADIUS, TYPE.antwoord[0]));
  const height = lines.length * TYPE.antwoord[1];
  pen.boxes.push({ kind: 'wie', x: TRACK - RADIUS, y: pen.y, width: EDGE - TRACK + RADIUS, height, lines });
  pen.y += height + GAP * 0.75;
}

function addStep(pen: Pen, { doe }: Stap, index: number): void {
  const top = pen.y;
  const centre = top + RADIUS;
  if (pen.from !== undefined) addLine(pen, 'spoor', [TRACK, pen.from], [TRACK, top]);
  pen.tops.push(top);
  const lines = wrap(doe, EDGE - TEXT, TYPE.stap[0]);
  const height = lines.length * TYPE.stap[1];
  pen.boxes.push({ kind: 'nummer', x: TRACK - RADIUS, y: top, width: 2 * RADIUS, height: 2 * RADIUS, lines: [String(index + 1)] });
  pen.boxes.push({ kind: 'stap', x: TEXT, y: centre - TYPE.stap[1] / 2, width: EDGE - TEXT, height, lines });
  pen.y = Math.max(top + 2 * RADIUS, centre - TYPE.stap[1] / 2 + height) + GAP;
  pen.from = top + 2 * RADIUS;
}

/** What stands at the end of a branch. */
function endOf(pen: Pen, naar: Uitgang['naar']): Omit<Box, 'y'> {
  if (naar === 'stop') return { kind: 'stop', x: END, width: 92, height: 32, lines: ['Stop'] };
  if (typeof naar === 'number') return { kind: 'sprong', x: END, width: 26, height: 26, lines: [String(naar)] };
  const { titel, deel } = pen.kaart(naar);
  const lines = wrap(titel, EDGE - END - 16, TYPE.kaart[0]);
  return { kind: 'kaart', x: END, width: EDGE - END, height: 31 + lines.length * TYPE.kaart[1], lines: [naar, ...lines], deel };
}

/** A branch: its answer stands on the line that leads to its end. */
function addBranch(pen: Pen, { als, naar }: Uitgang): number {
  const lines = wrap(capital(als), END - TRACK - 28, TYPE.antwoord[0]);
  const height = lines.length * TYPE.antwoord[1];
  const end = endOf(pen, naar);
  const line = pen.y + Math.max(height + 5, end.height / 2);
  pen.boxes.push({ kind: 'antwoord', x: TRACK + 14, y: line - height - 5, width: END - TRACK - 24, height, lines });
  pen.boxes.push({ ...end, y: line - end.height / 2 });
  addLine(pen, 'tak', [TRACK, line], [END, line]);
  if (typeof naar === 'number') pen.jumps.push({ at: [END + end.width, line], to: naar });
  pen.y = line + end.height / 2 + 9;
  return line;
}

/** An answer that simply goes on: it stands beside the track, with an arrow along it. */
function addOnward(pen: Pen, { als }: Uitgang): void {
  const lines = wrap(capital(als), EDGE - TRACK - 14, TYPE.antwoord[0]);
  const height = lines.length * TYPE.antwoord[1];
  pen.boxes.push({ kind: 'antwoord', x: TRACK + 14, y: pen.y + 4, width: EDGE - TRACK - 14, height, lines });
  addLine(pen, 'door', [TRACK, pen.y], [TRACK, pen.y + 18]);
  pen.y += height + 8;
}

function addDecision(pen: Pen, { vraag, uitgangen }: NonNullable<Stap['beslispunt']>, index: number): void {
  const lines = wrap(vraag, EDGE - 66, TYPE.stap[0], true);
  const height = lines.length * TYPE.stap[1] + 20;
  addLine(pen, 'spoor', [TRACK, pen.from!], [TRACK, pen.y - GAP / 2]);
  pen.boxes.push({ kind: 'vraag', x: 8, y: pen.y - GAP / 2, width: EDGE - 8, height, lines });
  pen.from = pen.y - GAP / 2 + height;
  pen.y = pen.from + 8;
  const isOnward = ({ naar }: Uitgang) => naar === index + 2;
  const ends = uitgangen.filter((exit) => !isOnward(exit)).map((exit) => addBranch(pen, exit));
  for (const exit of uitgangen.filter(isOnward)) addOnward(pen, exit);
  // Where no answer goes on, the track ends at its last branch.
  if (!uitgangen.some(isOnward)) {
    addLine(pen, 'spoor', [TRACK, pen.from], [TRACK, ends.at(-1)!]);
    pen.from = undefined;
  }
  pen.y += GAP - 9;
}

/** A lane for each stretch of height, in the order given: the nearest one that is free over its whole length. */
function lanesFor(stretches: readonly (readonly [number, number])[]): number[] {
  const taken: { lane: number; low: number; high: number }[] = [];
  return stretches.map(([from, to]) => {
    const [low, high] = [Math.min(from, to), Math.max(from, to)];
    let lane = 0;
    while (taken.some((other) => other.lane === lane && other.low <= high && low <= other.high)) lane += 1;
    taken.push({ lane, low, high });
    return lane;
  });
}

/** The jumps: out to a lane beside everything, and back in above their step. The shortest run nearest, so that few cross. */
function addJumps(pen: Pen): void {
  const ways = pen.jumps.map(({ at, to }) => ({ at, top: pen.tops[to - 1]!, join: pen.tops[to - 1]! - JOIN }));
  ways.sort((a, b) => Math.abs(a.at[1] - a.join) - Math.abs(b.at[1] - b.join));
  const lanes = lanesFor(ways.map(({ at, join }) => [at[1], join]));
  const step = Math.min(LANE_STEP, (WIDTH - LANE - 4) / Math.max(1, ...lanes));
  ways.forEach(({ at, join, top }, index) => {
    const x = LANE + lanes[index]! * step;
    pen.lines.push({ kind: 'sprong', points: [at, [x, at[1]], [x, join], [TRACK, join], [TRACK, top]] });
  });
}

/** Where everything of a card's way stands. Pure: the same card gives the same drawing. */
export function layOut(card: Card, kaart: Kaartje): Stroom {
  const pen: Pen = { height: 0, boxes: [], lines: [], y: 0, from: undefined, tops: [], jumps: [], kaart };
  addTitle(pen, card);
  addWho(pen, card);
  card.stappen.forEach((stap, index) => {
    addStep(pen, stap, index);
    if (stap.beslispunt) addDecision(pen, stap.beslispunt, index);
  });
  addJumps(pen);
  // Past the last step the track runs on a little, to a buffer.
  if (pen.from !== undefined) addLine(pen, 'eind', [TRACK, pen.from], [TRACK, pen.y - 8]);
  return { height: Math.ceil(pen.y + 8), boxes: pen.boxes, lines: pen.lines };
}

/** How the cards of this library look where a branch leads to them. */
export const kaartjes =
  ({ algoritmes }: Library): Kaartje =>
  (code) =>
    byCode(algoritmes, code).data;

/** Where the branches off the track lead, each once: cards by their code, the rest in the words given. */
export function zijwegen(stappen: readonly Stap[], woorden: { stop: string; stap: (nummer: number) => string }): string[] {
  const ends = stappen.flatMap(({ beslispunt }, index) => (beslispunt?.uitgangen ?? []).flatMap(({ naar }) => (naar === index + 2 ? [] : [naar])));
  return [...new Set(ends)].map((naar) => (naar === 'stop' ? woorden.stop : typeof naar === 'number' ? woorden.stap(naar) : naar));
}
