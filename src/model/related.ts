/** Relations are written once, on one side, and shown on both. */
import { byCode, type Algoritme, type Casus, type Library } from './library.ts';

type Soort = Algoritme['data']['verwant'][number]['soort'];
type Relatie = Casus['data']['algoritmes'][number]['relatie'];

export interface Tegenwicht {
  kaart: Algoritme;
  wanneerGelijk: string;
}

/** Who names a card, by its code: in order of code, since that is how the library stands. */
interface Named {
  byCards: Map<string, { kaart: Algoritme; soort: Soort }[]>;
  byCases: Map<string, { casus: Casus; relatie: Relatie }[]>;
  places: Map<string, number>;
}

const named = new WeakMap<Library, Named>();

/** Looked up once per library: each page asks, and looking through all entries for each would grow with the square of their number. */
function namedIn(library: Library): Named {
  const known = named.get(library);
  if (known) return known;
  const found: Named = {
    byCards: Map.groupBy(
      library.algoritmes.flatMap((kaart) => kaart.data.verwant.map(({ code, soort }) => ({ kaart, code, soort }))),
      ({ code }) => code,
    ),
    byCases: Map.groupBy(
      library.casussen.flatMap((casus) => casus.data.algoritmes.map(({ code, relatie }) => ({ casus, code, relatie }))),
      ({ code }) => code,
    ),
    places: new Map(library.algoritmes.map(({ data }, index) => [data.code, index])),
  };
  named.set(library, found);
  return found;
}

/** The cards that argue the opposite of this one, each with when it is right. */
export function tegenwichten(library: Library, { data }: Algoritme): Tegenwicht[] {
  return data.verwant.flatMap((item) => (item.soort === 'tegenwicht' ? [{ kaart: byCode(library.algoritmes, item.code), wanneerGelijk: item.wanneerGelijk }] : []));
}

const namers = (library: Library, { data }: Algoritme, soort: Soort) =>
  (namedIn(library).byCards.get(data.code) ?? []).filter((item) => item.soort === soort).map(({ kaart }) => kaart);

const INVERSE = { ervoor: 'erna', erna: 'ervoor' } as const;

/** The cards to take before or after this one, whichever of the two wrote it down; in order of code, without repeats. */
export function sequence(library: Library, kaart: Algoritme, soort: 'ervoor' | 'erna'): Algoritme[] {
  const own = kaart.data.verwant.filter((item) => item.soort === soort).map(({ code }) => byCode(library.algoritmes, code));
  const { places } = namedIn(library);
  const all = [...new Set([...own, ...namers(library, kaart, INVERSE[soort])])];
  return all.sort((a, b) => places.get(a.data.code)! - places.get(b.data.code)!);
}

/** The cards that name this one as their tegenwicht. */
export const tegenwichtVan = (library: Library, kaart: Algoritme): Algoritme[] => [...new Set(namers(library, kaart, 'tegenwicht'))];

/** The cases in which a card shows, with how. */
export const casussenWith = (library: Library, { data }: Algoritme): { casus: Casus; relatie: Relatie }[] =>
  (namedIn(library).byCases.get(data.code) ?? []).map(({ casus, relatie }) => ({ casus, relatie }));

/** By code, the codes of the entries that a card or case belongs with: what comes before or after it, its cases or its cards. Not its tegenwicht, which argues the opposite. */
export function besides({ algoritmes, casussen }: Library): Map<string, Set<string>> {
  const found = new Map([...algoritmes, ...casussen].map(({ data }) => [data.code, new Set<string>()]));
  const join = (one: string, other: string) => {
    found.get(one)?.add(other);
    found.get(other)?.add(one);
  };
  for (const { data } of algoritmes) for (const { code, soort } of data.verwant) if (soort !== 'tegenwicht') join(data.code, code);
  for (const { data } of casussen) for (const { code } of data.algoritmes) join(data.code, code);
  return found;
}
