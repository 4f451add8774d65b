/** The library as others may build on it: per file a list of flat or nested entries, in the shape of src/schema/open.ts. */
import type { Algoritme, Casus, Library } from '../model/library.ts';
import { entryPath } from '../model/paths.ts';
import type { OpenNaam, Relatie } from '../schema/open.ts';

const ofText = (entry: Algoritme | Casus) => ({ url: entryPath(entry).slice(1), slug: entry.slug, ...entry.data, tekst: entry.body });

/** Every link that someone wrote down, in the order of the library. The other direction follows from it. */
export function relaties({ algoritmes, casussen, situaties, begrippen }: Library): Relatie[] {
  return [
    ...algoritmes.flatMap(({ data }) =>
      data.verwant.map((item): Relatie => ({ van: data.code, soort: item.soort, naar: item.code, toelichting: 'wanneerGelijk' in item ? item.wanneerGelijk : '' })),
    ),
    ...casussen.flatMap(({ data }) => data.algoritmes.map(({ code, relatie }): Relatie => ({ van: data.code, soort: relatie, naar: code, toelichting: '' }))),
    ...situaties.flatMap(({ id, kaarten }) => kaarten.map(({ code, waarom }): Relatie => ({ van: id, soort: 'past-bij', naar: code, toelichting: waarom }))),
    ...begrippen.flatMap(({ id, kijkOok }) => kijkOok.map((other): Relatie => ({ van: id, soort: 'kijk-ook', naar: other, toelichting: '' }))),
  ];
}

const MAKERS: Record<OpenNaam, (library: Library) => object[]> = {
  algoritmes: ({ algoritmes }) => algoritmes.map(ofText),
  casussen: ({ casussen }) => casussen.map(ofText),
  delen: ({ delen }) => delen,
  themas: ({ themas }) => themas,
  leeffuncties: ({ leeffuncties }) => leeffuncties,
  'macro-opgaven': ({ macroOpgaven }) => macroOpgaven,
  situaties: ({ situaties }) => situaties,
  begrippen: ({ begrippen }) => begrippen,
  woorden: ({ woorden }) => woorden,
  relaties,
};

/** The entries of one file of open data. */
export const dataset = (library: Library, naam: OpenNaam): object[] => MAKERS[naam](library);
