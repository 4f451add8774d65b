/** What the choice of a chair says. */
export const tVanuit = {
  groep: 'Kijk vanuit',
  kies: 'kijk vanuit je stoel',
  alle: 'alle stoelen',
  geen: (stoel: string) => `In dit verhaal komt geen ${stoel} aan het woord.`,
} as const;
