/** What stands at the foot of an entry. */
export const tMelding = {
  begin: 'Wat klopt er niet, en hoe weet je dat?\n\n',
  onderwerp: (code: string, titel: string) => `Over ${code} ${titel}`,
  knop: 'Klopt er iets niet?',
  geefDoor: 'Geef door',
  opDeKaart: 'Alles wat ermee samenhangt',
} as const;
