/**
 * A file as letters: one for each of its bytes. What is looked for in a page, and changed there, is ASCII; its other bytes are copied as they are,
 * and no time goes into making text of them and bytes of that again: a tenth of a large build.
 */

/** Letters that are their own text, as most are. */
const ASCII = /^[\0-\x7f]*$/;

export const toLetters = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
export const toBytes = (letters: string): Uint8Array<ArrayBuffer> => Buffer.from(letters, 'latin1');

/** The text that `letters` stand for. */
export const textOf = (letters: string): string => (ASCII.test(letters) ? letters : Buffer.from(letters, 'latin1').toString('utf8'));
export const lettersOf = (text: string): string => (ASCII.test(text) ? text : Buffer.from(text, 'utf8').toString('latin1'));

/** `change` of a text, for letters. */
export const ofLetters =
  (change: (text: string) => string) =>
  (letters: string): string =>
    lettersOf(change(textOf(letters)));
