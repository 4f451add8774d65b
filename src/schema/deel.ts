import { z } from 'zod';
import { kort, kortLabel, tekst, vraag } from './velden.ts';
import { DELEN } from './waarden.ts';

export const deelSchema = z.strictObject({
  nummer: z.literal(DELEN).describe('1, 2 of 3.'),
  titel: tekst(60).describe('De naam van het deel.'),
  ondertitel: kortLabel().describe('Waar het deel over gaat, in een paar woorden.'),
  voor: kortLabel().describe('Voor wie het deel bedoeld is.'),
  kort: kort(),
  vragen: z.array(vraag().describe('Een vraag waarmee een lezer binnenkomt.')).min(2).max(6).describe('De vragen waarmee het deel opent.'),
});

export type DeelData = z.infer<typeof deelSchema>;
