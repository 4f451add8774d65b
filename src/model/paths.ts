/** The only place that builds addresses within the site. All start at the root and name a file. */
import { DELEN } from '../schema/waarden.ts';
import type { Algoritme, Casus, Library } from './library.ts';
import { slugify } from './text.ts';

const page = (...parts: (string | number)[]) => `/${parts.join('/')}.html`;

export const paths = {
  home: '/index.html',
  zoeken: page('zoeken'),
  algoritmes: page('algoritmes'),
  casussen: page('casussen'),
  themas: page('themas'),
  leeffuncties: page('leeffuncties'),
  macroOpgaven: page('macro-opgaven'),
  situaties: page('situaties'),
  begrippen: page('begrippen'),
  woorden: page('woorden'),
  register: page('register'),
  /** The map of all cards and cases. */
  plattegrond: page('kaart'),
  over: page('over'),
  colofon: page('colofon'),
  toegankelijkheid: page('toegankelijkheid'),
  correcties: page('correcties'),
  licenties: '/licenties.txt',
  bijeenkomst: page('bijeenkomst'),
  trek: page('trek'),
  afdrukken: page('afdrukken'),
  openData: page('open-data'),
  /** The whole library as one file, to take along. */
  los: page('werkvonken'),
  /** For editors: what the library adds up to. */
  redactie: page('redactie'),
  /** Adds to the meeting that is being composed. */
  erbij: (code: string) => `${page('bijeenkomst')}#erbij=${code}`,
  /** Draws from one deel. */
  trekUit: (deel: number) => `${page('trek')}#deel=${deel}`,
  deel: (nummer: number) => page('deel', nummer),
  algoritme: (slug: string) => page('algoritmes', slug),
  casus: (slug: string) => page('casussen', slug),
  casussenPer: (orde: string) => page('casussen-per', orde),
  /** A letter of a register that is too large for one page. */
  registerletter: (letter: string) => page('register', letter),
  thema: (id: string) => page('themas', id),
  leeffunctie: (id: string) => page('leeffuncties', id),
  macroOpgave: (id: string) => page('macro-opgaven', id),
  situatie: (id: string) => page('situaties', id),
  woord: (systeemwoord: string) => `${page('woorden')}#${slugify(systeemwoord)}`,
  begrip: (id: string) => `${page('begrippen')}#${id}`,
  /** What the QR code on a printed sheet leads to. */
  kort: (code: string) => page('k', code),
  /** A card or case to show within another site. */
  embed: (code: string) => page('embed', code),
  /** Whole documents to print: 1, 2, 3 for a deel, or everything. */
  afdruk: (deel: number) => page('afdrukken', `deel-${deel}`),
  zoek: (term: string) => `${page('zoeken')}?q=${encodeURIComponent(term)}`,
} as const;

/** Where a card or case stands. */
export const entryPath = (entry: Algoritme | Casus): string => ('stappen' in entry.data ? paths.algoritme(entry.slug) : paths.casus(entry.slug));

/** A card or case as plain text, beside its page. */
export const markdownPath = (entry: Algoritme | Casus): string => entryPath(entry).replace(/html$/, 'md');

/** The full address of `path` on the site that stands at `site`, behind the path that it may have there. */
export const absolute = (site: string | URL, path: string): string => String(site).replace(/\/+$/, '') + path.replace(/\/index\.html$/, '/');

/** The news of the site, for who follows it; only there when the address of the site is known. */
export const FEEDS = { rss: '/feed.xml', atom: '/atom.xml' } as const;

/** Where the open data lies. */
export const data = {
  index: '/data/index.json',
  json: (naam: string) => `/data/${naam}.json`,
  csv: (naam: string) => `/data/${naam}.csv`,
  schema: (naam: string) => `/data/schema/${naam}.json`,
} as const;

/** Where the papers of a build lie. */
export const papers = {
  kaart: (code: string) => `/papier/kaart/${code}.pdf`,
  a4: (code: string) => `/papier/a4/${code}.pdf`,
  stemmen: (code: string) => `/papier/stemmen/${code}.pdf`,
  deck: (wat: number | 'alles') => `/papier/deck/${wat === 'alles' ? wat : `deel-${wat}`}.pdf`,
  a6: (wat: number | 'alles') => `/papier/a6/${wat === 'alles' ? wat : `deel-${wat}`}.pdf`,
} as const;

/** Where the images lie that travel with links; only there when the address of the site is known. */
export const prenten = { site: '/beeld/prent/werkvonken.png', entry: (code: string) => `/beeld/prent/${code}.png` } as const;

/** The way through a card as a drawing. */
export const stroomPath = (code: string): string => `/beeld/stroom/${code}.svg`;

/** Fragments that every algoritme page or casus page has, beside the headings of its own text. */
export const ANCHORS = {
  algoritmes: ['inhoud', 'reflex', 'morgen', 'wanneer-niet', 'tegenwicht', 'stappen', 'valkuilen', 'rollen', 'vragen', 'verder'],
  casussen: ['inhoud', 'reflex', 'perspectieven', 'keuzes', 'logica', 'afloop', 'taal', 'vragen', 'verder'],
} as const;

/** Every page address that a text may link to. */
export function knownPaths(library: Library): Set<string> {
  const fixed = Object.values(paths).filter((value) => typeof value === 'string');
  return new Set([
    '/',
    ...fixed,
    ...DELEN.map(paths.deel),
    ...library.algoritmes.map(({ slug }) => paths.algoritme(slug)),
    ...library.casussen.map(({ slug }) => paths.casus(slug)),
    ...library.themas.map(({ id }) => paths.thema(id)),
    ...library.leeffuncties.map(({ id }) => paths.leeffunctie(id)),
    ...library.macroOpgaven.map(({ id }) => paths.macroOpgave(id)),
    ...library.situaties.map(({ id }) => paths.situatie(id)),
  ]);
}
