import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractText } from 'unpdf';
import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { writeEdition } from '../../src/build/offline.ts';
import { DIST } from '../support.ts';
import { useBrowser } from './browser.ts';
import { useHost } from './server.ts';

const browser = useBrowser();
const host = useHost();
/** The same site in a folder of a larger one. */
const folder = useHost('gemeente/werkvonken/');
const KAART = 'algoritmes/op-je-handen-zitten.html';
const OLD = 'Daadkrachtig op je handen zitten';
const NEW = 'Nieuw op je handen zitten';
/** Put before the worker: a visitor who saves data. Browsers have no switch for it that a test can reach. */
const SAVE_DATA = "Object.defineProperty(navigator,'connection',{value:{saveData:true}});";
let next = '';

/** A later build of the site, in which one card has another title. */
beforeAll(async () => {
  next = join(await mkdtemp(join(tmpdir(), 'werkvonken-')), 'dist');
  await cp(DIST, next, { recursive: true });
  await writeFile(join(next, KAART), (await readFile(join(next, KAART), 'utf8')).replaceAll(OLD, NEW));
  await writeEdition(next);
});

afterEach(async () => {
  [host.folder, host.fault] = [DIST, () => undefined];
  await Promise.all(
    browser()
      .contexts()
      .map((context) => context.close()),
  );
});

const errors: string[] = [];
async function open(path: string, context?: BrowserContext, { url } = host): Promise<Page> {
  const page = await (context ?? (await browser().newContext())).newPage();
  errors.length = 0;
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(url(path));
  return page;
}

const kept = (page: Page) =>
  page.evaluate(async () =>
    (await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)))).flat(),
  );
const ready = (page: Page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
const controlled = (page: Page) => page.waitForFunction(() => navigator.serviceWorker.controller !== null);
/** Waits until a later build is on the device, ready to take over. */
const waiting = (page: Page) => expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())!.waiting !== null), { timeout: 20_000 }).toBe(true);

/** A first visit to `path`, until the site is on the device. */
async function visit(path = 'index.html', from = host): Promise<Page> {
  const page = await open(path, undefined, from);
  await ready(page);
  await controlled(page);
  return page;
}

/** What `act` does while the server is out of reach. */
async function unplugged(act: () => Promise<void>, from = host): Promise<void> {
  await from.stop();
  try {
    await act();
  } finally {
    await from.start();
  }
}

it('after one visit and without a network a visitor reads, searches, composes and prints what was never opened', async () => {
  const page = await visit();
  await unplugged(async () => {
    await page.goto(host.url(KAART));
    expect(await page.textContent('h1')).toBe(OLD);
    await page.goto(host.url('zoeken.html?q=ruzie'));
    await page.waitForSelector('#resultaten > li mark');
    await page.click('#resultaten > li a');
    await page.waitForSelector('article');
    await page.goto(host.url('bijeenkomst.html#titel=Avond&A-21=30&C-33'));
    await page.waitForSelector('#papier[aria-busy=false]', { state: 'attached' });
    const { text } = await extractText(new Uint8Array(await page.pdf({ preferCSSPageSize: true })), { mergePages: true });
    expect(text).toContain(OLD);
    await page.goto(host.url('trek.html#A-21'));
    await page.waitForSelector(`text=${OLD}`);
    expect(errors).toEqual([]);
  });
});

it('the same holds in a folder of a larger site, and for nothing outside it', async () => {
  const page = await visit('deel/2.html', folder);
  expect(await page.evaluate(async () => new URL((await navigator.serviceWorker.ready).scope).pathname)).toBe('/gemeente/werkvonken/');
  await unplugged(async () => {
    await page.goto(folder.url(KAART));
    expect(await page.textContent('h1')).toBe(OLD);
    await page.goto(folder.url('zoeken.html?q=ruzie'));
    await page.waitForSelector('#resultaten > li');
    await expect(page.goto(folder.url('../'))).rejects.toThrow('ERR_CONNECTION_REFUSED');
  }, folder);
});

