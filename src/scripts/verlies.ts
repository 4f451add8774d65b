/** Says what of a link could not be kept, a line per kind. */
import type { Verlies } from '../model/bijeenkomst.ts';
import { tBijeenkomst as t } from '../strings/bijeenkomst.ts';
import { make } from './dom.ts';

export function showLoss(box: HTMLElement, verlies: readonly Verlies[]): void {
  const kinds = [...new Set(verlies.map(({ soort }) => soort))];
  const lines = kinds.map((kind) => make('li', {}, t.verlies[kind](verlies.filter(({ soort }) => soort === kind).map(({ wat }) => wat))));
  box.hidden = lines.length === 0;
  box.replaceChildren(...(lines.length > 0 ? [make('h2', {}, t.verlies.titel), make('ul', {}, ...lines)] : []));
}
