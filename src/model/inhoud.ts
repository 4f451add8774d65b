/** What stands on the page of an entry, as the list of contents beside it has it. */
export interface Kop {
  id: string;
  tekst: string;
}

/** The main headings of a longer text, from what Astro knows of it. */
export const hoofdkoppen = (headings: readonly { depth: number; slug: string; text: string }[]): Kop[] =>
  headings.filter(({ depth }) => depth === 2).map(({ slug, text }) => ({ id: slug, tekst: text }));
