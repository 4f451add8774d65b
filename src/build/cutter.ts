/** The thread that cuts typefaces (see fonts.ts). */
import { readFile } from 'node:fs/promises';
import subsetFont, { type Axes } from 'subset-font';

/** The typeface in `file` with these characters alone, in woff2. */
export default async function cut({ file, characters, axes }: { file: string; characters: string; axes: Axes }): Promise<Uint8Array> {
  return subsetFont(await readFile(file), characters, { targetFormat: 'woff2', variationAxes: axes, noHinting: true });
}
