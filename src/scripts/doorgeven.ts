/** Hands an entry on to other programs, where the browser can: a button among what a reader takes along. */
import { tMelding } from '../strings/melding.ts';
import { button, find, make } from './dom.ts';

if ('share' in navigator) {
  const share = () => void navigator.share({ title: document.title, url: location.href }).catch(() => undefined);
  find('#mee').append(make('li', {}, button(tMelding.geefDoor, {}, share)));
}
