/** JSON Schema of every kind, for editors and for whoever reads the open data. */
import { z } from 'zod';
import { SOORTEN, type Soort } from './soorten.ts';

/**
 * The fields of one entry of `kind` as its editor writes them, in draft 2020-12 with the Dutch descriptions.
 * A rule that JSON Schema has no words for (a count of words, a rule over two fields) stands in `$comment`, in Dutch.
 */
export function toJsonSchema(kind: Soort): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(SOORTEN[kind], { io: 'input' });
}

/** The whole file of a list of `kind`. */
export const listJsonSchema = (kind: Soort) => z.toJSONSchema(z.array(SOORTEN[kind]), { io: 'input' });
