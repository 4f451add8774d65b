/** One of the threads that draw: each opens its own printer once. */
import sharp from 'sharp';
import { compact } from './compact.ts';
import type { Huis } from './huis.ts';
import { openPrinter, type Print, type Template } from './render.ts';

let print: Print | undefined;

/** Draws a sheet as PDF, or as PNG what travels with a link: few programs that show one read SVG. Throws, in Dutch, when its text does not fit. */
export default async function draw({ huis, template, data }: { huis: Huis; template: Template; data: object }): Promise<Uint8Array> {
  print ??= openPrinter(huis);
  const drawn = print(template, data);
  return template === 'prent' ? sharp(drawn).png({ palette: true, quality: 80, effort: 10 }).toBuffer() : compact(drawn);
}
