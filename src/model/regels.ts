/** Lines of text for drawings that bring no typeface of their own: measured by the widest face that a visitor may have. */

/** Widths in em of DejaVu Sans, and so of Verdana; Arial, Roboto and Segoe are narrower. What is in none of these groups is a letter of usual width. */
const GROUPS: readonly [string, number][] = [
  ["ijlI.,:;!|'’‘ ", 0.33],
  ['ftr()-J', 0.42],
  ['csz?', 0.56],
  ['mM—…', 1],
  ['wW', 0.92],
  ['ABCDEFGHKLNOPQRSTUVXYZ&', 0.76],
];
const USUAL = 0.64;
const BOLD = 1.13;

const WIDTHS = new Map(GROUPS.flatMap(([characters, width]) => [...characters].map((character) => [character, width] as const)));

/** How wide `text` is at most, in units of `size`. */
export function textWidth(text: string, size: number, isBold = false): number {
  const width = [...text].reduce((sum, character) => sum + (WIDTHS.get(character) ?? USUAL), 0);
  return width * size * (isBold ? BOLD : 1);
}

/** `text` in lines of at most `width`; a word that is wider stands on a line by itself. */
export function wrap(text: string, width: number, size: number, isBold = false): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && textWidth(longer, size, isBold) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
