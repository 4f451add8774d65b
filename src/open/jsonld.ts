/** What search engines and other programs read on a page, in the words of schema.org. Full addresses stand in it only when the site knows its own. */
import type { Article, BreadcrumbList, Dataset, DefinedTermSet, HowTo, WithContext } from 'schema-dts';
import type { Algoritme, Casus, Library } from '../model/library.ts';
import { absolute, entryPath, paths } from '../model/paths.ts';
import type { Bron } from '../schema/casus.ts';
import { LICENTIE_URL, SITE } from '../site.ts';
import { tData } from '../strings/opendata.ts';
import { bestanden } from './catalogue.ts';

export type Site = URL | undefined;

const CONTEXT = { '@context': 'https://schema.org' } as const;
const OURS = { inLanguage: 'nl', license: LICENTIE_URL } as const;
const MAKER = { '@type': 'Organization', name: SITE.naam } as const;

/** The address of `path` as a field, when it is known. */
const url = (site: Site, path: string): { url?: string } => (site ? { url: absolute(site, path) } : {});

const shared = (site: Site, entry: Algoritme | Casus) => ({
  ...OURS,
  ...url(site, entryPath(entry)),
  identifier: entry.data.code,
  description: entry.data.kern,
  dateModified: entry.data.bijgewerkt,
  author: MAKER,
  keywords: entry.data.zoekwoorden.join(', '),
});

/** A card: something to do, in steps. */
export const howTo = (site: Site, kaart: Algoritme): WithContext<HowTo> => ({
  ...CONTEXT,
  '@type': 'HowTo',
  name: kaart.data.titel,
  ...shared(site, kaart),
  step: kaart.data.stappen.map(({ doe }, index) => ({ '@type': 'HowToStep', position: index + 1, text: doe })),
});

const citation = ({ titel, uitgever, jaar, url: address }: Bron) =>
  ({ '@type': 'CreativeWork', name: titel, publisher: { '@type': 'Organization', name: uitgever }, ...(jaar ? { datePublished: String(jaar) } : {}), url: address }) as const;

/** A case: an article about a place, with what it cites. */
export const article = (site: Site, casus: Casus): WithContext<Article> => ({
  ...CONTEXT,
  '@type': 'Article',
  headline: `${casus.data.titel} (${casus.data.naam})`,
  ...shared(site, casus),
  contentLocation: { '@type': 'Place', name: `${casus.data.plaats}, ${casus.data.land}` },
  citation: casus.data.bronnen.map(citation),
});

/** The terms of the library. */
export const termSet = (site: Site, { begrippen }: Library): WithContext<DefinedTermSet> => ({
  ...CONTEXT,
  '@type': 'DefinedTermSet',
  name: `Begrippen van ${SITE.naam}`,
  ...OURS,
  ...url(site, paths.begrippen),
  hasDefinedTerm: begrippen.map(({ id, term, uitleg }) => ({ '@type': 'DefinedTerm', termCode: id, name: term, description: uitleg, ...url(site, paths.begrip(id)) })),
});

/** Where a page stands: `trail` from home to the page itself, which has no address. */
export const breadcrumbs = (site: Site, trail: readonly { tekst: string; href?: string | undefined }[]): WithContext<BreadcrumbList> => ({
  ...CONTEXT,
  '@type': 'BreadcrumbList',
  itemListElement: trail.map(({ tekst, href }, index) => ({ '@type': 'ListItem', position: index + 1, name: tekst, ...(site && href ? { item: absolute(site, href) } : {}) })),
});

/** All open data as one set, for who looks for data. */
export const dataSet = (site: Site, library: Library): WithContext<Dataset> => ({
  ...CONTEXT,
  '@type': 'Dataset',
  name: `${SITE.naam}: ${tData.titel.toLowerCase()}`,
  description: tData.kort,
  ...OURS,
  ...url(site, paths.openData),
  creator: MAKER,
  version: library.edities[0]!.versie,
  dateModified: library.edities[0]!.datum,
  distribution: bestanden(library).flatMap(({ titel, json, csv }) => [
    { '@type': 'DataDownload', name: titel, encodingFormat: 'application/json', ...(site ? { contentUrl: absolute(site, `/${json}`) } : {}) },
    { '@type': 'DataDownload', name: titel, encodingFormat: 'text/csv', ...(site ? { contentUrl: absolute(site, `/${csv}`) } : {}) },
  ]),
});
