/** The time of a meeting at a glance: a bar with a piece per item, beside the words. */
import type { Agenda } from '../model/agenda.ts';
import type { Bijeenkomst } from '../model/bijeenkomst.ts';
import { tBijeenkomst as t } from '../strings/bijeenkomst.ts';
import { find } from './dom.ts';

const SVG = 'http://www.w3.org/2000/svg';

function piece(from: number, length: number, name: string): SVGElement {
  const made = document.createElementNS(SVG, 'rect');
  const box = { x: from, y: 0, width: Math.max(0, length), height: 10, class: name };
  for (const [key, value] of Object.entries(box)) made.setAttribute(key, String(value));
  return made;
}

/** Draws the items on a scale of what there is or what they take, whichever is more; a line stands where the time is up. */
export function drawStand({ onderdelen, tijd }: Bijeenkomst, { totaal, einde, over }: Agenda): void {
  const scale = 1000 / Math.max(totaal, tijd ?? 0, 1);
  let passed = 0;
  const pieces = onderdelen.map(({ code, minuten = 0 }) => {
    const made = piece(passed * scale, minuten * scale - 3, code ? 'kaart' : 'eigen');
    passed += minuten;
    return made;
  });
  const end = over !== undefined && over < 0 ? [piece(tijd! * scale - 3, 6, 'grens')] : [];
  find('#balk').replaceChildren(...pieces, ...end);
  find('#totaal').textContent = t.totaal(totaal, einde);
  find('#over').textContent = over === undefined ? '' : t.over(over);
  find('#stand').classList.toggle('te-lang', over !== undefined && over < 0);
}
