/** What the map of everything says. In a file of its own, so that no other page loads it. */
export const tKaart = {
  titel: 'Hoe alles samenhangt',
  kort: (kaarten: number, casussen: number) =>
    `${kaarten} algoritmes en ${casussen} casussen in één tekening: wat elkaar tegenspreekt, wat elkaar opvolgt, en waar je een kaart in het echt terugziet.`,
  kortZonderCasussen: (kaarten: number, casussen: number) =>
    `${kaarten} algoritmes in één tekening, met wat elkaar tegenspreekt. De ${casussen} casussen staan per deel bij elkaar.`,
  uitleg:
    'Wijs een kaart aan met je muis of met de Tab-toets: wat erbij hoort, licht op. Een casus hangt aan de kaart waar hij het meest over gaat. Elke code is een link naar de tekst.',
  zonderCasussen: (aantal: number) =>
    `Dit zijn zoveel kaarten en casussen (${aantal}) dat alleen de kaarten met hun tegenwicht getekend zijn. Wat er nog meer bij hoort, staat op elke kaart en bij elke casus zelf.`,
  overslaan: 'Naar de lijst',
  verder: 'De tekening is breder dan je scherm. Schuif opzij voor de rest.',
  venster: 'De tekening; schuif om alles te zien',
  tekening: 'Ring van alle kaarten met hun casussen. Dezelfde samenhang staat als lijst onder de tekening.',
  tekeningZonderCasussen: 'Ring van alle kaarten, met een lijn naar hun tegenwicht.',
  perDeel: 'Alle kaarten en casussen per deel',
  lezen: 'Zo lees je de tekening',
  legenda: 'Vormen en lijnen',
  lijst: 'Dezelfde samenhang als lijst',
  lijstKort: 'Alles wat de tekening laat zien, in woorden.',
  lijnen: {
    tegenwicht: 'tegenwicht: de een bepleit het tegendeel van de ander',
    volgorde: 'eerst de ene kaart, dan de andere',
    toegepast: 'toegepast in een casus',
    'had-gekund': 'had in die casus gekund',
    waarschuwing: 'die casus waarschuwt ervoor',
  },
  kaartUit: (deel: number, titel: string) => `kaart uit deel ${deel}: ${titel.toLowerCase()}`,
  casus: 'een casus; de rand zegt hoe de kaart erin zit',
  kop: { kaart: 'Kaart', tegenwicht: 'Tegenwicht', ervoor: 'Ervoor', erna: 'Erna', casussen: 'Casussen', casus: 'Casus' },
  casussenVan: (deel: number, titel: string) => `Casussen van deel ${deel}: ${titel}`,
  kaartenVan: (deel: number, titel: string) => `Kaarten van deel ${deel}: ${titel}`,
  knoppen: 'Vergroot en schuif de tekening',
  groter: 'Groter',
  kleiner: 'Kleiner',
  links: 'Naar links',
  rechts: 'Naar rechts',
  omhoog: 'Omhoog',
  omlaag: 'Omlaag',
  heel: 'Alles',
  kies: 'Wijs een kaart of casus aan, dan staat hier waar die mee samenhangt.',
  vergroot: (procent: number) => `De tekening staat op ${procent} procent.`,
} as const;
