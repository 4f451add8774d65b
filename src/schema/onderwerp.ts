/** Themas, leeffuncties and macro-opgaven: a closed id with a short text, a question and search words. */
import { z } from 'zod';
import { kort, tekst, vraag, zoekwoorden } from './velden.ts';
import { LEEFFUNCTIES, MACRO_OPGAVEN, THEMAS, ids } from './waarden.ts';

const fields = {
  titel: tekst(60).describe('De naam die lezers zien.'),
  kort: kort(),
  vraag: vraag().describe('Een vraag om samen over door te praten.'),
  zoekwoorden: zoekwoorden(),
};

export const themaSchema = z.strictObject({ id: z.enum(ids(THEMAS)).describe('Het id uit de vaste lijst.'), ...fields });
export const leeffunctieSchema = z.strictObject({ id: z.enum(ids(LEEFFUNCTIES)).describe('Het id uit de vaste lijst.'), ...fields });
export const macroOpgaveSchema = z.strictObject({ id: z.enum(ids(MACRO_OPGAVEN)).describe('Het id uit de vaste lijst.'), ...fields });

export type OnderwerpData = z.infer<typeof themaSchema> | z.infer<typeof leeffunctieSchema> | z.infer<typeof macroOpgaveSchema>;
