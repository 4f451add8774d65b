/** Finds cards and cases by code or title, to add them. */
import { asCode } from '../model/code.ts';
import type { Keuze } from '../model/keuzes.ts';
import { fold } from '../model/text.ts';
import { tBijeenkomst as t } from '../strings/bijeenkomst.ts';
import { button, make } from './dom.ts';

const SHOWN = 6;

/** The entries in which every typed word occurs, and first of all the one with that code. */
export function matching(keuzes: readonly Keuze[], typed: string): Keuze[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  const code = asCode(typed);
  if (words.length === 0) return [];
  return keuzes.filter((keuze) => keuze.code === code || words.every((word) => fold(`${keuze.code} ${keuze.titel}`).includes(word)));
}

/** Fills `list` while something is typed in `field`; `onPick` gets what is chosen, `say` what is found. */
export function makeFinder(field: HTMLInputElement, list: HTMLElement, keuzes: readonly Keuze[], onPick: (keuze: Keuze) => void, say: (text: string) => void): void {
  const pick = (keuze: Keuze) => {
    field.value = '';
    list.replaceChildren();
    field.focus();
    onPick(keuze);
  };
  field.addEventListener('input', () => {
    const found = matching(keuzes, field.value);
    const rows = found.slice(0, SHOWN).map((keuze) => {
      const made = button('', { class: 'vondst', 'aria-label': t.kies(keuze.code, keuze.titel) }, () => pick(keuze));
      made.append(make('span', { class: 'code' }, keuze.code), ` ${keuze.titel}`);
      return make('li', { class: `deel-${keuze.deel}` }, made);
    });
    list.replaceChildren(...rows);
    if (field.value.trim()) say(t.gevonden(rows.length, found.length > rows.length));
  });
  field.addEventListener('keydown', ({ key }) => {
    const [first] = matching(keuzes, field.value);
    if (key === 'Enter' && first) pick(first);
    if (key === 'Escape') list.replaceChildren();
  });
}
