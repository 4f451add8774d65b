import { z } from 'zod';
import { alinea, entryCode, kortLabel, lijst, slug, tekst, zin } from './velden.ts';

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

/** A subject with the words that searchers use for it, and what is about it. */
export const synoniemSchema = z.strictObject({
  term: tekst(40).describe('Het gewoonste woord voor dit onderwerp.'),
  ook: lijst(tekst(40), 1, 12).describe('Andere woorden en vaste woordgroepen waarmee mensen hetzelfde zoeken.'),
  sterk: lijst(entryCode(), 0, 12).optional().describe('Codes van kaarten en casussen die hierover gaan.'),
  mee: lijst(entryCode(), 0, 16).optional().describe('Codes van kaarten en casussen die er zijdelings over gaan.'),
});

export type BegripData = z.infer<typeof begripSchema>;
export type WoordData = z.infer<typeof woordSchema>;
export type SynoniemData = z.infer<typeof synoniemSchema>;