it('a page that is not on the device says so, with ways on, and so does a paper', async () => {
  const page = await visit();
  await unplugged(async () => {
    for (const path of ['papier/kaart/A-21.pdf', 'afdrukken/deel-1.html']) {
      await page.goto(host.url(path));
      expect(await page.textContent('h1')).toBe('Geen verbinding');
      await page.click('main a[href$="algoritmes.html"]');
      expect(await page.textContent('h1')).toBe('Algoritmes');
    }
  });
});

it('what was opened later is there too', async () => {
  const page = await visit();
  await page.goto(host.url('afdrukken/deel-1.html'));
  await unplugged(async () => {
    await page.goto(host.url('afdrukken/deel-1.html'));
    expect(await page.textContent('h1')).toContain('Deel 1');
  });
});

it('a page that the server fails to give comes from before', async () => {
  const page = await visit();
  await page.goto(host.url('afdrukken/deel-1.html'));
  host.fault = () => ({ status: 500 });
  await page.goto(host.url('afdrukken/deel-1.html'));
  expect(await page.textContent('h1')).toContain('Deel 1');
});

it('on request all papers are kept, and it says how many there are and that they stand', async () => {
  const page = await visit('afdrukken.html');
  await page.waitForSelector('#bewaren:not([hidden])');
  expect(await page.textContent('#bewaar')).toMatch(/Bewaar alles op dit apparaat \(\d+ MB\)/);
  await page.click('#bewaar');
  await page.waitForFunction(() => /\d+ van \d+ papieren bewaard/.test(document.querySelector('#bewaarstand')!.textContent));
  await page.waitForFunction(() => document.querySelector('#bewaarstand')!.textContent.startsWith('De hele site en alle'));
  await unplugged(async () => {
    const start = await page.evaluate(async () => (await (await fetch('papier/deck/alles.pdf')).text()).slice(0, 4));
    expect(start).toBe('%PDF');
    await page.reload();
    expect(await page.textContent('h1')).toBe('Afdrukken');
  });
});

it('it says so when not every paper could be kept', async () => {
  const page = await visit('afdrukken.html');
  await page.waitForSelector('#bewaren:not([hidden])');
  host.fault = (path) => (path.endsWith('C-33.pdf') ? { status: 500 } : undefined);
  await page.click('#bewaar');
  await page.waitForSelector('text=Niet alles is bewaard');
  expect(await page.isEnabled('#bewaar')).toBe(true);
});

/** Opens the card until it comes from the new build: at once, or as soon as the browser has forgotten the page before it, which takes a busy machine a while. */
const takesOver = (page: Page) =>
  expect
    .poll(
      async () => {
        await page.goto(host.url(KAART));
        await page.waitForTimeout(1_500);
        return page.textContent('h1');
      },
      { timeout: 60_000, interval: 500 },
    )
    .toBe(NEW);

it('a new build replaces the old one whole at a next page, and leaves nothing of it', async () => {
  const page = await visit(KAART);
  const before = await page.evaluate(() => caches.keys());
  host.folder = next;
  await page.reload();
  expect(await page.textContent('h1')).toBe(OLD);
  await waiting(page);
  expect(await page.textContent('h1')).toBe(OLD);
  await takesOver(page);
  const after = await page.evaluate(() => caches.keys());
  expect(after.filter((name) => before.includes(name))).toEqual([]);
  await unplugged(async () => {
    await page.goto(host.url(KAART));
    expect(await page.textContent('h1')).toBe(NEW);
  });
});

it('two open pages both keep the old build until one of them is left', async () => {
  const page = await visit(KAART);
  const other = await open('index.html', page.context());
  host.folder = next;
  await page.reload();
  await waiting(page);
  await page.reload();
  expect(await page.evaluate(() => new Promise((resolve) => setTimeout(() => resolve(document.querySelector('h1')!.textContent), 1000)))).toBe(OLD);
  await other.close();
  await takesOver(page);
});

