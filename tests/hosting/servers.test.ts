import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderPolicies, FOREVER } from '../../src/build/policies.ts';
import { ARGUMENTS, findChromium } from '../browser/browser.ts';
import { DIST } from '../support.ts';
import { isHere } from './programs.ts';
import { type Running, SERVERS, startServer } from './servers.ts';

const PATHS = ['', '/gemeente/werkvonken'];
const KAART = 'algoritmes/op-je-handen-zitten.html';
const TYPES: Record<string, RegExp> = {
  'index.html': /^text\/html/,
  [KAART]: /^text\/html/,
  'papier/kaart/A-21.pdf': /^application\/pdf/,
  'favicon.svg': /^image\/svg\+xml/,
  'pagefind/pagefind.js': /^(text|application)\/javascript/,
  'data/ingangen.json': /^application\/json/,
  'robots.txt': /^text\/plain/,
};

let browser: Browser;
let shop: string;
let files: string[];
/** Per path a folder for a server to give, with the site at that path in it. */
const roots = new Map<string, string>();

beforeAll(async () => {
  shop = await mkdtemp(join(tmpdir(), 'werkvonken-hosting-'));
  // A server that gives up its rights reads it too.
  await chmod(shop, 0o755);
  await cp(DIST, join(shop, 'site'), { recursive: true });
  for (const path of PATHS) {
    const root = join(shop, path === '' ? 'site' : 'onder');
    if (path !== '') await mkdir(dirname(join(root, path)), { recursive: true });
    if (path !== '') await symlink(join(shop, 'site'), join(root, path));
    roots.set(path, root);
  }
  const names = await readdir(DIST, { recursive: true, withFileTypes: true });
  // What is for the server itself is not for visitors.
  files = names
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(DIST.length + 1))
    .filter((name) => !/^(\.htaccess|_headers|server\/)/.test(name));
  browser = await chromium.launch({ executablePath: findChromium(), args: ARGUMENTS });
});
afterAll(async () => {
  await browser.close();
  await rm(shop, { recursive: true, force: true });
});

/** Runs `work` over `items`, a few at a time: a small server is not flooded. */
async function each<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let item = left.pop(); item !== undefined; item = left.pop()) await work(item);
    }),
  );
}

