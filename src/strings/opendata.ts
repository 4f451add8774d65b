/** What the open data says about itself: on its page, in the list of files and in the files that other programs read. */
export const tData = {
  titel: 'Open data',
  kort: 'Alles wat hier staat kun je meenemen en opnieuw gebruiken: als bestand, als tekst of als stukje op je eigen site.',
  bestanden: {
    algoritmes: { titel: 'Algoritmes', kort: 'Elke kaart met al zijn velden en de langere tekst.' },
    casussen: { titel: 'Casussen', kort: 'Elke casus met stemmen, keuzes en bronnen.' },
    delen: { titel: 'Delen', kort: 'De drie delen en hun openingsvragen.' },
    themas: { titel: 'Thema’s', kort: 'De draden die door kaarten en casussen lopen.' },
    leeffuncties: { titel: 'Leeffuncties', kort: 'Waar het leven van alledag over gaat.' },
    'macro-opgaven': { titel: 'Macro-opgaven', kort: 'De grote opgaven die in de straat aankomen.' },
    situaties: { titel: 'Situaties', kort: '‘Morgen zit ik in…’, met de kaarten die erbij passen.' },
    begrippen: { titel: 'Begrippen', kort: 'Wat een woord hier betekent, en wat het niet is.' },
    woorden: { titel: 'Woorden', kort: 'Het woord uit de brief en het woord aan de deur.' },
    relaties: { titel: 'Relaties', kort: 'Wat bij wat hoort, elke band op een eigen regel.' },
  },
  mag: {
    kop: 'Wat je ermee mag',
    tekst: (naam: string) => `Je mag alles overnemen, veranderen en doorgeven, ook als je er geld mee verdient. Noem ${naam}, zeg wat je hebt veranderd en zet de licentie erbij.`,
    licentie: 'De licentie:',
    uitgave: (versie: string, dag: string) => `Dit is uitgave ${versie}, van ${dag}.`,
    lijst: 'Dat nummer staat ook in',
    lijstNa: 'samen met een lijst van alle bestanden. Begin daar als je een programma maakt.',
  },
  bestandenKop: 'De bestanden',
  kolommen: { wat: 'Wat', aantal: 'Aantal', halen: 'Vorm' },
  soorten: { json: 'JSON', csv: 'CSV', schema: 'schema' },
  haal: (titel: string, soort: string) => `${titel} als ${soort}`,
  vorm: [
    'JSON is de volledige vorm. Het schema zegt bij elk veld wat erin staat, in het Nederlands. Codes zoals A-21 en C-33 blijven altijd hetzelfde.',
    'CSV is voor een rekenblad. Tussen de waarden staat een komma. Open het bestand in Excel via Gegevens, Uit tekst/CSV; dan komt elk veld in een eigen kolom en blijven letters als é heel. In LibreOffice kies je bij het openen de komma.',
    'In een cel met meer woorden staat er | tussen. Een lijst van blokken, zoals de stappen, staat als JSON in één cel. Begint een tekst met een teken waar een rekenblad mee gaat rekenen, dan staat er een apostrof voor.',
  ],
  tekstKop: 'Elke kaart als gewone tekst',
  tekst:
    'Zet in het adres van een kaart of casus .md in plaats van .html. Dan krijg je dezelfde tekst in Markdown, met de bronnen als voetnoten. Onderaan elke kaart staat de link.',
  llms: 'Voor taalmodellen is er een lijst van al die teksten:',
  volgenKop: 'Volgen wat verandert',
  volgen: 'Een feedlezer laat je zien welke kaarten en casussen het laatst zijn bijgewerkt.',
  geenAdres: 'Deze uitgave is gemaakt zonder te weten op welk adres hij staat. Daarom is er geen feed. Aan het veld bijgewerkt zie je wat er veranderde.',
  insluitenKop: 'Op je eigen site',
  insluiten:
    'Je kunt een kaart of casus tonen op de site van je gemeente, je buurthuis of je opleiding. Zet dit in de pagina, en verander de code in die van de kaart die je wilt:',
  adres: 'https://het-adres-van-deze-site',
  adresUitleg: 'Schrijf vooraan het adres waar je deze site nu leest.',
  maten: 'Zo hoog moet het kader zijn, zodat er niets wegvalt:',
  maat: (breed: number, hoog: number) => `${breed} pixels breed: ${hoog} hoog`,
  smaller: 'Is de tekst langer dan het kader, dan kun je erin schuiven.',
  zonder: 'In het kader draait geen script en er komen geen cookies. Het vraagt niets op bij een andere site dan deze. Wordt een kaart verbeterd, dan verandert hij bij jou mee.',
  voorbeeld: 'Zo ziet het eruit:',
  vastKop: 'Wat vast blijft',
  vast: 'Namen van bestanden en velden veranderen niet zomaar. Komt er een veld bij, dan gaat het tweede getal van de uitgave omhoog. Verdwijnt er een of krijgt het een andere vorm, dan gaat het eerste getal omhoog en staat hieronder wat je moet doen.',
  editiesKop: 'De uitgaven',
  editie: (versie: string) => `Uitgave ${versie}`,
} as const;

/** What a language model is told first. */
export const tLlms = {
  inleiding: (kaarten: number, casussen: number, licentie: string) =>
    `Een Nederlandse bibliotheek met ${kaarten} algoritmes (manieren om te handelen, met wanneer je ze laat liggen) en ${casussen} casussen (echte praktijken, met de stem die niet aan tafel zat). Een algoritme is hier geen programma. Het is een mogelijke manier van handelen, die je eerst weegt. Feiten in een casus hebben een bron; reflex, wending, stemmen en keuzes zijn onze lezing. Neem bij een kaart altijd mee wanneer je hem niet gebruikt, en het tegenwicht. Je mag alles overnemen met naamsvermelding (${licentie}).`,
  uitleg: 'Uitleg',
  over: 'Over deze site',
  overKort: 'Wat dit is en voor wie.',
  lijst: 'Alle bestanden',
  lijstKort: 'Welke uitgave dit is, en wat er als data is.',
} as const;
