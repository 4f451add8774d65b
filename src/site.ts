/** What belongs to this edition of the site rather than to its content. */
export const SITE = {
  naam: 'Werkvonken',
  vraag: 'Wat kun je morgen doen in je buurt?',
  belofte: 'Manieren om te handelen en echte verhalen, voor buurten die wakker willen zijn.',
  /** Under which licence the texts are; LICENSE and the colofon say the same in full. */
  licentie: 'CC BY 4.0',
  /** Other editions that search looks in too: how each is called, and where it starts, with a slash at the end. Empty: search stays at home. */
  elders: [] as readonly { naam: string; url: `https://${string}/` | `http://${string}/` }[],
  /** The address for corrections, as a link (`mailto:…`, or the `https://…/issues/new` of a git host) with its text. Whoever hosts the site fills it in; until then the pages say so. */
  contact: null as { url: string; tekst: string } | null,
} as const;

/** The licence of the texts in full, for whoever reads the site by program. */
export const LICENTIE_URL = 'https://creativecommons.org/licenses/by/4.0/';
