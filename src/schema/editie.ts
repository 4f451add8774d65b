import { z } from 'zod';
import { datum, zin } from './velden.ts';

/** One edition of the library: what of it is new to who reads or reuses it. */
export const editieSchema = z.strictObject({
  versie: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/, { error: 'Geen geldig nummer van een uitgave. Schrijf drie getallen met punten, zoals 1.2.0.' })
    .describe('Het nummer, zoals 1.2.0: het eerste getal gaat omhoog als data van vorm verandert, het tweede als er iets bijkomt, het derde als er iets is verbeterd.'),
  datum: datum().describe('De dag van de uitgave, als jaar-maand-dag.'),
  wat: z.array(zin()).min(1).max(12).describe('Wat er voor een lezer veranderde, elk in één zin.'),
});

export type EditieData = z.infer<typeof editieSchema>;
