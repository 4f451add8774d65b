import { defineCollection } from 'astro/content/config';
import { file } from 'astro/loaders';
import type { ZodType } from 'zod';
import { readList } from './model/yaml.ts';
import { explained, texts, unlessKept } from './build/texts.ts';
import { LIJSTEN, TEKSTEN } from './schema/soorten.ts';

const folder = <T extends ZodType>(name: keyof typeof TEKSTEN, schema: T) => defineCollection({ loader: texts(`./content/${name}`), schema });

/** A YAML list; its order is kept by numbering the ids, since a collection is a set. */
const list = <T extends ZodType>(name: keyof typeof LIJSTEN, schema: T) => {
  const path = `content/${name}.yaml`;
  const parser = (text: string) => Object.fromEntries(readList<Record<string, unknown>>(text).map((item, index) => [String(index).padStart(4, '0'), item]));
  return defineCollection({ loader: explained(unlessKept(path, file(path, { parser }))), schema });
};

export const collections = {
  algoritmes: folder('algoritmes', TEKSTEN.algoritmes),
  casussen: folder('casussen', TEKSTEN.casussen),
  paginas: folder('paginas', TEKSTEN.paginas),
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
