import { z } from 'zod';
import { CIJFERS } from './code.ts';
import { alinea, algoritmeCode, gedeeld, kortLabel, regel, tekst, vraag, vragen, zin } from './velden.ts';
import { ONDERBOUWINGEN, ids } from './waarden.ts';

const NO_EXIT = 'Geen uitgang. Schrijf het nummer van een stap, de code van een kaart of stop.';
const NO_DURATION = 'Geen geldige duur. Schrijf doorlopend, of min en max in minuten met min niet groter dan max.';

/** What the back of a printed card has room for. */
const MOST_DECISIONS = 3;
const MOST_TEGENWICHTEN = 2;

const uitgang = z.strictObject({
  als: kortLabel().describe('Het antwoord dat naar deze uitgang leidt.'),
  naar: z
    .union([z.int().min(1), z.string().regex(new RegExp(`^(stop|A-${CIJFERS})$`), { error: NO_EXIT })], { error: NO_EXIT })
    .describe('Het nummer van een andere stap, de code van een kaart, of stop.'),
});

const stap = z.strictObject({
  doe: tekst(140).describe('Wat je doet: iets wat je kunt filmen, hoogstens 140 tekens.'),
  letOp: zin().optional().describe('Waar je bij deze stap op let.'),
  beslispunt: z
    .strictObject({
      vraag: vraag().describe('De vraag die beslist hoe je verdergaat.'),
      uitgangen: z.array(uitgang).min(2).max(4).describe('Minstens twee antwoorden, elk met een bestemming.'),
    })
    .optional()
    .describe('Een splitsing na deze stap.'),
});

type Stap = z.infer<typeof stap>;

const STEP_RULES = `een tot ${MOST_DECISIONS} stappen hebben een beslispunt, elke uitgang leidt naar een andere stap van deze kaart, een andere kaart of stop, en minstens één naar stop.`;

/** Rules over the steps together: exits lead to another step of this card, and at least one exit says when to stop. */
function checkSteps(stappen: Stap[], context: z.RefinementCtx): void {
  const exits = stappen.flatMap((item, index) =>
    (item.beslispunt?.uitgangen ?? []).map((exit, place) => ({ ...exit, index, path: [index, 'beslispunt', 'uitgangen', place, 'naar'] })),
  );
  for (const { naar, index, path } of exits) {
    if (typeof naar !== 'number') continue;
    if (naar > stappen.length) {
      context.addIssue({ code: 'custom', path, message: `Stap ${naar} bestaat niet. Kies een stap van 1 tot en met ${stappen.length}.` });
    } else if (naar === index + 1) {
      context.addIssue({ code: 'custom', path, message: `Deze uitgang leidt naar zijn eigen stap ${naar}. Kies een andere stap, een kaart of stop.` });
    }
  }
  if (stappen.filter(({ beslispunt }) => beslispunt).length > MOST_DECISIONS) {
    context.addIssue({
      code: 'custom',
      message: `Meer dan ${MOST_DECISIONS} stappen hebben een beslispunt; zoveel past niet op de kaart. Haal er een weg of maak er een kaart van.`,
    });
  }
  if (exits.length === 0) {
    context.addIssue({ code: 'custom', message: 'Geen enkele stap heeft een beslispunt. Voeg er een toe met minstens twee uitgangen.' });
  } else if (!exits.some((exit) => exit.naar === 'stop')) {
    context.addIssue({ code: 'custom', message: 'Geen enkele uitgang zegt wanneer je stopt. Voeg een uitgang toe met naar: stop.' });
  }
}

const verwant = z.discriminatedUnion('soort', [
  z.strictObject({
    code: algoritmeCode().describe('De code van de andere kaart.'),
    soort: z.enum(['ervoor', 'erna']).describe('ervoor of erna: een kaart die je eerst pakt, of juist daarna.'),
  }),
  z.strictObject({
    code: algoritmeCode().describe('De code van de andere kaart.'),
    soort: z.literal('tegenwicht').describe('tegenwicht: de kaart die het tegendeel bepleit.'),
    wanneerGelijk: zin().describe('Wanneer die andere kaart gelijk heeft.'),
  }),
]);

