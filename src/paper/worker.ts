/** One of the threads that draw: each opens its own printer once. */
import sharp from 'sharp';
import { compact } from './compact.ts';
import type { Huis } from './huis.ts';
import { type Maten, openPrinter, type Print, type Template } from './render.ts';

let print: Print | undefined;

export interface Drawn {
  file: Uint8Array;
  /** The sizes of a card, for the decks that hold it once more. */
  maten?: Maten;
}

/** Draws a sheet as PDF, or as PNG what travels with a link: few programs that show one read SVG. Throws, in Dutch, when its text does not fit. */
export default async function draw({ huis, template, data }: { huis: Huis; template: Template; data: object }): Promise<Drawn> {
  print ??= openPrinter(huis);
  if (template === 'prent') return { file: await sharp(print(template, data)).png({ palette: true, quality: 80, effort: 10 }).toBuffer() };
  let maten: Maten | undefined;
  const drawn = template === 'kaart' ? print(template, data, (found) => (maten = found)) : print(template, data);
  return { file: compact(drawn), ...(maten && { maten }) };
}
