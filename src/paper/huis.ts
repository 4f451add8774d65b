/** The name of the site and its colours, by the names that tokens.css gives them. */
export type Huis = Record<string, string>;

/** The colours of the light theme in the text of tokens.css, so that paper follows the house style of the site. */
export function readHuis(naam: string, tokens: string): Huis {
  const [light = ''] = tokens.split('@media');
  return { naam, ...Object.fromEntries([...light.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,6});/g)].map(([, name, colour]) => [name!, colour!])) };
}
