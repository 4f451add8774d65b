/**
 * A meeting as the fragment of a link: `v=1&titel=Buurtavond&begin=1930&tijd=120&A-21=30_Eerst+lezen&eigen=15_Pauze`.
 * What is read may come from anyone and from any year: nothing here throws, what can be kept is kept, and what cannot is named.
 */
import { asCode } from './code.ts';
import { decode, encode, partsOf, schoon } from './linktekst.ts';

const VERSION = '1';
/** Lengths in characters, amounts in minutes: more would not fit an agenda, or not a link that mail leaves whole. */
export const LIMIETEN = { link: 400_000, titel: 80, plek: 80, noot: 600, onderdelen: 40, minuten: 600, tijd: 1440 } as const;

/** One item: a card or case by its code, or (with an empty code) something of one's own with a title. */
export interface Onderdeel {
  code: string;
  titel: string;
  /** Undefined until it is known how long such a card takes. */
  minuten: number | undefined;
  noot: string;
}

export interface Bijeenkomst {
  titel: string;
  plek: string;
  /** `2026-11-24`, or empty. */
  datum: string;
  /** `19:30`, or empty. */
  begin: string;
  /** Minutes there are; undefined when that does not matter. */
  tijd: number | undefined;
  onderdelen: Onderdeel[];
}

/** Something in a link that could not be kept; `wat` names it, short enough to show. */
export interface Verlies {
  soort: 'onbekend' | 'kaart' | 'dubbel' | 'minuten' | 'tijd' | 'begin' | 'datum' | 'teken' | 'lang' | 'teveel' | 'versie';
  wat: string;
}

export interface Gelezen {
  bijeenkomst: Bijeenkomst;
  /** Codes that the link asks to add to what was picked before. */
  erbij: string[];
  verlies: Verlies[];
}

/** An evening as most of them are, to start from. */
export const nieuweBijeenkomst = (): Bijeenkomst => ({ titel: '', plek: '', datum: '', begin: '19:30', tijd: 120, onderdelen: [] });

const lose = ({ verlies }: Gelezen, soort: Verlies['soort'], wat: string) => void verlies.push({ soort, wat: schoon(wat, 30) || '?' });

function readText(gelezen: Gelezen, name: string, raw: string, limit: number, lines = false): string {
  const { text, isBroken } = decode(raw);
  const kept = schoon(text, limit, lines);
  if (isBroken) lose(gelezen, 'teken', name);
  if (schoon(text, Infinity, lines).length > kept.length) lose(gelezen, 'lang', name);
  return kept;
}

function readNumber(gelezen: Gelezen, soort: 'minuten' | 'tijd', name: string, raw: string): number | undefined {
  const isWhole = /^\d{1,4}$/.test(raw) && Number(raw) <= LIMIETEN[soort];
  if (!isWhole && raw) lose(gelezen, soort, name);
  return isWhole ? Number(raw) : undefined;
}

function readItem(gelezen: Gelezen, { code = '', titel = '' }: { code?: string; titel?: string }, minuten: string, noot: string): void {
  const { onderdelen } = gelezen.bijeenkomst;
  const name = code || titel;
  if (code && onderdelen.some((item) => item.code === code)) return lose(gelezen, 'dubbel', code);
  if (onderdelen.length >= LIMIETEN.onderdelen) return lose(gelezen, 'teveel', name);
  onderdelen.push({ code, titel, minuten: readNumber(gelezen, 'minuten', name, minuten), noot: readText(gelezen, name, noot, LIMIETEN.noot, true) });
}

function readDay(gelezen: Gelezen, raw: string): void {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(raw) && !Number.isNaN(Date.parse(raw)) && new Date(raw).toISOString().startsWith(raw);
  if (isDay) gelezen.bijeenkomst.datum = raw;
  else if (raw) lose(gelezen, 'datum', decode(raw).text);
}

function readClock(gelezen: Gelezen, raw: string): void {
  const [, hours, minutes] = /^([01]\d|2[0-3])(?::|%3A)?([0-5]\d)$/i.exec(raw) ?? [];
  gelezen.bijeenkomst.begin = hours ? `${hours}:${minutes}` : '';
  if (!hours && raw) lose(gelezen, 'begin', decode(raw).text);
}

function readErbij(gelezen: Gelezen, raw: string): void {
  const { text } = decode(raw);
  const code = asCode(text);
  if (code) gelezen.erbij.push(code);
  else lose(gelezen, 'kaart', text);
}

/** How each field is read. A Map: a key such as `constructor` is nothing special to it. */
const FIELDS = new Map<string, (gelezen: Gelezen, raw: string) => void>([
  ['v', (gelezen, raw) => void (raw === VERSION || lose(gelezen, 'versie', decode(raw).text))],
  ['titel', (gelezen, raw) => void (gelezen.bijeenkomst.titel = readText(gelezen, 'titel', raw, LIMIETEN.titel))],
  ['plek', (gelezen, raw) => void (gelezen.bijeenkomst.plek = readText(gelezen, 'plek', raw, LIMIETEN.plek))],
  ['datum', readDay],
  ['begin', readClock],
  ['tijd', (gelezen, raw) => void (gelezen.bijeenkomst.tijd = readNumber(gelezen, 'tijd', decode(raw).text, raw))],
  ['erbij', readErbij],
]);

function readPart(gelezen: Gelezen, key: string, raw: string): void {
  const code = asCode(key);
  const [first = '', second = '', ...rest] = raw.split('_');
  if (code) readItem(gelezen, { code }, first, [second, ...rest].join('_'));
  else if (key === 'eigen') readItem(gelezen, { titel: readText(gelezen, key, second, LIMIETEN.titel) }, first, rest.join('_'));
  else if (FIELDS.has(key)) FIELDS.get(key)!(gelezen, raw);
  else lose(gelezen, 'onbekend', key);
}

/** Reads the fragment of a link, with or without its hash. Never throws. */
export function readBijeenkomst(fragment: string): Gelezen {
  const gelezen: Gelezen = { bijeenkomst: nieuweBijeenkomst(), erbij: [], verlies: [] };
  if (fragment.length > LIMIETEN.link) lose(gelezen, 'lang', 'link');
  const parts = partsOf(fragment.slice(0, LIMIETEN.link));
  // A whole link says when it begins, or leaves that out on purpose; a short one starts from an ordinary evening.
  if (parts.some(([key]) => key === 'v')) Object.assign(gelezen.bijeenkomst, { begin: '', tijd: undefined });
  for (const [key, raw] of parts) readPart(gelezen, key, raw);
  return gelezen;
}

function writeItem({ code, titel, minuten, noot }: Onderdeel): string {
  const own = code ? [] : [encode(schoon(titel, LIMIETEN.titel))];
  const value = [String(minuten ?? ''), ...own, encode(schoon(noot, LIMIETEN.noot, true))].join('_').replace(/_+$/, '');
  return [code || 'eigen', value].filter(Boolean).join('=');
}

/** The fragment of the link that carries this meeting, without the hash. */
export function writeBijeenkomst({ titel, plek, datum, begin, tijd, onderdelen }: Bijeenkomst): string {
  const fields = {
    v: VERSION,
    titel: encode(schoon(titel, LIMIETEN.titel)),
    plek: encode(schoon(plek, LIMIETEN.plek)),
    datum,
    begin: begin.replace(':', ''),
    tijd: String(tijd ?? ''),
  };
  const filled = Object.entries(fields).filter(([, value]) => value !== '');
  return [...filled.map(([key, value]) => `${key}=${value}`), ...onderdelen.map(writeItem)].join('&');
}
