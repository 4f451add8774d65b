import { z } from 'zod';
import { alinea, algoritmeCode, casusCode, gedeeld, kortLabel, lijst, regel, slug, tekst, vragen, zin } from './velden.ts';
import { AFLOPEN, HERKOMSTEN, LEEFFUNCTIES, MACRO_OPGAVEN, RELATIES, STOELEN, ids } from './waarden.ts';

/** What one A4 has room for, over all choices together. */
const MOST_OPTIES = 7;

const NO_ADDRESS = 'Geen volledig webadres. Begin met https:// en schrijf geen spatie, aanhalingsteken, < of >.';

const perspectief = z.strictObject({
  wie: tekst(60).describe('Een rol met een lidwoord, nooit de naam van een mens.'),
  stoel: z.enum(ids(STOELEN)).describe('Vanuit welke stoel: bewoner, professional, bestuurder of buiten.'),
  ziet: zin().describe('Wat deze stem ziet.'),
  wil: zin().describe('Wat deze stem wil.'),
  vreest: zin().describe('Waar deze stem bang voor is.'),
  aanTafel: z.boolean().describe('Zat deze stem aan tafel? true of false.'),
});

const keuzemoment = z.strictObject({
  moment: zin().describe('Het moment waarop het twee kanten op kon.'),
  opties: z
    .array(
      z.strictObject({
        keuze: kortLabel().describe('Wat je kon kiezen.'),
        wint: zin().describe('Wat die keuze wint.'),
        kost: zin().describe('Wat die keuze kost.'),
      }),
    )
    .min(2)
    .max(4)
    .describe('Minstens twee keuzes.'),
});

export const bronSchema = z.strictObject({
  id: slug().describe('Een korte naam voor de voetnoot, zoals wijkkrant.'),
  titel: tekst(160).describe('De titel van de bron, zoals hij daar staat.'),
  uitgever: tekst(80).describe('Wie de bron uitgaf.'),
  jaar: z.int().min(1900).max(2100).optional().describe('Het jaar van uitgave, als het bekend is.'),
  url: z
    .url({ protocol: /^https?$/, error: NO_ADDRESS, abort: true })
    .regex(/^[^\s<>"]+$/, { error: NO_ADDRESS })
    .describe('Het adres van de bron.'),
});

/** One documented practice, its sources, and our reading of it. */
export const casusSchema = z
  .strictObject({
    code: casusCode().describe('De vaste code, zoals C-33; staat op papier en verandert nooit.'),
    ...gedeeld,
    naam: tekst(60).describe('De naam van de praktijk.'),
    herkomst: z.enum(ids(HERKOMSTEN)).describe('openbare-bron, of samengesteld uit meer ervaringen.'),
    plaats: tekst(60).describe('Waar het speelt.'),
    land: tekst(60).describe('In welk land.'),
    periode: tekst(60).describe('Wanneer, zoals ‘2012 tot nu’.'),
    leeffuncties: lijst(z.enum(ids(LEEFFUNCTIES)), 1, 4).describe('Waar in het leven het over gaat.'),
    macroOpgaven: lijst(z.enum(ids(MACRO_OPGAVEN)), 0, 3).describe('Welke grote opgave eraan raakt; mag leeg zijn.'),
    situatie: alinea(90).describe('De situatie waarin gekozen moest worden; hoogstens 90 woorden.'),
    spanning: zin().describe('Waar het om spant, in één zin.'),
    reflex: z
      .strictObject({
        wat: zin().describe('Wat iemand als eerste zou doen.'),
        waaromBegrijpelijk: zin().describe('Waarom dat begrijpelijk is.'),
        gevolg: zin().describe('Wat het gevolg is of was.'),
      })
      .describe('De reflex: onze lezing.'),
    meervoudig: alinea(60).describe('Wat je ziet als alle blikken tegelijk gelden; hoogstens 60 woorden.'),
    perspectieven: z
      .array(perspectief)
      .min(3)
      .max(6)
      .refine((list) => list.some((item) => !item.aanTafel), {
        error: 'Elke stem zit aan tafel. Voeg een stem toe met aanTafel: false.',
      })
      .meta(regel('minstens één stem heeft aanTafel: false.'))
      .describe('Drie tot zes stemmen, waarvan minstens één niet aan tafel zat.'),
    logica: z
      .strictObject({
        verticaal: zin().describe('Hoe de organisatie ernaar kijkt.'),
        horizontaal: zin().describe('Hoe de straat ernaar kijkt.'),
        brug: zin().describe('Wat de twee verbond, of had kunnen verbinden.'),
      })
      .describe('De lijn van de organisatie, de lijn van de straat, en de brug.'),
    keuzemomenten: z
      .array(keuzemoment)
      .min(1)
      .max(3)
      .refine((list) => list.reduce((sum, { opties }) => sum + opties.length, 0) <= MOST_OPTIES, {
        error: `Samen hebben de keuzemomenten meer dan ${MOST_OPTIES} opties; zoveel past niet op één A4. Haal er een weg.`,
      })
      .meta(regel(`samen hoogstens ${MOST_OPTIES} opties.`))
      .describe('Eén tot drie momenten waarop het anders had gekund.'),
    afloop: z
      .strictObject({
        stand: z.enum(ids(AFLOPEN)).describe('loopt, gelukt, gemengd, mislukt of open.'),
        tekst: zin().describe('Hoe het afliep, in één of twee zinnen.'),
      })
      .describe('Hoe het afliep, zoals de bronnen het geven.'),
    taal: z
      .array(z.strictObject({ systeemwoord: kortLabel().describe('Het woord van de organisatie.'), leefwoord: kortLabel().describe('Het woord van de straat.') }))
      .min(1)
      .max(4)
      .describe('Woorden die hier botsen.'),
    vragen: vragen(),
    algoritmes: z
      .array(z.strictObject({ code: algoritmeCode().describe('De code van de kaart.'), relatie: z.enum(ids(RELATIES)).describe('toegepast, had-gekund of waarschuwing.') }))
      .min(1)
      .max(6)
      .describe('Welke kaarten je hierin herkent.'),
    bronnen: z.array(bronSchema).max(12).default([]).describe('De bronnen; verplicht bij herkomst: openbare-bron.'),
  })
  .refine((casus) => casus.herkomst !== 'openbare-bron' || casus.bronnen.length > 0, {
    path: ['bronnen'],
    error: 'Er zijn geen bronnen. Een casus uit openbare bronnen noemt er minstens één.',
  })
  .refine((casus) => new Set(casus.bronnen.map((bron) => bron.id)).size === casus.bronnen.length, {
    path: ['bronnen'],
    error: 'Twee bronnen hebben hetzelfde id. Geef elke bron een eigen id.',
  })
  .meta(regel('een casus met herkomst: openbare-bron heeft minstens één bron, en elke bron een eigen id.'));

export type CasusData = z.infer<typeof casusSchema>;
export type Bron = z.infer<typeof bronSchema>;
