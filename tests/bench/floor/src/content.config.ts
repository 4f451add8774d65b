import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { algoritmeSchema } from '../../../../src/schema/algoritme.ts';
import { casusSchema } from '../../../../src/schema/casus.ts';

export const collections = {
  algoritmes: defineCollection({ loader: glob({ pattern: '**/[^_]*.mdx', base: './content/algoritmes' }), schema: algoritmeSchema }),
  casussen: defineCollection({ loader: glob({ pattern: '**/[^_]*.mdx', base: './content/casussen' }), schema: casusSchema }),
};
