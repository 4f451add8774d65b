/** Fields that several kinds share. Limits keep printed cards whole: what does not fit a card is refused here, not cut off there. */
import { z } from 'zod';
import './messages.ts';
import { CIJFERS } from './code.ts';
import { countWords } from './tellen.ts';
import { DELEN, ROLLEN, SCHALEN, THEMAS, VRAAGSOORTEN, ids } from './waarden.ts';

/** Characters in a label: one line on an A6 card. */
export const LABEL_MAX = 90;
/** Characters in a sentence field: two lines on a card. */
export const ZIN_MAX = 160;

/** Text of at least one character and at most `max` characters, without markup, space around it or a line break within. */
export const tekst = (max: number) =>
  z
    .string()
    .min(1, { abort: true })
    .max(max)
    .regex(/^(?![\s\S]*<[a-z/!?])/i, { error: 'Hier staat HTML, en die zou letterlijk op de pagina komen. Haal wat tussen < en > staat weg.' })
    .regex(/^\S(.*\S)?$/, { error: 'De tekst begint of eindigt met een spatie, of loopt over meer regels. Haal dat weg.' });

export const kortLabel = () => tekst(LABEL_MAX);
export const zin = () => tekst(ZIN_MAX);
export const vraag = () => zin().regex(/\?$/, { error: 'Een vraag eindigt op een vraagteken. Zet er een ? achter.' });

/** Characters per word that paper has room for; Dutch prose needs about six, spaces included. */
const TEKENS_PER_WOORD = 8;

/** Names a rule that JSON Schema cannot hold, for who reads that schema alone; `npm run check` is what keeps it. */
export const regel = (text: string) => ({ $comment: `Ook geldt: ${text}` });

/** Text of at most `max` words. */
export const alinea = (max: number) =>
  tekst(max * TEKENS_PER_WOORD)
    .refine((value) => countWords(value) <= max, {
      error: ({ input }) => `Te lang: ${countWords(String(input))} woorden. Kort in tot hoogstens ${max} woorden.`,
    })
    .meta(regel(`hoogstens ${max} woorden.`));

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** True when `value` can be a file name and a URL part: lower case, digits and single hyphens. */
export const isSlug = (value: string) => SLUG.test(value);
export const slug = () => z.string().regex(SLUG, { error: 'Geen geldige naam voor een adres. Gebruik kleine letters, cijfers en losse koppeltekens.' });

export const algoritmeCode = () => z.string().regex(new RegExp(`^A-${CIJFERS}$`), { error: 'Geen code van een algoritme. Schrijf A- en minstens twee cijfers, zoals A-21.' });
export const entryCode = () =>
  z.string().regex(new RegExp(`^[AC]-${CIJFERS}$`), { error: 'Geen code van een kaart of casus. Schrijf A- of C- en minstens twee cijfers, zoals A-21 of C-33.' });
export const casusCode = () => z.string().regex(new RegExp(`^C-${CIJFERS}$`), { error: 'Geen code van een casus. Schrijf C- en minstens twee cijfers, zoals C-33.' });

/** A list without repeats. */
export const lijst = <T extends z.ZodType>(item: T, min: number, max: number) =>
  z
    .array(item)
    .min(min)
    .max(max)
    .refine((values) => new Set(values.map((value) => JSON.stringify(value))).size === values.length, {
      error: 'In deze lijst staat iets dubbel. Haal de herhaling weg.',
    })
    .meta({ uniqueItems: true });

/** A calendar day as `yyyy-mm-dd`. Astro's front matter reader hands over a Date, ours the text as written. */
export const datum = () =>
  z.preprocess(
    (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
    z.iso.date({ error: ({ input }) => (input === undefined ? undefined : 'Geen bestaande datum. Schrijf jaar-maand-dag, zoals 2026-11-23.') }),
  );

export const zoekwoorden = () => lijst(tekst(40), 5, 10).describe('Vijf tot tien woorden die mensen intikken en die niet in de tekst staan, zoals ‘herrie’ of ‘niemand komt’.');

export const zoekzinnen = () =>
  lijst(tekst(80), 3, 50)
    .optional()
    .describe(
      'Zinnen en woorden zoals iemand ze intikt of zegt die deze tekst nodig heeft en de titel niet kent, in andere woorden dan de tekst. Liefst een stuk of twintig, van verschillende mensen.',
    );

export const kort = () => alinea(60).describe('Waar het over gaat in gewone woorden, los te lezen; hoogstens 60 woorden.');

export const bijgewerkt = () => datum().describe('De dag waarop de inhoud voor het laatst veranderde, als jaar-maand-dag.');

export const vragen = () =>
  z
    .array(
      z.strictObject({
        vraag: vraag().describe('De vraag, zoals je hem hardop stelt.'),
        soort: z.enum(ids(VRAAGSOORTEN)).describe('Wanneer je hem stelt: openen, verdiepen of afsluiten.'),
      }),
    )
    .min(3)
    .max(5)
    .superRefine((list, context) => {
      for (const { id, label } of VRAAGSOORTEN) {
        if (!list.some((item) => item.soort === id)) {
          context.addIssue({ code: 'custom', message: `Er is geen vraag ${label.toLowerCase()}. Voeg er een toe met soort: ${id}.` });
        }
      }
    })
    .meta(regel(`minstens één vraag van elke soort: ${ids(VRAAGSOORTEN).join(', ')}.`))
    .describe('Drie tot vijf vragen voor een gesprek, minstens één van elke soort.');

/** The fields that an algoritme and a casus share. */
export const gedeeld = {
  titel: tekst(60).describe('De titel, hoogstens 60 tekens.'),
  kern: tekst(140).describe('De zin die iemand aan een ander doorvertelt, hoogstens 140 tekens.'),
  kort: kort(),
  deel: z.literal(DELEN).describe('1 Jezelf, 2 De buurt of 3 Ruimte maken.'),
  rollen: lijst(z.enum(ids(ROLLEN)), 1, ROLLEN.length).describe('Voor wie het bedoeld is.'),
  themas: lijst(z.enum(ids(THEMAS)), 1, 4).describe('Eén tot vier thema’s.'),
  schaal: z.enum(ids(SCHALEN)).describe('Op welke schaal het speelt.'),
  zoekwoorden: zoekwoorden(),
  zoekzinnen: zoekzinnen(),
  bijgewerkt: bijgewerkt(),
  oudeSlugs: lijst(slug(), 1, 10).optional().describe('Vroegere bestandsnamen; oude links blijven dan werken.'),
};
