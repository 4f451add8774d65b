/** A real browser on the built site, served as `npm start` serves it. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { preview } from 'astro';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { ROOT } from '../support.ts';

const PLACES = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  chromium.executablePath(),
];
export const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const HELP = 'Geen Chromium gevonden. Installeer het (Debian: apt-get install chromium; Mac: brew install chromium) of zet CHROMIUM_PATH op het programma.';

const installed = () => PLACES.find((path) => path && existsSync(path));

/** The Chromium of this machine; installs one when there is none. Throws when that fails, with what to do. */
export function findChromium(): string {
  const found = installed();
  if (found) return found;
  try {
    execFileSync('npx', ['playwright-core', 'install', 'chromium'], { stdio: 'ignore', timeout: 120_000 });
  } catch {
    throw new Error(HELP);
  }
  return installed() ?? PLACES.at(-1)!;
}

/** Starts a browser around the tests of a file; returns a way to it. */
export function useBrowser(): () => Browser {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: findChromium(), args: ARGUMENTS });
  });
  afterAll(async () => {
    await browser?.close();
  });
  return () => browser;
}

export interface Site {
  /** Opens a page of the site in a context of its own; errors on its console end the test that asks for them. `before` may set it up first. */
  open: (path: string, options?: BrowserContextOptions, before?: (page: Page) => Promise<unknown>) => Promise<Page>;
  url: (path: string) => string;
}

/** Starts server and browser around the tests of a file. */
export function useSite(): Site {
  const browser = useBrowser();
  let server: Awaited<ReturnType<typeof preview>>;
  beforeAll(async () => {
    server = await preview({ root: ROOT, logLevel: 'error', server: { host: '127.0.0.1', port: 4400 } });
  });
  afterAll(async () => {
    await server?.stop();
  });
  const url = (path: string) => `http://127.0.0.1:${server.port}/${path}`;
  return {
    url,
    open: async (path, options = {}, before) => {
      // What the worker does has tests of its own; here every request is to be seen.
      const context = await browser().newContext({ serviceWorkers: 'block', ...options });
      const page = await context.newPage();
      await before?.(page);
      await page.goto(url(path));
      return page;
    },
  };
}

/** How much of the screen shifted since the page began, as browsers count it (layout instability: no unit, and under .1 is called good). */
export const shifted = () =>
  new Promise<number>((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => (sum += (entry as PerformanceEntry & { value: number }).value))).observe({
      type: 'layout-shift',
      buffered: true,
    });
    setTimeout(() => resolve(sum), 100);
  });
