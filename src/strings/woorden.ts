/** What the box says that looks for the words of organisations in a text of one's own. */
export const tWoorden = {
  titel: 'Leg je eigen brief ernaast',
  uitleg: 'Plak een brief, een nota of een uitnodiging. Je ziet welke woorden uit de lijst erin staan, en wat je aan de deur zou zeggen.',
  veilig: 'Je tekst blijft in dit venster. Er gaat niets naar een ander, en na het sluiten is hij weg.',
  veld: 'Je tekst',
  niets: 'Geen woord uit de lijst gevonden. Lees hem nog één keer hardop.',
  gevonden: (woorden: number, keren: number) =>
    woorden === 1 && keren === 1 ? 'Eén woord om bij stil te staan.' : `${woorden === 1 ? 'Eén woord' : `${woorden} woorden`} om bij stil te staan, samen ${keren} keer.`,
  lang: (tekens: number) => `Je tekst is lang: we keken naar de eerste ${tekens.toLocaleString('nl-NL')} tekens.`,
  keer: (aantal: number) => (aantal === 1 ? '' : ` (${aantal} keer)`),
  tekst: 'Je tekst, met wat je kunt zeggen',
} as const;
