/** Moves a row of a list by its grip, with a finger or a mouse. The buttons beside it do the same. */

/** How near the edge of the window the page starts to scroll along, and how fast. */
const EDGE = 70;
const PACE = 12;

/** Lets the neighbours of `row` step aside: they move, since a row that leaves the page would lose the finger on it. */
function stepAside(row: Element, y: number): void {
  const { previousElementSibling: above, nextElementSibling: below } = row;
  const middle = (other: Element) => other.getBoundingClientRect().top + other.getBoundingClientRect().height / 2;
  if (below && y > middle(below)) row.before(below);
  else if (above && y < middle(above)) row.after(above);
}

/** Makes the rows of `list` follow their `.greep`. `onDrop` is told from where to where. */
export function makeDraggable(list: HTMLElement, onDrop: (from: number, to: number) => void): void {
  list.addEventListener('pointerdown', (start) => {
    const grip = (start.target as Element).closest<HTMLElement>('.greep');
    const row = grip?.closest('li');
    if (!grip || !row || start.button !== 0) return;
    start.preventDefault();
    const from = [...list.children].indexOf(row);
    const listeners = new AbortController();
    const { signal } = listeners;
    const stop = (isDrop: boolean) => {
      listeners.abort();
      row.classList.remove('sleept');
      onDrop(from, isDrop ? [...list.children].indexOf(row) : from);
    };
    row.classList.add('sleept');
    grip.setPointerCapture(start.pointerId);
    grip.addEventListener(
      'pointermove',
      ({ clientY }) => {
        stepAside(row, clientY);
        if (clientY < EDGE) scrollBy({ top: -PACE, behavior: 'instant' });
        if (clientY > innerHeight - EDGE) scrollBy({ top: PACE, behavior: 'instant' });
      },
      { signal },
    );
    grip.addEventListener('pointerup', () => stop(true), { signal });
    grip.addEventListener('pointercancel', () => stop(false), { signal });
    addEventListener('keydown', ({ key }) => key === 'Escape' && stop(false), { signal });
  });
}
