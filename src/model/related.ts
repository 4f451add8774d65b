/** Relations are written once, on one side, and shown on both. */
import { byCode, type Algoritme, type Casus, type Library } from './library.ts';

type Soort = Algoritme['data']['verwant'][number]['soort'];
type Relatie = Casus['data']['algoritmes'][number]['relatie'];

export interface Tegenwicht {
  kaart: Algoritme;
  wanneerGelijk: string;
}

/** The cards that argue the opposite of this one, each with when it is right. */
export function tegenwichten(library: Library, { data }: Algoritme): Tegenwicht[] {
  return data.verwant.flatMap((item) =>
    item.soort === 'tegenwicht' ? [{ kaart: byCode(library.algoritmes, item.code), wanneerGelijk: item.wanneerGelijk }] : [],
  );
}

const INVERSE: Record<Soort, Soort> = { ervoor: 'erna', erna: 'ervoor', tegenwicht: 'tegenwicht' };

/** The cards to take before or after this one, whichever of the two wrote it down; in order of code, without repeats. */
export function sequence(library: Library, kaart: Algoritme, soort: 'ervoor' | 'erna'): Algoritme[] {
  const own = kaart.data.verwant.filter((item) => item.soort === soort).map(({ code }) => code);
  const others = library.algoritmes.filter(({ data }) => data.verwant.some((item) => item.code === kaart.data.code && item.soort === INVERSE[soort]));
  const codes = new Set([...own, ...others.map(({ data }) => data.code)]);
  return library.algoritmes.filter(({ data }) => codes.has(data.code));
}

/** The cards that name this one as their tegenwicht. */
export function tegenwichtVan(library: Library, { data }: Algoritme): Algoritme[] {
  return library.algoritmes.filter((other) => other.data.verwant.some((item) => item.soort === 'tegenwicht' && item.code === data.code));
}

/** The cases in which a card shows, with how. */
export function casussenWith(library: Library, { data }: Algoritme): { casus: Casus; relatie: Relatie }[] {
  return library.casussen.flatMap((casus) => casus.data.algoritmes.filter(({ code }) => code === data.code).map(({ relatie }) => ({ casus, relatie })));
}

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
