/** Text in the fragment of a link: written so that mail and chat leave it whole, read whatever became of it. */

// Control characters, halves of characters, and marks that turn the direction of the text around them.
const UNSEEN = /[\p{Cc}\p{Cs}\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu;

/** `text` without unseen characters and at most `limit` characters long, on one line unless `lines`. */
export function schoon(text: string, limit: number, lines = false): string {
  const parts = text.split(/\r\n?|\n/).map((line) => line.replace(/\t/g, ' ').replace(UNSEEN, '').trim());
  const whole = parts.join(lines ? '\n' : ' ').trim();
  return whole.length <= limit ? whole : [...whole].slice(0, limit).join('').trim();
}

/** Undoes percent-encoding. Sequences that are broken are left out, and `isBroken` says so. */
export function decode(text: string): { text: string; isBroken: boolean } {
  let isBroken = false;
  const decoded = text.replaceAll('+', ' ').replace(/(?:%[0-9a-f]{2})+/gi, (sequence) => {
    try {
      return decodeURIComponent(sequence);
    } catch {
      isBroken = true;
      return '';
    }
  });
  return { text: decoded, isBroken };
}

/** Encodes also what mail programs cut from the end of an address, and the underscore that parts values. */
export const encode = (text: string) =>
  encodeURIComponent(text)
    .replace(/[!'()*~._]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');

/** The parts of a fragment in order, each as key and value, still encoded. Undoes what a program that encodes a whole address did. */
export function partsOf(fragment: string): [key: string, value: string][] {
  const raw = fragment.replace(/^#/, '');
  const text = !/[&=]/.test(raw) && /%26|%3D/i.test(raw) ? decode(raw).text.replaceAll(' ', '+') : raw;
  return text
    .split('&')
    .filter(Boolean)
    .map((part) => {
      const [key = '', ...value] = part.split('=');
      return [decode(key).text.trim(), value.join('=')];
    });
}
