/**
 * The map of the whole library as numbers: places, lines and the fields of the delen; the page draws it.
 * Lines are bundled along the tree of delen, as in Holten, "Hierarchical Edge Bundles" (2006), so that they cross in the middle like the lines of the mark.
 */
import { curveBundle, curveCatmullRom, line } from 'd3-shape';
import type { Library } from '../library.ts';
import { type Casusplek, hoogte, type Kaartplek, type Knoop, MATEN, MET_CASUSSEN, opRing, plekken, type Punt, ring } from './plekken.ts';
import { type Lijnsoort, type Relatie, tussenKaarten, vanCasussen } from './relaties.ts';

export interface Lijn extends Relatie {
  id: string;
  /** Of the card where it begins, or of the card beside which the case stands that it begins at. */
  deel: number;
  d: string;
}

export interface Plattegrond {
  breed: number;
  hoog: number;
  kaarten: Kaartplek[];
  lijnen: Lijn[];
  /** Under the cards of a deel: the middle of the ring there, as a path. */
  velden: { deel: number; d: string }[];
  metCasussen: boolean;
}

/** How tightly lines run together: 1 follows the tree, 0 is straight. */
const BUNDEL: Record<Lijnsoort, number> = { tegenwicht: 0.86, volgorde: 0.8, toegepast: 0.8, 'had-gekund': 0.8, waarschuwing: 0.8 };
/** How far from the middle, as a part of the way to the ring, the lines of one deel come together. */
const KNOOP = 0.36;

const towards = (from: Punt, to: Punt, part: number): Punt => ({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part });
const draw = (beta: number) =>
  line<Punt>(
    ({ x }) => x,
    ({ y }) => y,
  )
    .digits(0)
    .curve(curveBundle.beta(beta));

/** For each deel the point where its lines come together, and the middle of the map. */
function knopen(tree: Knoop, hoog: number): { midden: Punt; vanDeel: Map<number, Punt> } {
  const midden = { x: MATEN.breed / 2, y: hoog / 2 };
  const delen = (tree.children ?? []).map(({ data, children = [] }) => {
    const t = (children[0]!.x + children.at(-1)!.x) / 2;
    return [data.deel!, towards(midden, opRing(t, hoog), KNOOP)] as const;
  });
  return { midden, vanDeel: new Map(delen) };
}

/** Where lines of a card and those of its cases begin, by code. */
function beginnen(kaarten: readonly Kaartplek[]): Map<string, { begin: Punt; deel: number }> {
  const own = ({ begin, deel }: Kaartplek) => ({ begin, deel });
  return new Map(kaarten.flatMap((kaart) => [[kaart.code, own(kaart)] as const, ...kaart.casussen.map(({ code }: Casusplek) => [code, own(kaart)] as const)]));
}

function trek(relaties: readonly Relatie[], kaarten: readonly Kaartplek[], tree: Knoop, hoog: number): Lijn[] {
  const { midden, vanDeel } = knopen(tree, hoog);
  const begin = beginnen(kaarten);
  return relaties.map((relatie, index) => {
    const [from, to] = [begin.get(relatie.van)!, begin.get(relatie.naar)!];
    const between = from.deel === to.deel ? [vanDeel.get(from.deel)!] : [vanDeel.get(from.deel)!, midden, vanDeel.get(to.deel)!];
    return { ...relatie, id: `l${index}`, deel: from.deel, d: draw(BUNDEL[relatie.soort])([from.begin, ...between, to.begin])! };
  });
}

/** The field of each deel: a path along its cards, as long as they are. */
function velden(kaarten: readonly Kaartplek[]): Plattegrond['velden'] {
  const curve = line<Punt>(
    ({ x }) => x,
    ({ y }) => y,
  )
    .digits(0)
    .curve(curveCatmullRom);
  return [...Map.groupBy(kaarten, ({ deel }) => deel)].map(([deel, own]) => ({ deel, d: curve(own)! }));
}

/** The map of `library`. Above 300 entries it leaves the cases out, and all lines but those between counterweights; and says so. */
export function plattegrond(library: Library): Plattegrond {
  const metCasussen = library.algoritmes.length + library.casussen.length <= MET_CASUSSEN;
  const tree = ring(library);
  const kaarten = plekken(library, tree, metCasussen);
  const hoog = hoogte(library.algoritmes.length);
  const kaartlijnen = tussenKaarten(library);
  const relaties = metCasussen ? [...kaartlijnen, ...vanCasussen(library)] : kaartlijnen.filter(({ soort }) => soort === 'tegenwicht');
  return { breed: MATEN.breed, hoog, kaarten, lijnen: trek(relaties, kaarten, tree, hoog), velden: velden(kaarten), metCasussen };
}
