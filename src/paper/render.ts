/** Draws sheets as PDF/UA-1, and the image that travels with a link as SVG, with Typst. The same data gives the same bytes. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';
import type { Huis } from './huis.ts';

export type Template = 'kaart' | 'a4' | 'stemmen' | 'a6' | 'deck' | 'prent';

/** By entry and side the size of the text there, and the room left between its parts, in points. */
export type Maten = Record<string, { maat: number; over: number }>;

/** Draws a sheet. What is in `known` is not measured again; what is measured is added to it. */
export type Print = (template: Template, data: object, known?: Maten) => Buffer;

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** The three faces that the sheets use; the site has the same ones as woff2, which Typst cannot read. */
const FONTS = ['atkinson-hyperlegible-next/400Regular', 'atkinson-hyperlegible-next/700Bold', 'bricolage-grotesque/800ExtraBold'];

function fontFolders(): string[] {
  const { resolve } = createRequire(import.meta.url);
  return FONTS.map((font) => {
    const [name = '', folder = ''] = font.split('/');
    return join(dirname(resolve(`@expo-google-fonts/${name}/package.json`)), folder);
  });
}

const DATA = 'sheet.json';

interface Overflow {
  code: string;
  zijde: string;
  hoog: number;
  ruimte: number;
  velden: [naam: string, mm: number][];
}

/** What Typst says, in words for an editor. The templates name entry, side and fields when a text does not fit. */
function explain(error: unknown): string {
  const said = String((error as { code?: unknown }).code ?? error);
  const panic = /panicked with: ("PAST NIET .*")/.exec(said)?.[1];
  if (!panic) return said;
  const { code, zijde, hoog, ruimte, velden } = JSON.parse((JSON.parse(panic) as string).slice('PAST NIET '.length)) as Overflow;
  const parts = velden.toSorted((a, b) => b[1] - a[1]).map(([naam, mm]) => `${naam} ${mm} mm`);
  return `${code} past niet op papier (${zijde}): ${hoog} mm tekst, ${ruimte} mm ruimte. Kort het langste veld in: ${parts.join(', ')}.`;
}

/** A word that no line of a sheet holds. A hyphen is a place to break. */
const LONG_WORD = /[^\s-]{41,}/;
/** What is drawn rather than written. */
const DRAWN = new Set(['qr', 'adres', 'adres-kort']);

/** Throws when a text holds a word that would run off the sheet, with the code and the field. */
function refuseLongWords(data: object, code: string): void {
  for (const [naam, value] of Object.entries(data)) {
    if (typeof value === 'object' && value !== null) refuseLongWords(value as object, (value as { code?: string }).code ?? code);
    const word = typeof value === 'string' && !DRAWN.has(naam) ? LONG_WORD.exec(value)?.[0] : undefined;
    if (word) throw new Error(`${code} past niet op papier (${naam}): het woord ‘${word}’ past op geen regel. Schrijf het korter of in delen.`);
  }
}

interface Measured {
  value: { plaats: string; maat: number; over: number };
}

/** Opens the printer. Drawing throws, in Dutch, when a text does not fit its sheet: nothing is ever cut off. */
export function openPrinter(huis: Huis): Print {
  const compiler = NodeCompiler.create({ workspace: ROOT, fontArgs: [{ fontPaths: fontFolders() }] });
  return (template, data, known = {}) => {
    refuseLongWords(data, (data as { code?: string }).code ?? '');
    // Handed over as a file that exists in memory alone.
    const give = () => compiler.mapShadow(join(ROOT, DATA), Buffer.from(JSON.stringify({ huis, data, maten: known })));
    const mainFileContent = `#import "/src/paper/${template}.typ": blad\n#let gegevens = json("/${DATA}")\n#blad(gegevens.huis, gegevens.data)`;
    try {
      give();
      for (const { value } of compiler.query({ mainFileContent }, { selector: '<maat>' }) as Measured[]) known[value.plaats] = { maat: value.maat, over: value.over };
      give();
      return template === 'prent' ? Buffer.from(compiler.plainSvg({ mainFileContent })) : compiler.pdf({ mainFileContent }, { pdfStandard: PdfStandard.UA_1 });
    } catch (error) {
      throw new Error(explain(error), { cause: error });
    } finally {
      // What Typst remembers of a sheet is of no use to the next one, not even to a deck with the same cards, and fills the memory.
      compiler.evictCache(0);
    }
  };
}
