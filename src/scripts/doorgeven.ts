/** Hands an entry on to other programs, where the browser can: a button among what a reader takes along. Without scripts/dom, which would be a request of its own. */
import { tMelding } from '../strings/melding.ts';

if ('share' in navigator) {
  const [row, button] = [document.createElement('li'), document.createElement('button')];
  button.type = 'button';
  button.textContent = tMelding.geefDoor;
  button.addEventListener('click', () => void navigator.share({ title: document.title, url: location.href }).catch(() => undefined));
  row.append(button);
  document.querySelector('#mee')!.append(row);
}
