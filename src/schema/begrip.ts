import { z } from 'zod';
import { alinea, kortLabel, lijst, slug, tekst, zin } from './velden.ts';

export const begripSchema = z.strictObject({
  id: slug().describe('De naam in het adres; verandert niet.'),
  term: tekst(60).describe('Het begrip.'),
  uitleg: alinea(60).describe('Wat het betekent in gewone woorden; hoogstens 60 woorden.'),
  nietDit: zin().describe('Wat het níét is: een misverstand dat mensen echt hebben.'),
  ook: lijst(tekst(40), 0, 4).describe('Andere woorden die mensen ervoor gebruiken.'),
  kijkOok: lijst(slug(), 0, 4).describe('De id’s van begrippen die ernaast liggen.'),
});

export const woordSchema = z.strictObject({
  systeemwoord: kortLabel().describe('Het woord uit de brief of de nota.'),
  leefwoord: kortLabel().describe('Wat je zegt tegen iemand die je kent.'),
  waarom: zin().describe('Wat het systeemwoord doet, of waarom het soms toch mag.'),
});

/** A group of words that searchers use for one thing. */
export const synoniemSchema = z.strictObject({
  term: tekst(40).describe('Het woord dat op de site staat.'),
  ook: lijst(tekst(40), 1, 12).describe('Woorden waarmee mensen hetzelfde zoeken.'),
});

export type BegripData = z.infer<typeof begripSchema>;
export type WoordData = z.infer<typeof woordSchema>;
