/** Moves a row of a list by its grip, with a finger or a mouse. The buttons beside it do the same. */

/** How near the edge of the window the page starts to scroll along, and how fast. */
const EDGE = 70;
const PACE = 12;

/** How far into a neighbour the finger must come: rows are high on a phone. */
const REACH = 40;

/**
 * Lets a neighbour of `row` step aside: it moves, since a row that leaves the page would lose the finger on it.
 * Only in the direction of the finger, or a low row and a high one would change places for ever.
 */
function stepAside(row: Element, y: number, isDown: boolean): void {
  const { previousElementSibling: above, nextElementSibling: below } = row;
  if (isDown && below && y > below.getBoundingClientRect().top + REACH) row.before(below);
  if (!isDown && above && y < above.getBoundingClientRect().bottom - REACH) row.after(above);
}

/** Makes the rows of `list` follow their `.greep`. `onDrop` is told from where to where. */
export function makeDraggable(list: HTMLElement, onDrop: (from: number, to: number) => void): void {
  list.addEventListener('pointerdown', (start) => {
    const grip = (start.target as Element).closest<HTMLElement>('.greep');
    const row = grip?.closest('li');
    if (!grip || !row || start.button !== 0) return;
    start.preventDefault();
    const from = [...list.children].indexOf(row);
    let last = start.clientY;
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
        if (clientY !== last) stepAside(row, clientY, clientY > last);
        last = clientY;
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
