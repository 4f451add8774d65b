/** The closed lists of the content model. Order is display order; schema, navigation and filters derive from these. */

export interface Waarde {
  readonly id: string;
  readonly label: string;
}

/** The ids of a closed list, as zod's enum wants them. */
export function ids<const T extends readonly Waarde[]>(list: T): { [K in keyof T]: T[K]['id'] } {
  return list.map((waarde) => waarde.id) as { [K in keyof T]: T[K]['id'] };
}

/** The label that readers see for an id of a closed list. Throws when the id is not in it. */
export function label(list: readonly Waarde[], id: string): string {
  const found = list.find((waarde) => waarde.id === id);
  if (!found) throw new Error(`Onbekende waarde '${id}'. Kies uit: ${list.map((waarde) => waarde.id).join(', ')}`);
  return found.label;
}

export const DELEN = [1, 2, 3] as const;

/** How many entries the library counts when it is whole: rules about the whole set start there. */
export const VOLTALLIG = { algoritmes: 50, casussen: 78 } as const;

export const STOELEN = [
  { id: 'bewoner', label: 'bewoner' },
  { id: 'professional', label: 'professional' },
  { id: 'bestuurder', label: 'bestuurder' },
  { id: 'buiten', label: 'buiten beeld' },
] as const;

export const ROLLEN = [
  { id: 'bewoner', label: 'bewoner' },
  { id: 'frontlijnwerker', label: 'frontlijnwerker' },
  { id: 'ambtenaar', label: 'ambtenaar' },
  { id: 'adviseur', label: 'adviseur' },
  { id: 'bestuurder', label: 'bestuurder' },
  { id: 'manager', label: 'manager' },
  { id: 'raadslid', label: 'raadslid' },
] as const;

export const SCHALEN = [
  { id: 'ik', label: 'jijzelf' },
  { id: 'straat', label: 'straat' },
  { id: 'buurt', label: 'buurt' },
  { id: 'dorp', label: 'dorp' },
  { id: 'stad', label: 'stad' },
  { id: 'organisatie', label: 'organisatie' },
] as const;

export const THEMAS = [
  { id: 'zelfkennis', label: 'Zelfkennis' },
  { id: 'luisteren', label: 'Luisteren' },
  { id: 'vertrouwen', label: 'Vertrouwen' },
  { id: 'meervoudigheid', label: 'Meervoudigheid' },
  { id: 'taal', label: 'Taal' },
  { id: 'conflict', label: 'Conflict' },
  { id: 'macht', label: 'Macht' },
  { id: 'ontmoeting', label: 'Ontmoeting' },
  { id: 'wederkerigheid', label: 'Wederkerigheid' },
  { id: 'diversiteit', label: 'Diversiteit' },
  { id: 'eigenaarschap', label: 'Eigenaarschap' },
  { id: 'loslaten', label: 'Loslaten' },
  { id: 'klein-beginnen', label: 'Klein beginnen' },
  { id: 'leren', label: 'Leren' },
  { id: 'organisatie', label: 'Organisatie' },
  { id: 'leiderschap', label: 'Leiderschap' },
  { id: 'democratie', label: 'Democratie' },
] as const;

export const LEEFFUNCTIES = [
  { id: 'veiligheid', label: 'Veiligheid' },
  { id: 'onderwijs', label: 'Onderwijs' },
  { id: 'zorg', label: 'Zorg' },
  { id: 'energie', label: 'Energie' },
  { id: 'vermaak', label: 'Vermaak' },
  { id: 'voedsel', label: 'Voedsel' },
  { id: 'wonen', label: 'Wonen' },
  { id: 'groen', label: 'Groen' },
  { id: 'werk', label: 'Werk' },
  { id: 'ontmoeting', label: 'Ontmoeting' },
] as const;

export const MACRO_OPGAVEN = [
  { id: 'energiegebruik', label: 'Energiegebruik' },
  { id: 'klimaat', label: 'Klimaat' },
  { id: 'voedselproductie', label: 'Voedselproductie' },
  { id: 'afval', label: 'Afval' },
  { id: 'migratie', label: 'Migratie' },
  { id: 'ondermijning', label: 'Ondermijning' },
] as const;

export const VRAAGSOORTEN = [
  { id: 'openen', label: 'Om te openen' },
  { id: 'verdiepen', label: 'Om te verdiepen' },
  { id: 'afsluiten', label: 'Om af te sluiten' },
] as const;

export const VERWANTSCHAPPEN = [
  { id: 'ervoor', label: 'Ervoor' },
  { id: 'erna', label: 'Erna' },
  { id: 'tegenwicht', label: 'Tegenwicht' },
] as const;

export const ONDERBOUWINGEN = [
  { id: 'ervaring', label: 'ervaring' },
  { id: 'onderzoek', label: 'onderzoek' },
  { id: 'redenering', label: 'redenering' },
] as const;

export const HERKOMSTEN = [
  { id: 'openbare-bron', label: 'Uit openbare bronnen' },
  { id: 'samengesteld', label: 'Samengesteld uit meer ervaringen' },
] as const;

export const AFLOPEN = [
  { id: 'loopt', label: 'Loopt nog' },
  { id: 'gelukt', label: 'Gelukt' },
  { id: 'gemengd', label: 'Gemengd' },
  { id: 'mislukt', label: 'Mislukt' },
  { id: 'open', label: 'Nog open' },
] as const;

export const RELATIES = [
  { id: 'toegepast', label: 'Toegepast' },
  { id: 'had-gekund', label: 'Had gekund' },
  { id: 'waarschuwing', label: 'Waarschuwing' },
] as const;
