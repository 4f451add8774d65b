/** How wide a text is, without a browser: a little too wide rather than too narrow, since labels may not overlap. */

/** Widths of Atkinson Hyperlegible Next SemiBold in parts of its size, rounded up; a test in the browser measures the real ones. */
const WIDTHS: readonly [RegExp, number][] = [
  [/[iljI.,:;'’|! ]/, 0.31],
  [/[ftr()/?-]/, 0.43],
  [/[mwMW]/, 0.94],
  [/[A-Z&€]/, 0.72],
];
const OTHER = 0.62;

/** The width of `text` in the unit of `size`. */
export const textWidth = (text: string, size: number): number => size * [...text].reduce((sum, char) => sum + (WIDTHS.find(([chars]) => chars.test(char))?.[1] ?? OTHER), 0);

function cut(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  const chars = [...text];
  while (chars.length > 1 && textWidth(`${chars.join('')}…`, size) > width) chars.pop();
  return `${chars.join('').trim()}…`;
}

/** `text` in one or two lines that differ as little as can be; what is wider than `width` is cut. */
export function twoLines(text: string, size: number, width: number): string[] {
  const words = text.split(' ');
  const splits = words.slice(1).map((_, index) => [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')] as const);
  const widest = (lines: readonly string[]) => Math.max(...lines.map((line) => textWidth(line, size)));
  const best = splits.sort((a, b) => widest(a) - widest(b))[0];
  const lines = best && textWidth(text, size) > SHORT * size ? best : [text];
  return lines.map((line) => cut(line, size, width));
}

/** So many times its size is a title wide that stays on one line. */
const SHORT = 10;
