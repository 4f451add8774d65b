import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readHosting } from '../../src/build/headers.ts';
import { SHARED_PATTERN } from '../../src/build/policies.ts';
import { algoritmeFields, mdx, project } from '../support.ts';
import { useBrowser } from './browser.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
};
const NAAM = 'Werkvonken Overdorp';
const browser = useBrowser();

/** A small edition, with our source; `elders` stands in its src/site.ts. Returns its built site. */
async function build(files: Record<string, string>, elders = '[]'): Promise<string> {
  const root = await project(files);
  const site = join(root, 'src/site.ts');
  await writeFile(site, (await readFile(site, 'utf8')).replace('elders: []', `elders: ${elders}`));
  await promisify(execFile)('npm', ['run', '--silent', 'build'], { cwd: root, env: { ...process.env, PAPER: 'uit' } });
  return join(root, 'dist');
}

/** Serves a folder with the headers that its own header files ask for. */
async function serve(folder: () => string): Promise<Server> {
  const server = createServer(async ({ url }, response) => {
    const path = new URL(url!, 'http://x').pathname.slice(1);
    const { policies } = path.endsWith('.html') ? await readHosting(folder()) : { policies: [] };
    const policy = policies.find((item) => item.folder === (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : ''))?.policy;
    const content = await readFile(join(folder(), path)).catch(() => undefined);
    response.writeHead(content ? 200 : 404, {
      'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
      ...(policy ? { 'content-security-policy': policy } : {}),
      ...(new RegExp(SHARED_PATTERN).test(`/${path}`) ? { 'access-control-allow-origin': '*' } : {}),
    });
    response.end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
const address = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

let ours: Server;
let theirs: Server;
let folders: [ours: string, theirs: string];
beforeAll(async () => {
  [ours, theirs] = [await serve(() => folders[0]), await serve(() => folders[1])];
  const other = mdx(algoritmeFields({ titel: 'De dijkwacht', kern: 'Loop samen de dijk.' }), '## Kop\n\nEen woord dat alleen daar staat: kwelwater. Ook een boomgaard.\n');
  const own = mdx(algoritmeFields({ titel: 'De boomgaard' }), '## Kop\n\nOver een boomgaard.\n');
  folders = (await Promise.all([
    build({ 'content/algoritmes/kaart.mdx': own }, `[{ naam: '${NAAM}', url: '${address(theirs) as 'http://x/'}' }]`),
    build({ 'content/algoritmes/kaart.mdx': other }),
  ])) as [string, string];
});
afterAll(() => [ours, theirs].forEach((server) => server?.close()));

async function search(question: string): Promise<{ page: Page; violations: string[] }> {
  const page = await (await browser().newContext({ serviceWorkers: 'block' })).newPage();
  const violations: string[] = [];
  page.on('console', (message) => /Content Security Policy/.test(message.text()) && violations.push(message.text()));
  await page.goto(`${address(ours)}zoeken.html?q=${question}`);
  await page.waitForSelector('#resultaten[aria-busy="false"]', { state: 'attached' });
  return { page, violations };
}
const rows = (page: Page) => page.locator('#resultaten > li').allTextContents();

it('finds what only another edition holds, says which, and links to the page there', async () => {
  const { page, violations } = await search('kwelwater');
  const row = page.locator('#resultaten > li');
  await row.locator('text=De dijkwacht').waitFor();
  expect(await row.textContent()).toContain(`Uit ${NAAM}`);
  expect(await row.locator('a').getAttribute('href')).toBe(`${address(theirs)}algoritmes/kaart.html`);
  expect(await row.locator('mark').first().textContent()).toContain('kwelwater');
  expect(await row.locator('button').count()).toBe(0);
  expect(violations).toEqual([]);
  await row.locator('a').click();
  await page.waitForSelector('h1:has-text("De dijkwacht")');
  await page.context().close();
});

it('puts its own answer first, and a page that both have is shown once', async () => {
  const { page } = await search('boomgaard');
  await page.locator('text=De dijkwacht').waitFor();
  const found = await rows(page);
  expect(found[0]).toContain('De boomgaard');
  expect(found.filter((text) => text.includes(NAAM)).length).toBeGreaterThan(0);
  const links = await page.locator('#resultaten > li > a:first-child').evaluateAll((anchors) => anchors.map((anchor) => (anchor as HTMLAnchorElement).href));
  expect(new Set(links).size).toBe(links.length);
  await page.context().close();
});

it('leaves other editions out where someone chooses among the facets of this one', async () => {
  const { page } = await search('boomgaard#soort=algoritme');
  expect((await rows(page)).filter((text) => text.includes(NAAM))).toEqual([]);
  await page.context().close();
});

it('only the search page may fetch from the other edition, and no page may run anything of it', async () => {
  const policy = (html: string) => /content-security-policy" content="([^"]*)"/i.exec(html)![1]!;
  const [searching, reading] = await Promise.all(['zoeken.html', 'index.html'].map(async (name) => policy(await readFile(join(folders[0], name), 'utf8'))));
  expect(searching).toContain(`connect-src 'self' ${address(theirs).slice(0, -1)};`);
  expect(searching!.match(/127\.0\.0\.1/g)).toHaveLength(1);
  expect(reading).not.toContain('127.0.0.1');
});

it('still answers when the other edition is down, and says so', async () => {
  await new Promise((resolve) => {
    theirs.close(resolve);
    theirs.closeAllConnections();
  });
  const { page } = await search('boomgaard');
  expect((await rows(page))[0]).toContain('De boomgaard');
  expect(await page.textContent('#elders')).toContain(`Zoeken in ${NAAM} lukt nu niet.`);
  await page.context().close();
});
