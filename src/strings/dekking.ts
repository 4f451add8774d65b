const opsomming = (parts: readonly string[]) => parts.join(', ').replace(/, ([^,]*)$/, ' en $1');
const geteld = (count: number, one: string, more: string) => (count === 0 ? [] : [`${count} ${count === 1 ? one : more}`]);

/** What the picture of what is there and what is missing says. */
export const tDekking = {
  kop: 'Voor wie is hier iets?',
  uitleg: 'Elk tekentje is een kaart (dicht) of een casus (open) voor die rol, per deel.',
  rol: 'Rol',
  niets: 'nog niets',
  inhoud: (kaarten: number, casussen: number) => opsomming([...geteld(kaarten, 'kaart', 'kaarten'), ...geteld(casussen, 'casus', 'casussen')]),
  vol: 'Voor elke rol is er in elk deel iets.',
  gaten: 'Hier is nog niets',
  gat: (rollen: readonly string[], delen: readonly number[], isAlles: boolean) =>
    `voor ${opsomming(rollen.map((rol) => `een ${rol}`))}${isAlles ? ', in geen enkel deel' : ` in deel ${opsomming(delen.map(String))}`}`,
} as const;
