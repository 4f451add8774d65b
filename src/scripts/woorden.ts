/** Looks for the words of the list in a text that a visitor pastes. The text stays in the page: nothing is sent or kept. */
import { type Leefwoord, makeFinder, MOST_TEXT, type Stuk } from '../search/leefwoorden.ts';
import { tWoorden as t } from '../strings/woorden.ts';
import { find, make } from './dom.ts';

/** So long after the last key, so that typing never waits. */
const PAUSE = 200;

/** Past so many the browser would take seconds to set the text; a report that one can read has fewer. */
const MOST_MARKS = 3_000;

interface Row extends Leefwoord {
  id: string;
}

const field = find<HTMLTextAreaElement>('#brief');
const rows = [...document.querySelectorAll<HTMLTableRowElement>('#lijst tr[id]')].map((row): Row => ({
  id: row.id,
  systeemwoord: row.cells[0]!.textContent,
  leefwoord: row.cells[1]!.textContent,
}));
const cut = makeFinder(rows);

/** A line per word, in the order of the text, that leads to why. */
function lines(found: readonly Row[]): HTMLElement[] {
  return [...new Set(found)].map((row) => {
    const times = found.filter((other) => other === row).length;
    return make('li', {}, make('a', { href: `#${row.id}` }, row.systeemwoord), `${t.keer(times)}: `, make('b', {}, row.leefwoord));
  });
}

/** The text itself, with what one can say behind each word where it first stands. */
function written(pieces: readonly Stuk<Row>[]): (Node | string)[] {
  const seen = new Set<Row>();
  let marks = 0;
  return pieces.flatMap(({ tekst, woord }): (Node | string)[] => {
    if (!woord || marks >= MOST_MARKS) return [tekst];
    const isNew = !seen.has(woord);
    seen.add(woord);
    marks += 1;
    return isNew ? [make('mark', {}, tekst), make('i', {}, ` [${woord.leefwoord}]`)] : [make('mark', {}, tekst)];
  });
}

function show(): void {
  const text = field.value;
  const pieces = cut(text);
  const found = pieces.flatMap(({ woord }) => woord ?? []);
  const said = found.length === 0 ? t.niets : t.gevonden(new Set(found).size, found.length);
  find('#brief-stand').textContent = text.trim() === '' ? '' : `${said}${text.length > MOST_TEXT ? ` ${t.lang(MOST_TEXT)}` : ''}`;
  find('#brief-woorden').replaceChildren(...lines(found));
  find('#brief-tekst').replaceChildren(...written(pieces));
  find('#brief-gelezen').hidden = found.length === 0;
}

let timer: ReturnType<typeof setTimeout>;
field.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(show, PAUSE);
});
find('#woordenvak').hidden = false;
// A browser may have put back what stood there.
if (field.value) show();