/** One card: a possible way to act, with its decision, its stop and its counterweight. */
export const algoritmeSchema = z.strictObject({
  code: algoritmeCode().describe('De vaste code, zoals A-21; staat op papier en verandert nooit.'),
  ...gedeeld,
  kernvraag: vraag().describe('De vraag waar twee verstandige mensen verschillend op antwoorden.'),
  spanningsveld: z
    .strictObject({ pool1: kortLabel().describe('De ene kant.'), pool2: kortLabel().describe('De andere kant.') })
    .describe('De twee polen waartussen deze kaart beweegt.'),
  enkelvoudig: alinea(50).describe('De reflex, met de goede reden erbij; hoogstens 50 woorden.'),
  meervoudig: alinea(50).describe('De wending; hoogstens 50 woorden.'),
  wanneer: z.array(zin()).min(1).max(4).describe('Situaties waarin deze kaart past.'),
  wanneerNiet: z.array(zin()).min(1).max(4).describe('Situaties waarin deze kaart schade doet.'),
  stappen: z.array(stap).min(3).max(7).superRefine(checkSteps).meta(regel(STEP_RULES)).describe('Drie tot zeven stappen, met minstens één beslispunt en één stop.'),
  valkuilen: z
    .array(z.strictObject({ valkuil: zin().describe('Hoe het misgaat.'), danLiever: zin().describe('Wat je dan beter doet.') }))
    .min(1)
    .max(4)
    .describe('Hoe het misgaat, en wat je dan beter doet.'),
  eersteStap: alinea(20).describe('Wat morgen kan, zonder geld en zonder toestemming; hoogstens 20 woorden.'),
  vanuitRol: z
    .strictObject({
      bewoner: alinea(50).describe('Wat dit vraagt van een bewoner.'),
      professional: alinea(50).describe('Wat dit vraagt van een professional.'),
      bestuurder: alinea(50).describe('Wat dit vraagt van een bestuurder.'),
    })
    .describe('Dezelfde kaart vanuit drie stoelen; elk hoogstens 50 woorden.'),
  vragen: vragen(),
  duur: z
    .union(
      [
        z.literal('doorlopend'),
        z
          .strictObject({ min: z.int().min(5).describe('Minuten, op zijn kortst.'), max: z.int().max(1440).describe('Minuten, op zijn langst.') })
          .refine((duur) => duur.min <= duur.max, { error: NO_DURATION })
          .meta(regel('min is niet groter dan max.')),
      ],
      { error: NO_DURATION },
    )
    .describe('Hoe lang het duurt: doorlopend, of min en max in minuten.'),
  groep: z
    .strictObject({ min: z.int().min(1).describe('Het kleinste aantal mensen.'), max: z.int().max(1000).describe('Het grootste aantal mensen.') })
    .refine((groep) => groep.min <= groep.max, { error: 'Het kleinste aantal is groter dan het grootste. Draai min en max om.' })
    .meta(regel('min is niet groter dan max.'))
    .describe('Met hoeveel mensen.'),
  verwant: z
    .array(verwant)
    .min(1)
    .max(6)
    .refine((list) => list.some((item) => item.soort === 'tegenwicht'), {
      error: 'Er is geen tegenwicht. Voeg een kaart toe met soort: tegenwicht en zeg wanneer die gelijk heeft.',
    })
    .refine((list) => list.filter((item) => item.soort === 'tegenwicht').length <= MOST_TEGENWICHTEN, {
      error: `Er zijn meer dan ${MOST_TEGENWICHTEN} tegenwichten; zoveel past niet op de kaart. Houd de sterkste over.`,
    })
    .meta(regel(`minstens één en hoogstens ${MOST_TEGENWICHTEN} met soort: tegenwicht.`))
    .describe('Kaarten ervoor en erna, en minstens één tegenwicht.'),
  onderbouwing: z.enum(ids(ONDERBOUWINGEN)).describe('Waar de kaart op rust: ervaring, onderzoek of redenering.'),
});

export type AlgoritmeData = z.infer<typeof algoritmeSchema>;
