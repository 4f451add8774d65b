/** One of the threads that draw: each opens its own printer once. */
import { compact } from './compact.ts';
import type { Huis } from './huis.ts';
import { type Maten, openPrinter, type Print, type Template } from './render.ts';

let print: Print | undefined;

export interface Drawn {
  file: Uint8Array;
  /** The sizes on it, for a deck that holds the same card once more. */
  maten: Maten;
}

// Loaded when there is one, since it takes as long as two sheets.
const toPng = async (svg: Buffer) => (await import('sharp')).default(svg).png({ palette: true, quality: 80, effort: 10 }).toBuffer();

/** Draws a sheet as PDF, or as PNG what travels with a link: few programs that show one read SVG. What is in `maten` is known of its sizes. Throws, in Dutch, when its text does not fit. */
export default async function draw({ huis, template, data, maten }: { huis: Huis; template: Template; data: object; maten: Maten }): Promise<Drawn> {
  print ??= openPrinter(huis);
  const drawn = print(template, data, maten);
  return { file: template === 'prent' ? await toPng(drawn) : compact(drawn), maten };
}
