import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { parse } from 'yaml';
import type { ZodType } from 'zod';
import { LIJSTEN, TEKSTEN } from './schema/soorten.ts';

const texts = <T extends ZodType>(folder: keyof typeof TEKSTEN, schema: T) =>
  defineCollection({ loader: glob({ pattern: '[^_]*.mdx', base: `./content/${folder}` }), schema });

/** A YAML list; its order is kept by numbering the ids, since a collection is a set. */
const list = <T extends ZodType>(name: keyof typeof LIJSTEN, schema: T) =>
  defineCollection({
    loader: file(`content/${name}.yaml`, {
      parser: (text) => Object.fromEntries((parse(text) as Record<string, unknown>[]).map((item, index) => [String(index).padStart(4, '0'), item])),
    }),
    schema,
  });

export const collections = {
  algoritmes: texts('algoritmes', TEKSTEN.algoritmes),
  casussen: texts('casussen', TEKSTEN.casussen),
  paginas: texts('paginas', TEKSTEN.paginas),
  delen: list('delen', LIJSTEN.delen),
  themas: list('themas', LIJSTEN.themas),
  leeffuncties: list('leeffuncties', LIJSTEN.leeffuncties),
  macroOpgaven: list('macro-opgaven', LIJSTEN['macro-opgaven']),
  situaties: list('situaties', LIJSTEN.situaties),
  begrippen: list('begrippen', LIJSTEN.begrippen),
  woorden: list('woorden', LIJSTEN.woorden),
  synoniemen: list('synoniemen', LIJSTEN.synoniemen),
  edities: list('edities', LIJSTEN.edities),
};
