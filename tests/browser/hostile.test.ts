import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { RAW, TEXTS } from '../fixtures/hostile.ts';
import { useSite } from './browser.ts';

/** Longer than this a visitor thinks that the page has died. */
const FROZEN = 2_000;

const site = useSite();
const payloads = [...Object.entries(TEXTS).map(([name, text]) => [name, encodeURIComponent(text)] as const), ...Object.entries(RAW)];

/**
 * A page that reads what stands in its address: where the payload goes, when it has answered, and where it says so.
 * `fresh` ones are loaded anew each time; the others see the hash change, which they read with the same function.
 */
const READERS = [
  { name: 'what is searched', path: (text: string) => `zoeken.html?q=${text}`, ready: '#resultaten[aria-busy="false"]', says: '#status', fresh: true },
  { name: 'the choices of search', path: (text: string) => `zoeken.html#soort=${text}&${text}&thema=taal`, ready: '#resultaten[aria-busy="false"]', says: '#status', fresh: false },
  {
    name: 'a link to a meeting',
    path: (text: string) => `bijeenkomst.html#v=1&titel=${text}&datum=${text}&A-21=30_${text}&eigen=10_${text}_${text}&x${text}=1`,
    ready: '#papier[aria-busy="false"]',
    says: '#verlies',
    fresh: false,
  },
  { name: 'a link to something else than a meeting', path: (text: string) => `bijeenkomst.html#${text}`, ready: '#papier[aria-busy="false"]', says: '#totaal', fresh: false },
  { name: 'a link to a card to draw', path: (text: string) => `trek.html#kaart-${text}`, ready: '#tafel:not([hidden])', says: '#fout', fresh: false },
  { name: 'a link to the choices of a draw', path: (text: string) => `trek.html#deel=${text}&uit=${text}&${text}`, ready: '#tafel:not([hidden])', says: 'main', fresh: false },
  { name: 'the chair to look from', path: (text: string) => `algoritmes/op-je-handen-zitten.html#vanuit=${text}`, ready: '.kijk', says: '#rollen', fresh: false },
  { name: 'a link to a place in a case', path: (text: string) => `casussen/preston-model.html#${text}`, ready: '.kijk', says: '#perspectieven', fresh: false },
  { name: 'the day on a sheet of paper', path: (text: string) => `k/A-21.html#${text}`, ready: '#papier', says: '#papier', fresh: false },
] as const;

let page: Page;
let complaints: string[] = [];

/** Keeps what would show that something ran or broke, from before the first script of a page. */
function watch(): void {
  const marks: string[] = [];
  Object.assign(window, { marks, blocked: 0 });
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => marks.push(`policy: ${violatedDirective} ${blockedURI}`));
  addEventListener('unhandledrejection', ({ reason }) => marks.push(`rejected: ${String(reason)}`));
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) Object.assign(window, { blocked: Math.max((window as never)['blocked'], duration) });
  }).observe({ type: 'longtask', buffered: true });
}

/** What the browser's driver says of the worker that it keeps away. */
const BLOCKED = /^Service Worker registration blocked/;

/** A page that nothing has happened to. */
async function openPage(): Promise<void> {
  // Without a worker of its own, so that what a server would refuse can be answered below.
  page = await site.open('index.html', { serviceWorkers: 'block' });
  await page.addInitScript(watch);
  page.on('pageerror', ({ message }) => complaints.push(`error: ${message}`));
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && !BLOCKED.test(message.text()) && complaints.push(`console: ${message.text()}`));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => request.url().startsWith(site.url('')) || /^(about|data):/.test(request.url()) || complaints.push(`request: ${request.url().slice(0, 100)}`));
  // A server refuses so long a request; a page that is kept for offline use gets it all the same.
  await page.route(/\/zoeken\.html\?.{8000}/s, async (route) => route.fulfill({ response: await route.fetch({ url: site.url('zoeken.html') }) }));
}

beforeAll(openPage);
beforeEach(() => {
  complaints = [];
});

