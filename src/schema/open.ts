/** The open data: what each file holds beside the fields that editors write. Others build on these names; a change of shape is a new first number of the edition. */
import { z } from 'zod';
import { LIJSTEN, TEKSTEN } from './soorten.ts';
import { slug } from './velden.ts';

const ofText = {
  url: z.string().describe('Het adres van de pagina, gerekend vanaf het begin van de site.'),
  slug: slug().describe('De naam in het adres.'),
  tekst: z.string().describe('De langere tekst, in Markdown.'),
};

export const SOORTEN_RELATIE = ['ervoor', 'erna', 'tegenwicht', 'toegepast', 'had-gekund', 'waarschuwing', 'past-bij', 'kijk-ook'] as const;

/** One link between two parts of the library, as it was written: from the one that names to the one that is named. */
export const relatieSchema = z.strictObject({
  van: z.string().describe('De code van een kaart of casus, of het id van een situatie of begrip.'),
  soort: z
    .enum(SOORTEN_RELATIE)
    .describe(
      'Hoe de twee bij elkaar horen. Tussen kaarten: ervoor, erna of tegenwicht. Van casus naar kaart: toegepast, had-gekund of waarschuwing. Van situatie naar kaart: past-bij. Tussen begrippen: kijk-ook.',
    ),
  naar: z.string().describe('De code of het id waar het heen gaat.'),
  toelichting: z.string().describe('Waarom of wanneer, als dat erbij staat; anders leeg.'),
});

/** What is written for search and for the list of editions alone is no content of the library. */
const { synoniemen, edities, ...lijsten } = LIJSTEN;

/** Every file of open data by its name. */
export const OPEN = {
  algoritmes: TEKSTEN.algoritmes.safeExtend(ofText),
  casussen: TEKSTEN.casussen.safeExtend(ofText),
  ...lijsten,
  relaties: relatieSchema,
} as const;

export type OpenNaam = keyof typeof OPEN;
export type Relatie = z.infer<typeof relatieSchema>;

export const OPEN_NAMEN = Object.keys(OPEN) as OpenNaam[];

/** The JSON Schema (draft 2020-12) of the file `naam`: a list of entries. */
export const openJsonSchema = (naam: OpenNaam): object => z.toJSONSchema(z.array(OPEN[naam] as z.ZodType), { io: 'output' });

/** A block of fields becomes a column per field, with a dot between; what may be more than one thing stays one column. */
function columns(shape: Record<string, z.ZodType>, prefix = ''): string[] {
  return Object.entries(shape).flatMap(([name, field]) => {
    const inner = field instanceof z.ZodOptional ? field.unwrap() : field;
    return inner instanceof z.ZodObject ? columns(inner.shape as Record<string, z.ZodType>, `${prefix}${name}.`) : [`${prefix}${name}`];
  });
}

/** The columns of `naam` as a table: from the schema, so that they stay the same whichever fields happen to be filled in. */
export const openColumns = (naam: OpenNaam): string[] => columns(OPEN[naam].shape as unknown as Record<string, z.ZodType>);
