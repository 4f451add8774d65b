/** Keeps the site on the device, when the browser allows that; where it does not, the site is simply online. */

/** A first visit is for reading: what is kept for later comes after it. */
const LATER = 3_000;

async function start(): Promise<void> {
  const { serviceWorker } = navigator;
  // The one link on every page that leads to the folder of the site, wherever it stands.
  const home = document.querySelector<HTMLLinkElement>('link[rel=manifest]')!.href;
  const address = new URL('sw.js', home).href;
  const waiting = (await serviceWorker.getRegistration(home))?.waiting;
  if (waiting?.scriptURL === address) {
    // This page still comes from the old edition. Nobody has begun reading it yet.
    serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    waiting.postMessage('neem over');
  }
  await new Promise((resolve) => setTimeout(resolve, LATER));
  await serviceWorker.register(address);
}

if ('serviceWorker' in navigator) start().catch(() => undefined);
