/** The colours of the house style for what cannot use the style sheet: read from it, so that they stand in one place. */

export interface Kleuren {
  licht: ReadonlyMap<string, string>;
  donker: ReadonlyMap<string, string>;
}

const DARK = '@media (prefers-color-scheme: dark)';
const inPart = (css: string) => [...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,6})\b/gi)].map(([, name, colour]) => [name!, colour!] as const);

/** The colours in the text of tokens.css by name, in light and in dark. Throws when the sheet has no dark part. */
export function readKleuren(css: string): Kleuren {
  const split = css.indexOf(DARK);
  if (split < 0) throw new Error('tokens.css heeft geen donkere kleuren.');
  const licht = new Map(inPart(css.slice(0, split)));
  return { licht, donker: new Map([...licht, ...inPart(css.slice(split))]) };
}
