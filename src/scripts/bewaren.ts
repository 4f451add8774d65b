/** Keeps the papers on the device, and the site when it is not there yet. Shown only where the device can keep anything. */
import { cacheName, keyOf } from '../model/pak.ts';
import { tBewaren as t } from '../strings/bewaren.ts';
import { find, load } from './dom.ts';

interface Lijst {
  /** Bytes of the site itself. */
  site: number;
  papieren: [path: string, bytes: number][];
}

/** So many at once: enough to keep a line busy, few enough for a small server. */
const TOGETHER = 4;
const knop = find<HTMLButtonElement>('#bewaar');
const stand = find('#bewaarstand');

const addressOf = (path: string) => keyOf(new URL(path, document.baseURI).href);
const papers = ({ scope }: ServiceWorkerRegistration) => caches.open(cacheName(scope, 'papieren'));

/** Asks the worker to keep the site itself; settles with whether it did. */
function keepSite({ active }: ServiceWorkerRegistration): Promise<boolean> {
  const { port1, port2 } = new MessageChannel();
  active!.postMessage('bewaar', [port2]);
  return new Promise((resolve) => (port1.onmessage = ({ data }) => resolve(data === true)));
}

async function keepPapers(lijst: Lijst, cache: Cache): Promise<boolean> {
  const left = lijst.papieren.map(([path]) => addressOf(path));
  let done = 0;
  const work = async () => {
    for (let address = left.shift(); address; address = left.shift()) {
      await cache.add(address);
      done += 1;
      stand.textContent = t.bezig(done, lijst.papieren.length);
    }
  };
  const results = await Promise.allSettled(Array.from({ length: TOGETHER }, work));
  return results.every(({ status }) => status === 'fulfilled');
}

async function keepAll(lijst: Lijst, registration: ServiceWorkerRegistration): Promise<void> {
  knop.disabled = true;
  stand.textContent = t.bezig(0, lijst.papieren.length);
  const isKept = await Promise.all([keepSite(registration), papers(registration).then((cache) => keepPapers(lijst, cache))]).catch(() => [false]);
  stand.textContent = isKept.every(Boolean) ? t.klaar(lijst.papieren.length) : t.mislukt;
  knop.disabled = false;
}

async function start(): Promise<void> {
  const registration = await navigator.serviceWorker.ready;
  const lijst = await load<Lijst>('papieren.json');
  const kept = new Set((await (await papers(registration)).keys()).map(({ url }) => url));
  const isAll = lijst.papieren.every(([path]) => kept.has(addressOf(path)));
  const mb = ((lijst.site + lijst.papieren.reduce((sum, [, bytes]) => sum + bytes, 0)) / 1e6).toLocaleString('nl-NL', { maximumFractionDigits: 0 });
  knop.textContent = isAll ? t.opnieuw(mb) : t.knop(mb);
  if (isAll) stand.textContent = t.klaar(lijst.papieren.length);
  knop.addEventListener('click', () => void keepAll(lijst, registration));
  find('#bewaren').hidden = false;
}

// `ready` never settles where no worker may be: then the button never shows.
if ('serviceWorker' in navigator) start().catch(() => undefined);
