/** How high a frame must be for every card and case to fit in it, by its width in pixels. Measured with a wide system font; a browser test keeps it true. */
export const EMBED_MATEN = [
  { breed: 320, hoog: 1450 },
  { breed: 600, hoog: 950 },
] as const;

/** What someone puts in a page of their own. No style is needed for it to fit: a strict policy on that page would refuse one. */
export const embedSnippet = (address: string, titel: string): string =>
  `<iframe src="${address}" title="${titel.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}" width="100%" height="${EMBED_MATEN[1].hoog}" loading="lazy"></iframe>`;
