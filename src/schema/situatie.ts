import { z } from 'zod';
import { algoritmeCode, kort, kortLabel, slug, tekst, zoekwoorden } from './velden.ts';

export const situatieSchema = z.strictObject({
  id: slug().describe('De naam in het adres; verandert niet.'),
  zin: tekst(80)
    .regex(/^\p{Ll}.*[^.?!…]$/u, { error: 'De zin maakt ‘Morgen zit ik in…’ af. Begin met een kleine letter en eindig zonder punt.' })
    .describe('Maakt de zin ‘Morgen zit ik in…’ af, zoals iemand het zegt.'),
  kort: kort(),
  kaarten: z
    .array(z.strictObject({ code: algoritmeCode().describe('De code van de kaart.'), waarom: kortLabel().describe('Waarom juist deze, in een halve regel.') }))
    .min(3)
    .max(5)
    .describe('Drie tot vijf kaarten, in de volgorde waarin je ze pakt.'),
  zoekwoorden: zoekwoorden(),
});

export type SituatieData = z.infer<typeof situatieSchema>;
