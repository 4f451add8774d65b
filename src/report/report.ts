/** Makes the redactierapport: what the content adds up to, and where an editor should look. */
import type { Algoritme, Casus, Library } from '../model/library.ts';
import { AFLOPEN } from '../schema/waarden.ts';
import { GROEPEN, inDeel, membersOf } from '../model/grouping.ts';
import { counted, fold } from '../model/text.ts';
import { LIMITS, type Report } from './limits.ts';
import { bannedIn } from './phrases.ts';
import { paragraphs, proseOf } from './prose.ts';
import { readability } from './readability.ts';
import { alikePairs } from './similarity.ts';
import { makeSpeller, type Speller, wordsIn } from './spelling.ts';

type Entry = Algoritme | Casus;

function countRows(library: Library): Report['counts'] {
  const of = ({ algoritmes, casussen }: { algoritmes: unknown[]; casussen: unknown[] }) =>
    `${counted(algoritmes.length, 'kaart', 'kaarten')}, ${counted(casussen.length, 'casus', 'casussen')}`;
  return [
    {
      titel: 'In alles',
      rows: [
        ['Algoritmes', String(library.algoritmes.length)],
        ['Casussen', String(library.casussen.length)],
        ['Situaties', String(library.situaties.length)],
        ['Begrippen', String(library.begrippen.length)],
        ['Woorden', String(library.woorden.length)],
      ],
    },
    { titel: 'Per deel', rows: library.delen.map(({ nummer, titel }) => [`${nummer} ${titel}`, of(inDeel(library, nummer))]) },
    ...GROEPEN.map((groep) => ({ titel: groep.titel, rows: groep.items(library).map(({ id, titel }): [string, string] => [titel, of(membersOf(library, groep, id))]) })),
    { titel: 'Afloop', rows: AFLOPEN.map(({ id, label }) => [label, String(library.casussen.filter(({ data }) => data.afloop.stand === id).length)]) },
  ];
}

/** Gathers `items` under their key, with the codes of the entries they came from. */
function gather(items: { key: string; code: string }[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { key, code } of items) found.set(key, [...(found.get(key) ?? []), code]);
  return found;
}

function findOrphans({ algoritmes, casussen, situaties }: Library): string[] {
  const inCases = new Set(casussen.flatMap(({ data }) => data.algoritmes.map(({ code }) => code)));
  const inSituaties = new Set(situaties.flatMap(({ kaarten }) => kaarten.map(({ code }) => code)));
  const named = new Set(algoritmes.flatMap(({ data }) => data.verwant.map(({ code }) => code)));
  return algoritmes.map(({ data }) => data.code).filter((code) => !inCases.has(code) && !inSituaties.has(code) && !named.has(code));
}

function staleEntries(entries: readonly Entry[]): string[] {
  const newest = Math.max(...entries.map(({ data }) => Date.parse(data.bijgewerkt)));
  const YEAR = 365 * 24 * 60 * 60 * 1000;
  return entries.filter(({ data }) => newest - Date.parse(data.bijgewerkt) >= YEAR).map(({ data }) => data.code);
}

/** The two readings that take long: whoever makes the report again and again brings ones that remember. */
export interface Readings {
  knows: Speller;
  read: typeof paragraphs;
}

/** Measures a library. `ownWords` are words that the dictionary lacks and the editors hold right. */
export function makeReport(library: Library, ownWords: Iterable<string>, { knows, read }: Readings = { knows: makeSpeller(ownWords), read: paragraphs }): Report {
  const entries: Entry[] = [...library.algoritmes, ...library.casussen].sort((a, b) => a.data.code.localeCompare(b.data.code));
  const texts = entries.map((entry) => ({ code: entry.data.code, data: entry.data, blocks: proseOf(entry, read) }));
  const unknown = texts.flatMap(({ code, data, blocks }) => [...new Set(wordsIn([data.titel, ...blocks].join(' ')).filter((word) => !knows(word)))].map((key) => ({ key, code })));
  const absent = library.casussen.flatMap(({ data }) => data.perspectieven.filter(({ aanTafel }) => !aanTafel).map(({ wie }) => ({ key: fold(wie), code: data.code })));
  const unhappy = library.casussen.filter(({ data }) => data.afloop.stand === 'mislukt' || data.afloop.stand === 'gemengd').length;
  return {
    counts: countRows(library),
    entries: texts.map(({ code, data, blocks }) => ({ code, titel: data.titel, bijgewerkt: data.bijgewerkt, ...readability(blocks) })),
    unknownWords: [...gather(unknown)].map(([word, codes]) => ({ word, codes })).sort((a, b) => a.word.localeCompare(b.word, 'nl')),
    banned: texts.flatMap(({ code, blocks }) => bannedIn(blocks).map((found) => ({ code, ...found }))),
    alike: alikePairs(texts, 5),
    repeatedVoices: [...gather(absent)].filter(([, codes]) => codes.length > LIMITS.sameAbsentVoice).map(([wie, codes]) => ({ wie, codes })),
    orphans: findOrphans(library),
    stale: staleEntries(entries),
    unhappyShare: library.casussen.length === 0 ? 0 : unhappy / library.casussen.length,
    sources: library.casussen.reduce((sum, { data }) => sum + data.bronnen.length, 0),
  };
}
