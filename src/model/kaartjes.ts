/** What the meeting and the draw know of every card and case. */
import type { Algoritme, Casus, Library } from './library.ts';
import { paths } from './paths.ts';

export interface Kaartje {
  code: string;
  titel: string;
  kern: string;
  deel: number;
  url: string;
  /** Minutes it takes when nobody says otherwise. */
  minuten: number;
  /** The question that it turns on. */
  vraag: string;
  /** What one can do tomorrow; only a card has it. */
  morgen?: string;
}

/** A talk about a case, or about a card without an end. */
const USUAL_MINUTES = 20;

const cardOf = ({ slug, data }: Algoritme): Kaartje => ({
  code: data.code,
  titel: data.titel,
  kern: data.kern,
  deel: data.deel,
  url: paths.algoritme(slug).slice(1),
  minuten: data.duur === 'doorlopend' ? USUAL_MINUTES : data.duur.min,
  vraag: data.kernvraag,
  morgen: data.eersteStap,
});

const caseOf = ({ slug, data }: Casus): Kaartje => ({
  code: data.code,
  titel: data.titel,
  kern: data.kern,
  deel: data.deel,
  url: paths.casus(slug).slice(1),
  minuten: USUAL_MINUTES,
  vraag: data.vragen.find(({ soort }) => soort === 'openen')!.vraag,
});

/** Every card and then every case, in order of code. */
export const kaartjes = ({ algoritmes, casussen }: Library): Kaartje[] => [...algoritmes.map(cardOf), ...casussen.map(caseOf)];
