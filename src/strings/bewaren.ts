/** What the page about paper says while it keeps everything on the device. In a file of its own, so that no other page loads it. */
export const tBewaren = {
  knop: (mb: string) => `Bewaar alles op dit apparaat (${mb} MB)`,
  opnieuw: (mb: string) => `Bewaar alles opnieuw (${mb} MB)`,
  bezig: (count: number, total: number) => `${count} van ${total} papieren bewaard…`,
  klaar: (total: number) => `De hele site en alle ${total} papieren staan op dit apparaat.`,
  mislukt: 'Niet alles is bewaard. Heb je verbinding, en is er nog ruimte op dit apparaat? Probeer het dan opnieuw. Wat al bewaard is, blijft staan.',
} as const;
