/** Every relation of the library as one line between two entries: what the map draws and its table says. */
import type { Library } from '../library.ts';

/** Kinds of lines, in the order in which they are drawn: the strongest on top. */
export const LIJNSOORTEN = ['waarschuwing', 'had-gekund', 'toegepast', 'volgorde', 'tegenwicht'] as const;
export type Lijnsoort = (typeof LIJNSOORTEN)[number];

export interface Relatie {
  soort: Lijnsoort;
  /** A volgorde runs from the card that comes first; a line of a case starts at that case. */
  van: string;
  naar: string;
}

/** A tegenwicht that two cards name each other is one line, whoever wrote it down. */
const key = ({ soort, van, naar }: Relatie) => [soort, ...(soort === 'tegenwicht' ? [van, naar].sort() : [van, naar])].join();

function unique(relaties: Relatie[]): Relatie[] {
  return [...new Map(relaties.map((relatie) => [key(relatie), relatie])).values()];
}

/** The relations between cards, each once. */
export function tussenKaarten({ algoritmes }: Pick<Library, 'algoritmes'>): Relatie[] {
  return unique(
    algoritmes.flatMap(({ data: { code: eigen, verwant } }) =>
      verwant.map(({ code, soort }): Relatie =>
        soort === 'tegenwicht'
          ? { soort, van: eigen, naar: code }
          : soort === 'ervoor'
            ? { soort: 'volgorde', van: code, naar: eigen }
            : { soort: 'volgorde', van: eigen, naar: code },
      ),
    ),
  );
}

/** The relations of cases with the cards that they name, save the first: a case hangs beside that card itself. */
export const vanCasussen = ({ casussen }: Pick<Library, 'casussen'>): Relatie[] =>
  unique(casussen.flatMap(({ data }) => data.algoritmes.slice(1).map(({ code, relatie }) => ({ soort: relatie, van: data.code, naar: code }))));
