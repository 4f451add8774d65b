/** The map: makes the drawing larger and smaller, and says what an entry hangs together with. The browser itself scrolls to what has the focus. */
import { tKaart } from '../strings/kaart.ts';
import { find } from './dom.ts';

const STEP = 1.25;
const LARGEST = 4;
const venster = find('#venster');
const melding = find('#melding');
const tekening = venster.querySelector('svg')!;
const own = tekening.getBoundingClientRect().width;

/** How large the drawing is beside its own size. */
let size = 1;

/** Draws at `wanted`, with the middle of what shows where it was. */
function zoom(wanted: number): void {
  const smallest = Math.min(1, venster.clientWidth / own);
  const before = tekening.getBoundingClientRect().width;
  const { height } = venster.getBoundingClientRect();
  size = Math.min(LARGEST, Math.max(smallest, wanted));
  tekening.style.minWidth = tekening.style.width = `${own * size}px`;
  // Enlarged, the drawing scrolls within the height that it had.
  venster.style.maxHeight = size > 1 ? venster.style.maxHeight || `${height}px` : '';
  const grown = (own * size) / before;
  const { clientWidth, clientHeight, scrollLeft, scrollTop } = venster;
  venster.scrollTo({ left: (scrollLeft + clientWidth / 2) * grown - clientWidth / 2, top: (scrollTop + clientHeight / 2) * grown - clientHeight / 2, behavior: 'instant' });
  melding.textContent = tKaart.vergroot(Math.round(size * 100));
}

const move = (left: number, top: number) => venster.scrollBy({ left: (left * venster.clientWidth) / 3, top: (top * venster.clientHeight) / 3 });

const DOE: Record<string, () => void> = {
  groter: () => zoom(size * STEP),
  kleiner: () => zoom(size / STEP),
  links: () => move(-1, 0),
  rechts: () => move(1, 0),
  omhoog: () => move(0, -1),
  omlaag: () => move(0, 1),
  heel: () => zoom(0),
};
const KEYS: Record<string, string> = { '+': 'groter', '=': 'groter', '-': 'kleiner', '0': 'heel' };

/** What the table says in the row of `code`. */
function inWords(row: HTMLTableRowElement): string {
  const [name, ...cells] = [...row.cells].map((cell) => [...cell.querySelectorAll('a')].map(({ textContent }) => textContent));
  const parts = cells.flatMap((names, index) => (names.length > 0 ? [`${row.cells[index + 1]!.dataset['kop']}: ${names.join(', ')}`] : []));
  return [name, ...parts].join(' · ');
}

/** Shows and says what the entry with `code` hangs together with; nothing at all without a code. */
function choose(code: string | undefined): void {
  const row = document.getElementById(`rij-${code}`) as HTMLTableRowElement | null;
  const near = new Set([...(row?.querySelectorAll('a') ?? [])].map(({ href }) => href));
  for (const place of tekening.querySelectorAll('.plek'))
    place.classList.toggle('buur', near.has(new URL(place.querySelector<SVGAElement>('a')!.href.baseVal, document.baseURI).href));
  melding.textContent = row ? inWords(row) : tKaart.kies;
}

const codeAt = (target: EventTarget | null) => (target as Element | null)?.closest('.plek')?.id;
const inFragment = () => location.hash.slice(1) || undefined;

function listen(): void {
  find('#knoppen').addEventListener('click', ({ target }) => DOE[(target as HTMLElement).dataset['doe'] ?? '']?.());
  venster.addEventListener('keydown', (event) => {
    const doe = KEYS[event.key];
    if (!doe || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    DOE[doe]!();
  });
  tekening.addEventListener('focusin', ({ target }) => choose(codeAt(target)));
  tekening.addEventListener('pointerover', ({ target }) => choose(codeAt(target) ?? codeAt(document.activeElement)));
  tekening.addEventListener('focusout', () => choose(undefined));
  addEventListener('hashchange', () => choose(inFragment()));
}

find('#knoppen').hidden = false;
listen();
choose(inFragment());
