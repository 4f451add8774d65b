/** A drawn card as the fragment of a link: `A-21&deel=2&groot`. The same link shows a whole room the same card. */
import { asCode } from './code.ts';
import type { Trekkaart } from './keuzes.ts';
import { decode, partsOf } from './linktekst.ts';

export type Stapel = 'kaarten' | 'casussen' | 'alles';

export interface Trekking {
  code: string;
  /** 1, 2 or 3; undefined draws from all. */
  deel: number | undefined;
  stapel: Stapel;
  isGroot: boolean;
  /** A word in the link that is no code, to name when there is no card. */
  vreemd: string;
}

/** Reads the fragment of a link, with or without its hash. Never throws; what makes no sense counts as not said. */
export function readTrekking(fragment: string): Trekking {
  const trekking: Trekking = { code: '', deel: undefined, stapel: 'kaarten', isGroot: false, vreemd: '' };
  for (const [key, raw] of partsOf(fragment.slice(0, 1000))) {
    const value = decode(raw).text;
    if (key === 'deel') trekking.deel = /^[123]$/.test(value) ? Number(value) : undefined;
    else if (key === 'uit') trekking.stapel = value === 'casussen' || value === 'alles' ? value : 'kaarten';
    else if (key === 'groot') trekking.isGroot = true;
    else if (asCode(key)) trekking.code = asCode(key)!;
    else trekking.vreemd ||= key;
  }
  return trekking;
}

/** The fragment of the link that carries this, without the hash. */
export function writeTrekking({ code, deel, stapel, isGroot }: Trekking): string {
  return [code, deel && `deel=${deel}`, stapel !== 'kaarten' && `uit=${stapel}`, isGroot && 'groot'].filter(Boolean).join('&');
}

const BEGINS: Record<Stapel, string> = { kaarten: 'A', casussen: 'C', alles: '' };

/** The pile that is drawn from. */
export const pile = (cards: readonly Trekkaart[], { deel, stapel }: Trekking) => cards.filter((card) => card.code.startsWith(BEGINS[stapel]) && (deel ?? card.deel) === card.deel);

/** Draws from `cards`, not one of the last drawn as long as at least half the pile is left. `random` gives a number from 0 up to 1. */
export function draw(cards: readonly Trekkaart[], recent: readonly string[], random: () => number): Trekkaart | undefined {
  const avoid = new Set(recent.slice(-Math.floor(cards.length / 2)));
  const left = cards.length > 1 ? cards.filter(({ code }) => !avoid.has(code)) : cards;
  return left[Math.floor(random() * left.length)];
}
