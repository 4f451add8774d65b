/** A card or case on someone else's site. */
export const tEmbed = {
  titel: (code: string, titel: string) => `${code} ${titel}, om op een andere site te tonen`,
  description: (kern: string) => `In het kort: ${kern}`,
  hele: { algoritme: 'Lees de hele kaart', casus: 'Lees de hele casus' },
  van: (site: string) => `Uit ${site}`,
  afloop: 'Hoe het afliep',
  /** What stands in the frame, for who cannot see it. */
  frame: (code: string, titel: string) => `${code} ${titel}`,
} as const;
