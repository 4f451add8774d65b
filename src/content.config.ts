import { defineCollection } from 'astro:content';
import { file } from 'astro/loaders';
import { parse } from 'yaml';
import type { ZodType } from 'zod';
import { texts } from './build/texts.ts';
import { algoritmeSchema } from './schema/algoritme.ts';
import { begripSchema, synoniemSchema, woordSchema } from './schema/begrip.ts';
import { casusSchema } from './schema/casus.ts';
import { deelSchema } from './schema/deel.ts';
import { leeffunctieSchema, macroOpgaveSchema, themaSchema } from './schema/onderwerp.ts';
import { paginaSchema } from './schema/pagina.ts';
import { situatieSchema } from './schema/situatie.ts';

const folder = <T extends ZodType>(name: string, schema: T) => defineCollection({ loader: texts(`./content/${name}`), schema });

/** A YAML list; its order is kept by numbering the ids, since a collection is a set. */
const list = <T extends ZodType>(name: string, schema: T) =>
  defineCollection({
    loader: file(`content/${name}.yaml`, {
      parser: (text) => Object.fromEntries((parse(text) as Record<string, unknown>[]).map((item, index) => [String(index).padStart(4, '0'), item])),
    }),
    schema,
  });

export const collections = {
  algoritmes: folder('algoritmes', algoritmeSchema),
  casussen: folder('casussen', casusSchema),
  paginas: folder('paginas', paginaSchema),
  delen: list('delen', deelSchema),
  themas: list('themas', themaSchema),
  leeffuncties: list('leeffuncties', leeffunctieSchema),
  macroOpgaven: list('macro-opgaven', macroOpgaveSchema),
  situaties: list('situaties', situatieSchema),
  begrippen: list('begrippen', begripSchema),
  woorden: list('woorden', woordSchema),
  synoniemen: list('synoniemen', synoniemSchema),
};
