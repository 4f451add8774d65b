/**
 * The service worker: keeps one edition of the site on the device and answers from it, so that everything on the site
 * comes from the same edition. What is not in it comes from the network, or else as it was when last opened.
 */
import { cacheName, keyOf, unpack } from '../model/pak.ts';

/** Put before this script by build/offline: the edition's name, its file, and the hash without which that file is refused. */
declare const EDITIE: { naam: string; pak: string; integrity: string };

/** The few parts of a worker's world that we use; TypeScript has them only apart from those of a page. */
interface Doing extends Event {
  waitUntil: (doing: Promise<unknown>) => void;
}
interface Asking extends Doing {
  request: Request;
  respondWith: (answer: Promise<Response>) => void;
}
interface Said extends Doing {
  data: unknown;
  ports: MessagePort[];
}
interface Worker {
  registration: ServiceWorkerRegistration;
  clients: { claim: () => Promise<void>; matchAll: (options: object) => Promise<{ url: string }[]> };
  skipWaiting: () => Promise<void>;
  navigator: { connection?: { saveData?: boolean } };
  addEventListener: <E extends Doing>(name: string, listener: (event: E) => void) => void;
}
const worker = globalThis as unknown as Worker;

const { scope } = worker.registration;
const EDITION = cacheName(scope, EDITIE.naam);
const OPENED = cacheName(scope, `${EDITIE.naam} geopend`);
const PAPERS = cacheName(scope, 'papieren');
const OFFLINE = new URL('geen-verbinding.html', scope).href;
/** What a server would have sent along, as far as it matters for a page from the device. */
const HEADERS = { 'x-content-type-options': 'nosniff', 'content-security-policy': "frame-ancestors 'self'" };

const ours = async () => (await caches.keys()).filter((name) => name.startsWith(cacheName(scope, '')));

/** The files of the edition: one download, refused when a byte differs. */
async function download(): Promise<ReturnType<typeof unpack>> {
  const { body, ok } = await fetch(new URL(EDITIE.pak, scope), { integrity: EDITIE.integrity, cache: 'no-cache', priority: 'low' });
  if (!ok || !body) throw new Error(EDITIE.pak);
  return unpack(new Uint8Array(await new Response(body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer()));
}

/** Puts the whole edition on the device, or nothing of it. */
async function keep(): Promise<void> {
  const files = await download();
  await caches.delete(EDITION);
  const cache = await caches.open(EDITION);
  try {
    for (const { path, type, body } of files) await cache.put(new URL(path, scope).href, new Response(body, { headers: { ...HEADERS, 'content-type': type } }));
  } catch (error) {
    await caches.delete(EDITION);
    throw error;
  }
}

/** Who saves data gets nothing ahead. An older edition that is whole then stays, rather than making room for none. */
async function install(): Promise<void> {
  if (!worker.navigator.connection?.saveData) return keep();
  if ((await ours()).length > 0) throw new Error('Save-Data');
}

async function activate(): Promise<void> {
  const old = (await ours()).filter((name) => ![EDITION, OPENED, PAPERS].includes(name));
  await Promise.all(old.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

const kept = async (name: string, key: string) => ((await caches.has(name)) ? (await caches.open(name)).match(key) : undefined);

/** From the network, and kept as opened; when that fails as it was before; when it was never opened the page that says so. */
async function fromNetwork(event: Asking, key: string): Promise<Response> {
  const { request } = event;
  const name = key.endsWith('.pdf') ? PAPERS : OPENED;
  const response = await fetch(request).catch(() => undefined);
  if (response && response.status < 500) {
    const copy = response.status === 200 && !response.redirected ? response.clone() : undefined;
    // With storage full there is no copy, and nothing to say about it.
    if (copy)
      event.waitUntil(
        caches
          .open(name)
          .then((cache) => cache.put(key, copy))
          .catch(() => undefined),
      );
    return response;
  }
  const before = (await kept(name, key)) ?? response;
  if (before) return before;
  // Its links count from its own address, hence not under the one that was asked.
  return request.mode === 'navigate' && (await kept(EDITION, OFFLINE)) ? Response.redirect(OFFLINE) : Response.error();
}

async function answer(event: Asking): Promise<Response> {
  const key = keyOf(event.request.url);
  return (await kept(EDITION, key).catch(() => undefined)) ?? fromNetwork(event, key);
}

const openPages = async () => (await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })).filter(({ url }) => url.startsWith(scope)).length;

/** Takes over from an older edition only when a single page is open: it is the one that asks, and it reloads. A browser takes a moment to forget the page before it. */
async function takeOver(): Promise<void> {
  for (let turn = 0; turn < 4 && (await openPages()) > 1; turn += 1) await new Promise((resolve) => setTimeout(resolve, 250));
  if ((await openPages()) <= 1) await worker.skipWaiting();
}

worker.addEventListener('install', (event: Doing) => event.waitUntil(install()));
worker.addEventListener('activate', (event: Doing) => event.waitUntil(activate()));
worker.addEventListener('fetch', (event: Asking) => {
  if (event.request.method === 'GET' && event.request.url.startsWith(scope)) event.respondWith(answer(event));
});
worker.addEventListener('message', (event: Said) => {
  const say = (done: boolean) => event.ports[0]?.postMessage(done);
  if (event.data === 'neem over') event.waitUntil(takeOver());
  if (event.data === 'bewaar')
    event.waitUntil(
      keep().then(
        () => say(true),
        () => say(false),
      ),
    );
});
