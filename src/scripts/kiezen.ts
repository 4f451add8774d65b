/** Adds cards to a meeting without leaving the list: a button per card, and a bar that says how many there are. */
import { picked, toggled } from '../model/keuze.ts';
import { paths } from '../model/paths.ts';
import { tKeuze } from '../strings.ts';
import { button, make } from './dom.ts';
import { KEUZE, recall, remember } from './geheugen.ts';

const buttons = new Map<HTMLButtonElement, string>();
const count = make('p');
const status = make('p', { role: 'status', class: 'visually-hidden' });
const bar = make('div', { class: 'keuzebalk screen-only', role: 'region', 'aria-label': tKeuze.balk, hidden: '' }, count);

function showPick(): void {
  const codes = picked(recall(KEUZE));
  for (const [made, code] of buttons) {
    if (made.isConnected) made.setAttribute('aria-pressed', String(codes.includes(code)));
    else buttons.delete(made);
  }
  bar.hidden = codes.length === 0;
  count.textContent = tKeuze.aantal(codes.length);
}

function toggle(code: string): void {
  remember(KEUZE, toggled(recall(KEUZE), code));
  const codes = picked(recall(KEUZE));
  status.textContent = `${codes.includes(code) ? tKeuze.erin(code) : tKeuze.eruit(code)} ${tKeuze.aantal(codes.length)}.`;
  showPick();
}

/** The button that puts this card in the meeting, or takes it out. */
export function pickButton(code: string, titel: string): HTMLButtonElement {
  const isIn = picked(recall(KEUZE)).includes(code);
  const made = button(tKeuze.knop, { class: 'kies screen-only', 'aria-label': tKeuze.naam(`${code} ${titel}`), 'aria-pressed': String(isIn) }, () => toggle(code));
  buttons.set(made, code);
  return made;
}

/** The address of `path` from wherever this page stands. */
const addressOf = (path: string) => [...document.querySelectorAll('a')].find((link) => link.pathname.endsWith(path))?.href ?? path;

for (const row of document.querySelectorAll('.entries > li')) {
  const code = /[AC]-\d+/.exec(row.querySelector('.label')?.textContent ?? '')?.[0];
  if (code) row.lastElementChild!.append(pickButton(code, row.querySelector('a')!.textContent));
}
bar.append(make('a', { href: addressOf(paths.bijeenkomst) }, tKeuze.bekijk));
document.querySelector('main')!.append(bar, status);
showPick();
// A page that comes back from the browser's memory may be older than the pick.
addEventListener('pageshow', showPick);
