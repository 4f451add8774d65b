import { z } from 'zod';
import { bijgewerkt, kort, tekst } from './velden.ts';

/** A page about the site itself: over, colofon, toegankelijkheid, correcties. */
export const paginaSchema = z.strictObject({
  titel: tekst(60).describe('De titel van de pagina.'),
  kort: kort(),
  bijgewerkt: bijgewerkt(),
});

export type PaginaData = z.infer<typeof paginaSchema>;
