// Apart from the fields, so that a script in the browser can read codes without carrying zod.

/** The digits of a code, as a pattern: two, and more once the library holds a hundred. `A-021` would be a second name for A-21 and is none. */
export const CIJFERS = String.raw`(?:\d{2}|[1-9]\d{2,4})`;