/** A page that remembers what broke its policy and what went wrong in its scripts. */
async function openPage(): Promise<{ page: Page; complaints: string[] }> {
  const page = await (await browser.newContext()).newPage();
  const complaints: string[] = [];
  await page.exposeFunction('complain', (text: string) => complaints.push(text));
  await page.addInitScript(() =>
    addEventListener('securitypolicyviolation', (event) =>
      (globalThis as unknown as { complain: (text: string) => void }).complain(`${event.documentURI}: ${event.violatedDirective} ${event.blockedURI}`),
    ),
  );
  page.on('console', (message) => /Content Security Policy|Content-Security-Policy/i.test(message.text()) && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  return { page, complaints };
}

const settled = (page: Page) => page.waitForSelector('#resultaten[aria-busy="false"]', { state: 'attached' });
const styled = (page: Page) => page.evaluate(() => getComputedStyle(document.querySelector('h1')!).fontFamily.includes('Bricolage'));

describe.each(SERVERS.filter(({ program, debian }) => isHere(program, debian)))('$name', (server) => {
  describe.each(PATHS)('under “%s/”', (path) => {
    let running: Running;
    beforeAll(async () => {
      running = await startServer(server, roots.get(path)!, path);
    });
    afterAll(() => running?.stop());
    const get = (name: string) => fetch(`${running.url}/${name}`);

    it('gives home for the folder, and every file as it was built', async () => {
      expect(Buffer.from(await (await get('')).arrayBuffer()).equals(await readFile(join(DIST, 'index.html')))).toBe(true);
      const wrong: string[] = [];
      await each(files, async (name) => {
        const response = await get(name);
        const same = Buffer.from(await response.arrayBuffer()).equals(await readFile(join(DIST, name)));
        if (response.status !== 200 || !same) wrong.push(`${name}: ${response.status}`);
      });
      expect(files.length).toBeGreaterThan(700);
      expect(wrong).toEqual([]);
    });

    it('says what each kind of file is', async () => {
      for (const [name, type] of Object.entries(TYPES)) expect((await get(name)).headers.get('content-type'), name).toMatch(type);
    });

    it('says that an address does not exist, at any depth', async () => {
      for (const name of ['weg.html', 'algoritmes/weg.html', 'a/b/c/weg.html']) {
        const response = await get(name);
        expect(response.status, name).toBe(404);
        if (server.givesLost) expect(await response.text(), name).toContain('Deze pagina is er niet');
      }
    });

    it('is read, searched and left again in a browser, which complains of nothing', async () => {
      const { page, complaints } = await openPage();
      await page.goto(`${running.url}/`);
      await page.fill('#q', 'wachten');
      await page.keyboard.press('Enter');
      await settled(page);
      await page.locator('#resultaten > li a').first().click();
      await page.waitForSelector('article h1');
      expect(await styled(page)).toBe(true);
      await page.click('#tegenwicht a');
      await page.waitForSelector('article h1');
      await page.click('nav >> text=Casussen');
      await page.click('ul.entries a');
      await page.waitForSelector('[data-footnotes]');
      expect(page.url().startsWith(`${running.url}/casussen/`)).toBe(true);
      expect(/\.html$/.test(page.url())).toBe(!server.strips);
      await page.goto(`${running.url}/bijeenkomst.html#titel=Avond&A-21&C-33`);
      await page.waitForSelector('#papier[aria-busy="false"] article', { state: 'attached' });
      await page.goto(`${running.url}/trek.html#A-21`);
      await page.waitForSelector('#kaart:not([hidden])');
      await page.click('#lees');
      await page.waitForSelector('article h1');
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    if (server.givesLost)
      it('leads a lost visitor back from any depth', async () => {
        const { page, complaints } = await openPage();
        await page.goto(`${running.url}/algoritmes/diep/weg.html`);
        await page.waitForSelector(`a[href="${running.url}/algoritmes.html"]`);
        expect(await page.evaluate(() => getComputedStyle(document.body).margin)).toBe('0px');
        await page.click('main >> text=alle algoritmes');
        await page.waitForSelector('ul.entries');
        expect(complaints).toEqual([]);
        await page.context().close();
      });

    if (server.hasHeaders)
      describe('with the header files of the build', () => {
        it('sends the policy of each folder, and no more', async () => {
          const pages = await Promise.all(files.filter((name) => name.endsWith('.html')).map(async (name) => ({ path: name, html: await readFile(join(DIST, name), 'utf8') })));
          const policies = folderPolicies(pages);
          expect(policies.length).toBeGreaterThan(8);
          for (const { folder, policy } of policies) {
            const { path: name } = pages.find((candidate) => (candidate.path.includes('/') ? dirname(candidate.path) : '') === folder)!;
            expect((await get(name)).headers.get('content-security-policy'), name).toBe(policy);
            expect(policy.includes("frame-ancestors 'self'"), folder).toBe(folder !== 'embed');
            expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'/);
          }
          expect((await get('')).headers.get('content-security-policy')).toBe(policies.find(({ folder }) => folder === '')!.policy);
          for (const name of ['papier/kaart/A-21.pdf', 'data/ingangen.json']) expect((await get(name)).headers.get('content-security-policy'), name).toBe(null);
        });

        it('sends what holds for everything, also where nothing is', async () => {
          for (const name of ['', KAART, 'favicon.svg', 'a/weg.html']) {
            const { headers } = await get(name);
            expect(headers.get('x-content-type-options'), name).toBe('nosniff');
            expect(headers.get('referrer-policy'), name).toBe('same-origin');
            expect(headers.get('permissions-policy'), name).toContain('camera=()');
          }
        });

        it('lets only files keep that change their name with their text', async () => {
          const hashed = files.filter((name) => /^(_astro|pagefind\/(fragment|index))\/|\.pf_meta$/.test(name));
          expect(hashed.length).toBeGreaterThan(100);
          for (const name of [hashed[0]!, hashed.find((item) => item.endsWith('.pf_meta'))!, hashed.find((item) => item.endsWith('.woff2'))!])
            expect((await get(name)).headers.get('cache-control'), name).toBe(FOREVER);
          for (const name of ['', KAART, 'pagefind/pagefind.js', 'data/ingangen.json', 'papier/kaart/A-21.pdf'])
            expect((await get(name)).headers.get('cache-control'), name).toBe('no-cache');
        });

        it('leads an address with a slash behind it to its page, and gives it without .html', async () => {
          for (const name of ['algoritmes/op-je-handen-zitten', 'algoritmes', 'deel/1', 'zoeken']) {
            const response = await fetch(`${running.url}/${name}/?q=gat`, { redirect: 'manual' });
            expect(response.status, name).toBe(301);
            const to = new URL(response.headers.get('location')!, `${running.url}/${name}/`);
            expect(to.href.replace(/\?.*/, '')).toBe(`${running.url}/${name}.html`);
            const page = await readFile(join(DIST, `${name}.html`), 'utf8');
            expect(await (await fetch(to)).text()).toBe(page);
            expect(await (await get(name)).text()).toBe(page);
          }
        });

        it('runs one page of every kind without a complaint', async () => {
          const { page, complaints } = await openPage();
          const pages = files.filter((name) => name.endsWith('.html'));
          const kinds = pages.filter((name, index) => !name.includes('/') || pages.findIndex((other) => dirname(other) === dirname(name)) === index);
          for (const name of kinds) {
            await page.goto(`${running.url}/${name}`);
            // A fragment for other sites and what a code on paper leads to stand there at once, in letters of the device.
            expect(await styled(page), name).toBe(!/^(embed|k)\//.test(name));
          }
          expect(complaints).toEqual([]);
          await page.context().close();
        });
      });
  });
});
