/** What each sheet prints, in words: the same fields as the pages, with every reference already resolved. */
import { byCode, type Algoritme, type Casus, type Library } from '../model/library.ts';
import { absolute, papers, paths, prenten } from '../model/paths.ts';
import { tegenwichten } from '../model/related.ts';
import { writtenDate, writtenDuration, writtenGroup } from '../model/text.ts';
import { raysOfAlgoritme, raysOfCasus } from '../model/vonk.ts';
import { AFLOPEN, DELEN, VRAAGSOORTEN, label } from '../schema/waarden.ts';
import { SITE } from '../site.ts';
import { qrCode } from './qr.ts';
import type { Template } from './render.ts';

/** What stands at the foot of every sheet. `qr` is null when nobody knows yet where the site will stand. */
export interface Foot {
  code: string;
  titel: string;
  editie: string;
  licentie: string;
  qr: string | null;
  adres: string;
  'adres-kort': string;
}

const LICENCE = `Tekst: ${SITE.licentie}`;

/** The address behind the code on paper: a page that says whether the card changed since `bijgewerkt`. */
export const paperAddress = (site: string, code: string, bijgewerkt: string) => `${absolute(site, paths.kort(code))}#${bijgewerkt}`;

function foot({ data }: Algoritme | Casus, site: string | undefined): Foot {
  const adres = site ? paperAddress(site, data.code, data.bijgewerkt) : '';
  return {
    code: data.code,
    titel: data.titel,
    editie: writtenDate(data.bijgewerkt),
    licentie: LICENCE,
    qr: site ? qrCode(adres) : null,
    adres,
    'adres-kort': adres.replace(/^https?:\/\//, '').replace(/#.*/, ''),
  };
}

const titleOf = ({ data }: Algoritme | Casus) => `${data.code} ${data.titel}`;

type Naar = number | string;

/** Where an exit leads, as it is printed. */
function destination(naar: Naar, library: Library): string {
  if (typeof naar === 'number') return `stap ${naar}`;
  return naar === 'stop' ? 'STOP HIER' : titleOf(byCode(library.algoritmes, naar));
}

/** The first question of each kind, in the order in which a talk goes. */
const firstOfEach = (vragen: Algoritme['data']['vragen']) => VRAAGSOORTEN.map(({ id, label: soort }) => ({ soort, vraag: vragen.find((item) => item.soort === id)!.vraag }));

/** The card of an algoritme. */
export function cardSheet(library: Library, kaart: Algoritme, site?: string) {
  const { data } = kaart;
  return {
    ...foot(kaart, site),
    deel: data.deel,
    deelTitel: library.delen.find(({ nummer }) => nummer === data.deel)!.titel,
    kern: data.kern,
    kernvraag: data.kernvraag,
    poolen: [data.spanningsveld.pool1, data.spanningsveld.pool2],
    enkelvoudig: data.enkelvoudig,
    meervoudig: data.meervoudig,
    eersteStap: data.eersteStap,
    duur: writtenDuration(data.duur),
    groep: writtenGroup(data.groep),
    stralen: raysOfAlgoritme(data),
    stappen: data.stappen.map(({ doe, letOp, beslispunt }) => ({
      doe,
      letOp: letOp ?? null,
      vraag: beslispunt?.vraag ?? null,
      uitgangen: (beslispunt?.uitgangen ?? []).map(({ als, naar }) => ({ als, naar: destination(naar, library), stop: naar === 'stop' })),
    })),
    wanneerNiet: data.wanneerNiet,
    tegenwicht: tegenwichten(library, kaart).map(({ kaart: ander, wanneerGelijk }) => ({ kaart: titleOf(ander), wanneerGelijk })),
    vragen: firstOfEach(data.vragen),
  };
}

export type CardSheet = ReturnType<typeof cardSheet>;

const written = ({ uitgever, titel, jaar }: Casus['data']['bronnen'][number]) => `${uitgever}, ${titel}${jaar ? ` (${jaar})` : ''}`;

/** A case, for its A4 and for its voices. */
export function caseSheet(casus: Casus, site?: string) {
  const { data } = casus;
  return {
    ...foot(casus, site),
    naam: data.naam,
    deel: data.deel,
    plaats: data.plaats,
    periode: data.periode,
    kern: data.kern,
    situatie: data.situatie,
    spanning: data.spanning,
    reflex: [data.reflex.wat, data.reflex.waaromBegrijpelijk, data.reflex.gevolg].join(' '),
    meervoudig: data.meervoudig,
    stralen: raysOfCasus(data),
    stemmen: data.perspectieven.map(({ wie, ziet, wil, vreest, aanTafel }) => ({ wie, ziet, wil, vreest, aanTafel })),
    keuzes: data.keuzemomenten,
    stand: label(AFLOPEN, data.afloop.stand).toLowerCase(),
    afloop: data.afloop.tekst,
    vragen: firstOfEach(data.vragen),
    bronnen: data.bronnen.map(written),
  };
}

export type CaseSheet = ReturnType<typeof caseSheet>;

/** The deck of the cards of `delen`: contents per deel, the cards, and an index by theme. Also what the small cards are drawn from. */
export function deckSheet(library: Library, nummers: readonly number[], naam: string, site?: string) {
  const kaarten = library.algoritmes.filter(({ data }) => nummers.includes(data.deel));
  const short = ({ data }: Algoritme) => ({ code: data.code, titel: data.titel });
  const delen = library.delen.filter(({ nummer }) => nummers.includes(nummer)).sort((a, b) => a.nummer - b.nummer);
  return {
    titel: delen.length === 1 ? `${naam}, deel ${delen[0]!.nummer}: ${delen[0]!.titel}` : `${naam}, alle kaarten`,
    uitleg: delen.map(({ kort }) => kort).join(' '),
    editie: writtenDate(
      kaarten
        .map(({ data }) => data.bijgewerkt)
        .sort()
        .at(-1)!,
    ),
    licentie: LICENCE,
    delen: delen.map(({ nummer, titel }) => ({ nummer, titel, kaarten: kaarten.filter(({ data }) => data.deel === nummer).map(short) })),
    kaarten: kaarten.map((kaart) => cardSheet(library, kaart, site)),
    themas: library.themas
      .map(({ id, titel }) => ({ titel, kaarten: kaarten.filter(({ data }) => data.themas.some((thema) => thema === id)).map(short) }))
      .filter((thema) => thema.kaarten.length > 0),
  };
}

export type DeckSheet = ReturnType<typeof deckSheet>;

/** The image that travels with a link to an entry. */
export function entryPrent(entry: Algoritme | Casus) {
  const { data } = entry;
  const isCard = 'stappen' in data;
  return {
    code: data.code,
    soort: isCard ? 'Algoritme' : data.naam,
    titel: data.titel,
    kern: data.kern,
    deel: data.deel,
    stralen: isCard ? raysOfAlgoritme(data) : raysOfCasus(data),
  };
}

/** The image that travels with a link to any other page. */
export const sitePrent = () => ({ code: SITE.naam, soort: '', titel: SITE.vraag, kern: SITE.belofte, deel: null, stralen: [] });

export interface Sheet {
  path: string;
  template: Template;
  data: object;
}

/** The images that travel with links: only of use where the site has an address. */
const allPrenten = ({ algoritmes, casussen }: Library): Sheet[] => [
  { path: prenten.site, template: 'prent', data: sitePrent() },
  ...[...algoritmes, ...casussen].map((entry) => ({ path: prenten.entry(entry.data.code), template: 'prent' as const, data: entryPrent(entry) })),
];

/** Every paper of the site, with where it goes. `site` is the address of the site when it is known: then each sheet gets a QR code, and links get an image. */
export function allSheets(library: Library, naam: string, site?: string): Sheet[] {
  const filled = DELEN.filter((nummer) => library.algoritmes.some(({ data }) => data.deel === nummer));
  const decks = (filled.length > 0 ? ([...filled, 'alles'] as const) : []).flatMap((wat) => {
    const data = deckSheet(library, wat === 'alles' ? DELEN : [wat], naam, site);
    return [
      { path: papers.deck(wat), template: 'deck' as const, data },
      { path: papers.a6(wat), template: 'a6' as const, data },
    ];
  });
  return [
    ...library.algoritmes.map((kaart) => ({ path: papers.kaart(kaart.data.code), template: 'kaart' as const, data: cardSheet(library, kaart, site) })),
    ...library.casussen.flatMap((casus) => {
      const data = caseSheet(casus, site);
      return [
        { path: papers.a4(casus.data.code), template: 'a4' as const, data },
        { path: papers.stemmen(casus.data.code), template: 'stemmen' as const, data },
      ];
    }),
    ...decks,
    ...(site ? allPrenten(library) : []),
  ];
}
