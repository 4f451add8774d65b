/** The items of a meeting as rows that can be changed. */
import type { Agenda } from '../model/agenda.ts';
import { type Bijeenkomst, LIMIETEN, type Onderdeel } from '../model/bijeenkomst.ts';
import type { Keuze } from '../model/keuzes.ts';
import { tBijeenkomst as t } from '../strings/bijeenkomst.ts';
import { button, home, make } from './dom.ts';

/** What a visitor can do with the item at a place. */
export interface Acties {
  move: (from: number, to: number) => void;
  remove: (index: number) => void;
  change: (index: number, fields: Partial<Onderdeel>) => void;
}

/** What an item is called where there is little room. */
export const nameOf = ({ code, titel }: Onderdeel) => code || titel || t.onderdeel;

function heading(item: Onderdeel, index: number, keuze: Keuze | undefined, { change }: Acties): HTMLElement {
  if (keuze) return make('h3', {}, make('span', { class: 'code' }, keuze.code), ' ', make('a', { href: new URL(keuze.url, home()).href }, keuze.titel));
  const field = make('input', { type: 'text', class: 'naam', 'aria-label': t.naam, placeholder: t.naam, maxlength: String(LIMIETEN.titel), autocomplete: 'off' });
  field.value = item.titel;
  field.addEventListener('input', () => change(index, { titel: field.value }));
  return make('h3', {}, field);
}

function minutesField(item: Onderdeel, index: number, { change }: Acties): HTMLElement {
  const field = make('input', { type: 'number', min: '0', max: String(LIMIETEN.minuten), step: '5', inputmode: 'numeric', 'aria-label': t.minuten(nameOf(item)) });
  const read = () => Math.max(0, Math.min(LIMIETEN.minuten, Math.round(Number(field.value)) || 0));
  field.value = String(item.minuten ?? 0);
  field.addEventListener('input', () => change(index, { minuten: read() }));
  field.addEventListener('change', () => (field.value = String(read())));
  return make('span', { class: 'minuten' }, field, ' min');
}

function noteField(item: Onderdeel, index: number, { change }: Acties): HTMLElement {
  const field = make('textarea', { rows: '1', dir: 'auto', 'aria-label': t.noot(nameOf(item)), placeholder: t.nootLeeg, maxlength: String(LIMIETEN.noot) });
  field.value = item.noot;
  field.addEventListener('input', () => change(index, { noot: field.value }));
  return field;
}

function orderButtons(item: Onderdeel, index: number, isLast: boolean, { move, remove }: Acties): HTMLElement {
  const naam = nameOf(item);
  const state = (isEnd: boolean) => (isEnd ? 'true' : undefined);
  return make(
    'span',
    { class: 'knoppen' },
    button('↑', { 'aria-label': t.hoger(naam), 'data-actie': 'hoger', 'aria-disabled': state(index === 0) }, () => move(index, index - 1)),
    button('↓', { 'aria-label': t.lager(naam), 'data-actie': 'lager', 'aria-disabled': state(isLast) }, () => move(index, index + 1)),
    button('×', { 'aria-label': t.weg(naam), 'data-actie': 'weg' }, () => remove(index)),
  );
}

function toRow(item: Onderdeel, index: number, isLast: boolean, keuze: Keuze | undefined, acties: Acties): HTMLElement {
  const fields = [heading(item, index, keuze, acties), minutesField(item, index, acties), noteField(item, index, acties), orderButtons(item, index, isLast, acties)];
  const grip = make('span', { class: 'greep', 'aria-hidden': 'true', title: t.sleep });
  return make('li', { class: keuze ? `deel-${keuze.deel}` : 'eigen' }, make('span', { class: 'tijd' }), grip, make('div', { class: 'blok' }, ...fields));
}

/** Draws all rows anew. */
export function drawProgramma(list: HTMLElement, { onderdelen }: Bijeenkomst, known: ReadonlyMap<string, Keuze>, acties: Acties): void {
  list.replaceChildren(...onderdelen.map((item, index) => toRow(item, index, index === onderdelen.length - 1, known.get(item.code), acties)));
}

/** Shows when each row starts. */
export function drawTimes(list: HTMLElement, { tijden }: Agenda): void {
  tijden.forEach(({ van }, index) => (list.children[index]!.querySelector('.tijd')!.textContent = van));
}

/** Puts the focus back on a button of a row that was drawn anew. */
export const focusOn = (list: HTMLElement, index: number, actie: string) => list.children[index]?.querySelector<HTMLElement>(`[data-actie=${actie}]`)?.focus();
