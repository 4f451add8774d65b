/** What search says of other editions. */
export const tElders = {
  uit: (naam: string) => `Uit ${naam}`,
  // Made when it is needed: few sites have other editions.
  onbereikbaar: (namen: readonly string[]) => `Zoeken in ${new Intl.ListFormat('nl', { type: 'conjunction' }).format(namen)} lukt nu niet. Dit is wat hier staat.`,
} as const;