it.each([
  ['cut off', { change: (content: Buffer) => content.subarray(0, content.length / 2) }],
  ['of another build', { change: (content: Buffer) => Buffer.concat([content, Buffer.from(' ')]) }],
  ['missing', { status: 404 }],
])('a new build of which the file is %s leaves the old one as it was', async (_, fault) => {
  const page = await visit(KAART);
  const before = await page.evaluate(() => caches.keys());
  [host.folder, host.fault] = [next, (path) => (path === 'offline.pak' ? fault : undefined)];
  host.asked.length = 0;
  await page.reload();
  await expect.poll(() => host.asked, { timeout: 20_000 }).toContain('offline.pak');
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())!.installing === null)).toBe(true);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())!.waiting)).toBe(null);
  expect(await page.evaluate(() => caches.keys())).toEqual(before);
  await unplugged(async () => {
    await page.goto(host.url(KAART));
    expect(await page.textContent('h1')).toBe(OLD);
  });
});

it('where workers are refused the site is simply online, and nothing is offered that cannot be', async () => {
  const context = await browser().newContext();
  await context.addInitScript(() => (ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('refused', 'SecurityError'))));
  const page = await open('afdrukken.html', context);
  await page.waitForTimeout(4_000);
  expect(await page.isHidden('#bewaren')).toBe(true);
  await page.goto(host.url('zoeken.html?q=ruzie'));
  await page.waitForSelector('#resultaten > li');
  expect(errors).toEqual([]);
});

it('with storage full the site is simply online', async () => {
  const context = await browser().newContext();
  const page = await context.newPage();
  await (await context.newCDPSession(page)).send('Storage.overrideQuotaForOrigin', { origin: new URL(host.url('')).origin, quotaSize: 200_000 });
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  host.asked.length = 0;
  errors.length = 0;
  await page.goto(host.url(KAART));
  await expect.poll(() => host.asked.includes('offline.pak'), { timeout: 20_000 }).toBe(true);
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration()) === undefined && (await caches.keys()).length === 0), { timeout: 20_000 })
    .toBe(true);
  await page.goto(host.url('zoeken.html?q=ruzie'));
  await page.waitForSelector('#resultaten > li');
  expect(errors).toEqual([]);
});

it('who saves data keeps nothing but what was opened, until asking for the rest', async () => {
  host.fault = (path) => (path === 'sw.js' ? { change: (content) => Buffer.from(SAVE_DATA + content.toString()) } : undefined);
  host.asked.length = 0;
  const page = await visit();
  expect(host.asked).not.toContain('offline.pak');
  expect(await kept(page)).toEqual([]);
  await page.goto(host.url(KAART));
  await expect.poll(() => kept(page)).toContain(`/${KAART}`);
  expect((await kept(page)).filter((path) => path.endsWith('.html'))).toEqual([`/${KAART}`]);
  await unplugged(async () => {
    await page.goto(host.url(`${KAART}?deel=2`));
    expect(await page.textContent('h1')).toBe(OLD);
  });
  await page.goto(host.url('afdrukken.html'));
  await page.waitForSelector('#bewaren:not([hidden])');
  await page.click('#bewaar');
  await page.waitForSelector('text=De hele site en alle');
  await unplugged(async () => {
    await page.goto(host.url('casussen/preston-model.html'));
    expect(await page.isVisible('article')).toBe(true);
  });
});

it('the parameters of a search, of the index and of a choice do not make another page of it', async () => {
  const page = await visit();
  await unplugged(async () => {
    for (const path of ['zoeken.html?q=gat', 'pagefind/pagefind-entry.json?ts=123', 'zoeken.html?soort=casus&deel=2', 'zoeken', '']) {
      expect(await page.evaluate(async (address) => (await fetch(address)).status, host.url(path)), path).toBe(200);
    }
  });
});

it('is an app that a device can install', async () => {
  const page = await visit();
  const session = await page.context().newCDPSession(page);
  const { errors: problems } = await session.send('Page.getAppManifest');
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  expect(problems).toEqual([]);
  // A test browser remembers nothing, which is the one thing it may hold against the site.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
});
