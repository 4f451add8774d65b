const opsomming = (parts: readonly string[]) => parts.join(', ').replace(/, ([^,]*)$/, ' en $1');

/** What is said of the drawing of a card's steps. */
export const tStroom = {
  toon: 'Bekijk de stappen als tekening',
  neemMee: 'Tekening (SVG)',
  zijweg: { stop: 'stop', stap: (nummer: number) => `stap ${nummer}` },
  /** What the drawing shows, in a sentence. */
  alt: (code: string, stappen: number, keuzes: number, zijwegen: readonly string[]) =>
    `De stappen van ${code} als spoor: ${stappen} stappen, ${keuzes === 1 ? 'één keer' : `${keuzes} keer`} kiezen, met zijwegen naar ${opsomming(zijwegen)}.`,
} as const;
