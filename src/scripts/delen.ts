/** Hands the address of the page on: to the clipboard, and to other programs where the browser can. */
import { copy } from './dom.ts';

/** Wires both buttons. `ready` brings the address up to date first; `told` says whether it was copied. */
export function makeShare(copyButton: HTMLElement, shareButton: HTMLElement, ready: () => void, title: () => string, told: (isCopied: boolean) => void): void {
  copyButton.addEventListener('click', () => {
    ready();
    void copy(location.href).then(told);
  });
  shareButton.hidden = !('share' in navigator);
  shareButton.addEventListener('click', () => {
    ready();
    navigator.share({ title: title(), url: location.href }).catch(() => undefined);
  });
}