/** What the page shows by now: everything noticed since the last look, and the words in which it answers. */
const look = (says: string) =>
  page.evaluate((selector) => {
    const seen = window as unknown as { marks: string[]; blocked: number; gehackt?: unknown };
    const found = {
      marks: seen.marks.splice(0),
      blocked: seen.blocked,
      ran: typeof seen.gehackt !== 'undefined' || 'besmet' in {} || document.cookie !== '',
      text: document.querySelector(selector)?.textContent?.trim() ?? '',
      place: location.origin + location.pathname,
    };
    seen.blocked = 0;
    return found;
  }, says);

/** What is wrong after `text` was opened, empty when the page stands and has answered. */
async function visit(text: string, { path, ready, says, fresh }: (typeof READERS)[number]): Promise<string[]> {
  complaints = [];
  const address = site.url(path(text));
  if (fresh) await page.goto('about:blank');
  await page.goto(address);
  const answered = await page
    .waitForTimeout(20)
    .then(() => page.waitForSelector(ready, { state: 'attached', timeout: 5 * FROZEN }))
    .then(
      () => true,
      () => false,
    );
  if (!answered) {
    await page.context().close();
    await openPage();
    return ['no answer'];
  }
  const found = await look(says);
  const wrong = [...complaints, ...found.marks];
  if (found.ran) wrong.push('something ran');
  if (found.text === '') wrong.push('nothing is said');
  if (found.blocked > FROZEN) wrong.push(`blocked for ${Math.round(found.blocked)} ms`);
  if (found.place !== address.split(/[?#]/)[0]) wrong.push(`is at ${found.place}`);
  return wrong;
}

it('there are at least sixty of them', () => expect(payloads.length).toBeGreaterThanOrEqual(60));

it('what would run, or ask another site, is noticed', async () => {
  await page.goto(site.url('k/A-21.html'));
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<img src="https://kwaad.example/x.gif"><button onclick="window.gehackt=1"></button>'));
  await page.waitForFunction(() => (window as unknown as { marks: string[] }).marks.length > 1);
  const { marks } = await look('main');
  expect(marks.join()).toMatch(/img-src.*kwaad\.example/);
  expect(marks.join()).toContain('script-src-attr inline');
  expect(complaints).not.toEqual([]);
});

it.each(READERS)('$name may hold anything: nothing runs, breaks, leaves or freezes', async (reader) => {
  const failed: Record<string, string[]> = {};
  for (const [name, text] of payloads) {
    const wrong = await visit(text, reader);
    if (wrong.length > 0) failed[name] = wrong;
  }
  expect(failed).toEqual({});
});

it('a pasted text may hold anything: nothing runs, breaks, leaves or freezes', async () => {
  const failed: Record<string, string[]> = {};
  await page.goto(site.url('woorden.html'));
  for (const [name, text] of Object.entries(TEXTS)) {
    complaints = [];
    await page.evaluate((pasted) => {
      const field = document.querySelector<HTMLTextAreaElement>('#brief')!;
      document.querySelector('#brief-stand')!.textContent = '';
      field.value = `een pilot voor de doelgroep ${pasted}`;
      field.dispatchEvent(new Event('input'));
    }, text);
    const answered = await page.waitForSelector('#brief-stand:not(:empty)', { timeout: 5 * FROZEN }).then(
      () => true,
      () => false,
    );
    const found = await look('#brief-tekst');
    const wrong = [...complaints, ...found.marks];
    if (!answered || !found.text.includes('doelgroep')) wrong.push('no answer');
    if (found.ran) wrong.push('something ran');
    if (found.blocked > FROZEN) wrong.push(`blocked for ${Math.round(found.blocked)} ms`);
    if (await page.evaluate(() => document.querySelectorAll('#brief-gelezen :not(ul, li, a, b, h3, div, mark, i)').length > 0)) wrong.push('text became elements');
    if (wrong.length > 0) failed[name] = wrong;
  }
  expect(failed).toEqual({});
});
