/** Says that the script of a page is under way, and says so when it did not come: a page that waits in silence looks broken. */

/** Most pages are there before this; a sentence that comes and goes is only restless. */
const PATIENCE = 1_000;
const line = document.querySelector<HTMLElement>('[data-bezig]')!;

const timer = setTimeout(() => (line.textContent ||= line.dataset['bezig'] ?? ''), PATIENCE);

// The event of a script that did not load reaches only who listens on its way down.
addEventListener(
  'error',
  ({ target }) => {
    if (!(target instanceof HTMLScriptElement)) return;
    clearTimeout(timer);
    line.textContent = '';
    document.querySelector<HTMLElement>('#haperde')!.hidden = false;
    for (const busy of document.querySelectorAll('[aria-busy=true]')) busy.setAttribute('aria-busy', 'false');
  },
  true,
);
