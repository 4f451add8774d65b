// Apart from the fields, so that a script in the browser can count without carrying zod.

/** The number of words in plain text: runs of letters and digits, with hyphens and apostrophes inside. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}
