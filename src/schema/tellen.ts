// Apart from the fields, so that a script in the browser can count without carrying zod.

/**
 * A run of letters and digits of any script, for patterns with `u`. (Those of ASCII come first, by themselves: the others V8 looks up in a table of six hundred ranges,
 * letter by letter, which took a hundredth of a large build.)
 */
export const RUN = '(?:[A-Za-z0-9]+|(?=[^\\0-\\x7f])[\\p{L}\\p{N}])+';
/** A pattern of words, which may have these signs inside. */
export const wordsWith = (inside: string): RegExp => new RegExp(`${RUN}(?:[${inside}]${RUN})*`, 'gu');

// Marked as pure: a script that counts nothing need not make it.
const WORD = /* @__PURE__ */ wordsWith("-’'");

/** The number of words in plain text: runs of letters and digits, with hyphens and apostrophes inside. */
export function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0;
}
