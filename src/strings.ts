/** Interface text that more than one place uses, or that a script shows. One-off text stands in its page. */
export const t = {
  overslaan: 'Naar de inhoud',
  kruimels: 'Waar je bent',
  hoofdmenu: 'Hoofdmenu',
  zoekveld: 'Zoek een thema, een woord of een vraag',
  zoekKort: 'Zoek in de site',
  zoekKnop: 'Zoek',
  ordenen: 'Lees ze per',
  reflex: 'De reflex',
  meervoudig: 'Meervoudig gezien',
  morgen: 'Morgen',
  wanneer: 'Wanneer wel',
  wanneerNiet: 'Wanneer niet',
  tegenwicht: 'Tegenwicht',
  stop: 'Stop hier',
  vragen: 'Vragen voor aan tafel',
  zoekwoorden: 'Ook gezocht als',
  onzeLezing: 'onze lezing',
  nietAanTafel: 'Niet aan tafel',
  leeg: {
    algoritmes: 'Hier horen nog geen kaarten bij.',
    casussen: 'Hier horen nog geen casussen bij.',
  },
  zoek: {
    bezig: 'Even zoeken…',
    alles: (count: number) => `Alle ${count} kaarten en casussen. Typ een woord of kies hieronder.`,
    gekozen: (count: number) => `${count} ${count === 1 ? 'kaart of casus' : 'kaarten en casussen'} bij deze keuze.`,
    gevonden: (count: number, term: string) => `${count} ${count === 1 ? 'resultaat' : 'resultaten'} voor ‘${term}’.`,
    niets: (term: string, isChosen: boolean) => `Niets gevonden voor ‘${term}’. Probeer een ander woord${isChosen ? ' of haal een keuze weg' : ''}.`,
    via: (words: string[]) => `Gevonden via ${words.map((word) => `‘${word}’`).join(' en ')}.`,
    bedoeld: (typed: string, form: string) => `‘${typed}’ staat hier nergens. Bedoelde je ‘${form}’?`,
    zonder: (word: string) => `Over ‘${word}’ staat hier niets; dit gaat over de rest van je vraag.`,
    ingekort: (most: number) => `Je vraag is lang: we zochten op de eerste ${most} tekens.`,
    precies: (typed: string) => `Zoek op ‘${typed}’`,
    nietsGekozen: 'Bij deze keuze hoort niets. Haal een keuze weg.',
    geenIndex: 'Zoeken kan hier nu niet: de zoekindex is niet gevonden. Ververs de pagina, of blader in de overzichten hieronder.',
    alleenTitels: (count: number) =>
      `${count} ${count === 1 ? 'resultaat' : 'resultaten'} in titels en zoekwoorden. Zoeken in de hele teksten lukt nu niet; ververs de pagina om het nog eens te proberen.`,
    meer: (count: number) => `Toon er nog ${count}`,
  },
  papier: {
    actueel: (day: string) => `Je papier van ${day} is nog actueel.`,
    veranderd: (day: string, now: string) => `De tekst is veranderd sinds je papier van ${day}: de nieuwste is van ${now}. Druk hem opnieuw af.`,
    onleesbaar: 'De dag in deze link is niet te lezen. Vergelijk zelf de dag op je papier met de tekst hieronder.',
  },
  /** A day as `2026-11-24`, as people write it. */
  datum: (day: string) => new Date(`${day}T00:00:00Z`).toLocaleDateString('nl-NL', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
} as const;

/** What a list of cards says about the pick for a meeting. */
export const tKeuze = {
  knop: 'bijeenkomst',
  naam: (titel: string) => `bijeenkomst: ${titel}`,
  aantal: (count: number) => `${count} gekozen voor je bijeenkomst`,
  bekijk: 'Bekijk en orden',
  balk: 'Je keuze voor een bijeenkomst',
  erin: (code: string) => `${code} staat in je bijeenkomst.`,
  eruit: (code: string) => `${code} is eruit.`,
} as const;

/** What the page that draws a card says. */
export const tTrek = {
  trek: 'Trek een kaart',
  nogEen: 'Trek een andere',
  morgen: 'Morgen',
  vraag: 'Vraag aan de zaal',
  getrokken: (naam: string) => `Getrokken: ${naam}.`,
  fout: (naam: string) => `Een kaart ‘${naam}’ bestaat hier niet. Misschien zit er een tikfout in de link. Trek een andere, of zoek hem op bij alle kaarten.`,
  lees: (code: string) => `Lees heel ${code}`,
  laden: 'Even de kaarten ophalen…',
  geenKaarten: 'De kaarten konden niet worden opgehaald. Probeer het opnieuw als je weer verbinding hebt.',
  leeg: 'Op deze stapel ligt niets. Kies een andere.',
  gekopieerd: 'De link staat op je klembord. Wie hem opent, ziet dezelfde kaart.',
  nietGekopieerd: 'Kopiëren lukte niet. De link staat in de adresbalk.',
} as const;

/** What the library in one file says. */
export const tLos = {
  gevonden: (count: number, term: string) => (count === 0 ? `Niets gevonden voor ‘${term}’. Probeer een ander woord.` : `${count} gevonden voor ‘${term}’.`),
} as const;
