import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readHosting } from '../../src/build/headers.ts';
import { EMBED_MATEN, embedSnippet } from '../../src/model/embed.ts';
import { DIST, distFiles } from '../support.ts';
import { useBrowser } from './browser.ts';

const TYPES: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.json': 'application/json' };
const browser = useBrowser();
/** The site, with the policy of each folder as our header files give it; and the site of someone else, on another port. */
let site: Server;
let other: Server;
/** What the other site shows. */
let page = '';

const listen = (server: Server) => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
const origin = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

beforeAll(async () => {
  const { policies } = await readHosting(DIST);
  site = createServer(async ({ url }, response) => {
    const path = new URL(url!, 'http://x').pathname.slice(1);
    const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
    const content = await readFile(join(DIST, path)).catch(() => undefined);
    const policy = path.endsWith('.html') ? policies.find((item) => item.folder === folder)?.policy : undefined;
    response.writeHead(content ? 200 : 404, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream', ...(policy ? { 'content-security-policy': policy } : {}) });
    response.end(content);
  });
  other = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><html lang="nl"><title>Gemeente</title><body>${page}</body></html>`);
  });
  await Promise.all([listen(site), listen(other)]);
});
afterAll(() => [site, other].forEach((server) => server.close()));

/** Opens the other site while it shows `body`, at a width. */
async function visit(body: string, width: number) {
  page = body;
  const context = await browser().newContext({ viewport: { width, height: 800 } });
  const opened = await context.newPage();
  const complaints: string[] = [];
  opened.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await opened.goto(origin(other));
  await opened.waitForLoadState('networkidle');
  return { opened, complaints };
}

it('a site elsewhere shows a card in a frame, and a click on it opens the whole card over that site', async () => {
  const { opened, complaints } = await visit(embedSnippet(`${origin(site)}/embed/A-21.html`, 'A-21'), 800);
  const frame = opened.frameLocator('iframe');
  await frame.locator('h1').waitFor();
  expect(complaints).toEqual([]);
  await frame.locator('footer a').click();
  await opened.waitForURL(/\/algoritmes\/.*\.html$/);
  expect(opened.url().startsWith(origin(site))).toBe(true);
  await opened.context().close();
});

it('any other page of the site refuses to be framed', async () => {
  for (const path of ['index.html', 'algoritmes/aanbellen.html', 'k/A-21.html', 'open-data.html']) {
    const { opened, complaints } = await visit(`<iframe src="${origin(site)}/${path}" title="x"></iframe>`, 800);
    expect(complaints.join(), path).toContain('frame-ancestors');
    expect(opened.frames()[1]!.url(), path).not.toContain(path);
    await opened.context().close();
  }
});

it.each(EMBED_MATEN)('every card and case fits in a frame of $breed wide and $hoog high', async ({ breed, hoog }) => {
  const opened = await (await browser().newContext({ viewport: { width: breed, height: 400 } })).newPage();
  const tooLarge: string[] = [];
  for (const path of (await distFiles('.html')).filter((name) => name.startsWith('embed/'))) {
    await opened.goto(`${origin(site)}/${path}`, { waitUntil: 'commit' });
    await opened.waitForSelector('footer a');
    const [width, height] = await opened.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight] as const);
    if (width > breed || height > hoog) tooLarge.push(`${path}: ${width} × ${height}`);
  }
  expect(tooLarge).toEqual([]);
  await opened.context().close();
});

it.each(['light', 'dark'] as const)('what is embedded and the page that tells of it are accessible, %s', async (colorScheme) => {
  for (const path of ['embed/A-21.html', 'embed/C-33.html', 'open-data.html']) {
    const context = await browser().newContext({ colorScheme, viewport: { width: 360, height: 740 } });
    const opened = await context.newPage();
    await opened.goto(`${origin(site)}/${path}`);
    const { violations } = await new AxeBuilder({ page: opened }).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
      path,
    ).toEqual([]);
    expect(await opened.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360);
    await context.close();
  }
});
