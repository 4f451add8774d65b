/** One of the threads that draw: each opens its own printer once. */
import { type Huis, openPrinter, type Print, type Template } from './render.ts';

let print: Print | undefined;

/** Draws a sheet. Throws, in Dutch, when its text does not fit. */
export default function draw({ huis, template, data }: { huis: Huis; template: Template; data: object }): Uint8Array {
  print ??= openPrinter(huis);
  return print(template, data);
}
