/** What a reader's note about an entry starts with. */
export const tMelding = {
  begin: 'Wat klopt er niet, en hoe weet je dat?\n\n',
  onderwerp: (code: string, titel: string) => `Over ${code} ${titel}`,
  knop: 'Klopt er iets niet?',
  geefDoor: 'Geef door',
} as const;
