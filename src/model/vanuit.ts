/** The chairs from which a reader can look, and how a link names one: `#vanuit=bestuurder`. */
export const VANUIT = ['bewoner', 'professional', 'bestuurder'] as const;

/** The fragment that asks for this chair, or for all of them alike. */
export const vanuit = (stoel: (typeof VANUIT)[number] | 'alle'): string => `vanuit=${stoel}`;
