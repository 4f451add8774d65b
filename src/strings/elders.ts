const LIST = new Intl.ListFormat('nl', { type: 'conjunction' });

/** What search says of other editions. */
export const tElders = {
  uit: (naam: string) => `Uit ${naam}`,
  onbereikbaar: (namen: readonly string[]) => `Zoeken in ${LIST.format(namen)} lukt nu niet. Dit is wat hier staat.`,
} as const;
