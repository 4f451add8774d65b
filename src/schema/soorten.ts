/** Every kind of content by the name of its folder or list in `content/`: the one place that ties a schema to its files. */
import { algoritmeSchema } from './algoritme.ts';
import { begripSchema, synoniemSchema, woordSchema } from './begrip.ts';
import { casusSchema } from './casus.ts';
import { deelSchema } from './deel.ts';
import { editieSchema } from './editie.ts';
import { leeffunctieSchema, macroOpgaveSchema, themaSchema } from './onderwerp.ts';
import { paginaSchema } from './pagina.ts';
import { situatieSchema } from './situatie.ts';

/** A folder of texts, each with its fields above it. */
export const TEKSTEN = { algoritmes: algoritmeSchema, casussen: casusSchema, paginas: paginaSchema } as const;

/** A file that holds a list. */
export const LIJSTEN = {
  delen: deelSchema,
  themas: themaSchema,
  leeffuncties: leeffunctieSchema,
  'macro-opgaven': macroOpgaveSchema,
  situaties: situatieSchema,
  begrippen: begripSchema,
  woorden: woordSchema,
  synoniemen: synoniemSchema,
  edities: editieSchema,
} as const;

/** Words that the dictionary lacks and the editors hold right, one a line. */
export const SPELLING = 'content/spelling.txt';

export const SOORTEN = { ...TEKSTEN, ...LIJSTEN } as const;

export type Soort = keyof typeof SOORTEN;
