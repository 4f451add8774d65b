/** One card or case in the programme: its place, its minutes, its note. */
import { minuten, type Onderdeel } from '../model/bijeenkomst.ts';
import type { Kaartje } from '../model/kaartjes.ts';
import { t } from '../strings.ts';
import { maak } from './maak.ts';

interface Acties {
  /** Moves the row to a place; `button` is what should hold the focus there. */
  verplaats: (to: number, button: string) => void;
  weg: () => void;
  wijzig: (change: Partial<Onderdeel>) => void;
}

/**
 * Dragging by mouse or finger: the rows that the pointer passes step aside, one at a time. The dragged row itself stays where it is in
 * the document, since a browser lets go of the pointer of an element that moves.
 */
function sleep(greep: HTMLElement, row: HTMLElement, drop: (to: number) => void): void {
  const stop = () => {
    if (!row.classList.contains('sleept')) return;
    row.classList.remove('sleept');
    drop([...row.parentElement!.children].indexOf(row));
  };
  greep.addEventListener('pointerdown', ({ pointerId }) => {
    greep.setPointerCapture(pointerId);
    row.classList.add('sleept');
  });
  greep.addEventListener('pointermove', ({ clientY }) => {
    if (!row.classList.contains('sleept')) return;
    const middle = (element: Element | null) => element && element.getBoundingClientRect().top + element.getBoundingClientRect().height / 2;
    const [above, below] = [row.previousElementSibling, row.nextElementSibling];
    if (below && clientY > middle(below)!) row.before(below);
    else if (above && clientY < middle(above)!) row.after(above);
  });
  greep.addEventListener('pointerup', stop);
  greep.addEventListener('pointercancel', stop);
}

function knop(text: string, name: string, className: string, isOff: boolean, onclick: () => void): HTMLButtonElement {
  return maak('button', { type: 'button', text, class: className, 'aria-label': name, 'aria-disabled': isOff ? 'true' : false, onclick: () => !isOff && onclick() });
}

/** The row of `onderdeel` at `index` of `count`. */
export function toRij({ code, titel, kern, deel, url }: Kaartje, onderdeel: Onderdeel, index: number, count: number, acties: Acties): HTMLLIElement {
  const b = t.bijeenkomst;
  const greep = maak('span', { class: 'greep', 'aria-hidden': 'true', text: `⠿ ${index + 1}` });
  const tijd = maak('input', {
    type: 'number', inputmode: 'numeric', min: '1', max: '600', value: String(onderdeel.minuten), 'aria-label': b.minuten(code),
    oninput: (event) => {
      const value = minuten((event.target as HTMLInputElement).value);
      if (value !== undefined) acties.wijzig({ minuten: value });
    },
  });
  const notitie = maak('textarea', { rows: '1', maxlength: '600', oninput: (event) => acties.wijzig({ notitie: (event.target as HTMLTextAreaElement).value }) });
  notitie.value = onderdeel.notitie;
  const row = maak(
    'li', { class: `deel-${deel}`, 'data-code': code }, greep,
    maak('div', { class: 'titel' }, maak('a', { href: new URL(url, document.baseURI).href, text: `${code} ${titel}` }), maak('small', { text: kern })),
    maak('label', { class: 'minuten' }, 'Minuten', tijd),
    maak('div', { class: 'onder' },
      maak('label', {}, 'Eigen notitie', notitie),
      knop('↑', b.omhoog(code), 'omhoog', index === 0, () => acties.verplaats(index - 1, '.omhoog')),
      knop('↓', b.omlaag(code), 'omlaag', index === count - 1, () => acties.verplaats(index + 1, '.omlaag')),
      knop('×', b.haalWeg(code), 'weg', false, acties.weg)),
  );
  sleep(greep, row, (to) => to !== index && acties.verplaats(to, '.omhoog'));
  return row;
}
