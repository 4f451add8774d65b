/** What the overviews of cases by time and by country say. */
export const tTijdlijn = {
  titel: 'Casussen per tijd',
  kort: (eerste: number, laatste: number) =>
    `Echte praktijken op één lijn van jaren, van ${eerste} tot en met ${laatste}. Zo zie je wat tegelijk speelde, en wat lang genoeg duurde om iets van te leren.`,
  uitleg:
    'Een streep loopt van het eerste tot het laatste jaar dat de bron noemt. Stippels betekenen dat de bron geen begin of geen einde noemt; de praktijk kan dus ook gestopt zijn.',
  tabel: 'De casussen in volgorde van hun begin',
  kop: { casus: 'Casus', casussen: 'Casussen', plaats: 'Plaats', periode: 'Periode', lijn: 'Op de lijn' },
  deel: (nummer: number) => `deel ${nummer}`,
  zonder: 'Zonder jaartal',
  landen: 'Hoeveel casussen in welk land',
  land: 'Land',
} as const;
