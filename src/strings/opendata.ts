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
} as const;
