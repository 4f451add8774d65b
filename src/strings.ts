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
    alleenTitels: (count: number) => `${count} ${count === 1 ? 'resultaat' : 'resultaten'} in titels en zoekwoorden. Zoeken in de hele teksten lukt nu niet; ververs de pagina om het nog eens te proberen.`,
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

const minuten = (count: number) => `${count} ${count === 1 ? 'minuut' : 'minuten'}`;
/** Names in a sentence, so many that it stays one. */
const opsomming = (names: readonly string[]) => {
  const first = [...new Set(names)].slice(0, 4).map((name) => `‘${name}’`);
  const rest = new Set(names).size - first.length;
  return rest > 0 ? `${first.join(', ')} en nog ${rest}` : first.join(', ').replace(/, ([^,]*)$/, ' en $1');
};

/** What the page that composes a meeting says. */
export const tBijeenkomst = {
  zonderTitel: 'Bijeenkomst',
  eigen: 'Eigen onderdeel',
  onderdeel: 'Onderdeel',
  minuten: (naam: string) => `Minuten voor ${naam}`,
  noot: (naam: string) => `Notitie bij ${naam}`,
  nootLeeg: 'Notitie',
  naam: 'Naam van dit onderdeel',
  hoger: (naam: string) => `Zet ${naam} hoger`,
  lager: (naam: string) => `Zet ${naam} lager`,
  weg: (naam: string) => `Haal ${naam} weg`,
  sleep: 'Sleep om te verplaatsen',
  staatOp: (naam: string, plek: number, totaal: number) => `${naam} staat nu op plaats ${plek} van ${totaal}.`,
  bovenaan: (naam: string) => `${naam} staat al bovenaan.`,
  onderaan: (naam: string) => `${naam} staat al onderaan.`,
  erbij: (naam: string) => `${naam} staat in je bijeenkomst.`,
  stondEr: (naam: string) => `${naam} stond er al in.`,
  vol: (aantal: number) => `Er passen ${aantal} onderdelen in een bijeenkomst. Haal er eerst een weg.`,
  isWeg: (naam: string) => `${naam} is eruit.`,
  opnieuw: 'Je begint met een lege bijeenkomst.',
  teruggezet: (naam: string) => `${naam} staat weer op zijn plek.`,
  eerder: 'Je had in dit tabblad zelf nog een keuze openstaan.',
  haalEerder: 'Haal mijn eerdere keuze terug',
  eerderTerug: 'Je eerdere keuze staat er weer.',
  zetTerug: (naam: string) => `Zet ${naam} terug`,
  alles: 'alles',
  totaal: (totaal: number, einde: string) => `${minuten(totaal)}${einde && `, klaar om ${einde}`}`,
  over: (over: number) => (over === 0 ? 'Precies vol' : over > 0 ? `Nog ${minuten(over)} over` : `${minuten(-over)} te lang`),
  tot: (begin: string, einde: string) => `${begin} tot ${einde}`,
  duurt: minuten,
  kies: (code: string, titel: string) => `Zet ${code} ${titel} in de bijeenkomst`,
  gevonden: (aantal: number, meer: boolean) => (aantal === 0 ? 'Niets gevonden op die code of titel.' : `${meer ? 'De eerste ' : ''}${aantal} gevonden.`),
  gekopieerd: 'De link staat op je klembord.',
  nietGekopieerd: 'Kopiëren lukte niet. De link staat in de adresbalk.',
  laden: 'Even de kaarten ophalen…',
  geenLijst: 'De lijst met kaarten kon niet worden opgehaald. Ververs de pagina als je weer verbinding hebt; je link blijft goed.',
  geenTekst: 'De tekst van deze kaart kon niet worden opgehaald. Druk hem af vanaf zijn eigen pagina.',
  geenTekstVoor: (codes: readonly string[]) => `De tekst van ${codes.join(', ')} kon niet worden opgehaald en komt niet op papier.`,
  stemmen: (naam: string) => `Stemmen bij ${naam}`,
  stemmenUitleg: 'Knip uit en deel rond. Een rand van streepjes hoort bij een stem die niet aan tafel zat: leg die strook op een lege stoel.',
  kopTijd: 'Tijd',
  kopOnderdeel: 'Onderdeel',
  kopDuur: 'Duur',
  verlies: {
    titel: 'Niet alles uit deze link kwam door',
    onbekend: (names: readonly string[]) => `Dit herkennen we niet: ${opsomming(names)}.`,
    kaart: (names: readonly string[]) => `Er is geen kaart of casus met de code ${opsomming(names)}.`,
    dubbel: (names: readonly string[]) => `Dit stond er twee keer in: ${opsomming(names)}. Eén keer is gebleven.`,
    minuten: (names: readonly string[]) => `De minuten klopten niet bij ${opsomming(names)}. Er staat nu een gewone duur.`,
    tijd: () => 'De beschikbare tijd klopte niet en is leeg gelaten.',
    begin: (names: readonly string[]) => `De begintijd ${opsomming(names)} klopte niet en is leeg gelaten.`,
    datum: (names: readonly string[]) => `De datum ${opsomming(names)} bestaat niet en is leeg gelaten.`,
    teken: (names: readonly string[]) => `Een paar letters waren beschadigd in ${opsomming(names)}.`,
    lang: (names: readonly string[]) => `Te lang, en daarom ingekort: ${opsomming(names)}.`,
    teveel: (names: readonly string[]) => `Te veel onderdelen. Weggelaten: ${opsomming(names)}.`,
    versie: () => 'Deze link komt uit een andere versie van deze site. Wat we herkennen staat hieronder.',
  },
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
