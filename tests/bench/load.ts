/**
 * `npm run bench -- load [folder]`: when pages show on a slow line and a slow phone, how much they shift and how long they keep the phone busy, beside a bare page with
 * the words of an entry and none of its design, turn by turn.
 */
import { cp, mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from '../browser/browser.ts';
import { DIST } from '../support.ts';
import { median } from './measure.ts';
import { SLOWDOWN, slowServer } from './slow.ts';

const RUNS = 5;
/** A phone that many people have. */
const PHONE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 };
const BARE = 'bare.html';

/** Milliseconds to the first and the largest paint, how much shifts (no unit), and milliseconds that tasks take beyond 50. */
interface Figures {
  FCP: number;
  LCP: number;
  CLS: number;
  TBT: number;
}

/** The words of a page alone: no styles, scripts, fonts or drawings. */
const bare = (html: string) => html.replace(/<(style|script|svg)\b[\s\S]*?<\/\1>/g, '').replace(/<link\b[^>]*>|<meta http-equiv[^>]*>/g, '');

/** The site in a folder of its own, with the bare page in it, and the names of the pages to open. */
async function prepare(site: string): Promise<{ folder: string; names: string[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'werkvonken-laden-'));
  await cp(site, folder, { recursive: true, filter: (name) => !name.endsWith('.pdf') });
  const entries = (await readdir(join(folder, 'casussen'))).map((name) => `casussen/${name}`);
  const sizes = await Promise.all(entries.map(async (name) => (await stat(join(folder, name))).size));
  const entry = entries[sizes.indexOf(Math.max(...sizes))]!;
  await writeFile(join(folder, BARE), bare(await readFile(join(folder, entry), 'utf8')));
  return { folder, names: [BARE, 'index.html', entry, 'casussen.html', 'zoeken.html?q=eenzaamheid', 'trek.html', 'bijeenkomst.html', 'woorden.html'] };
}

/** Reads what the browser kept since the page began; it gives all of it at once, in a task of its own. */
const read = () =>
  new Promise<Figures>((resolve) => {
    const found = { FCP: 0, LCP: 0, CLS: 0, TBT: 0 };
    type Kept = PerformanceEntry & { value?: number; hadRecentInput?: boolean };
    const on = (type: string, add: (entry: Kept) => void) => new PerformanceObserver((list) => list.getEntries().forEach(add)).observe({ type, buffered: true });
    on('paint', ({ name, startTime }) => name === 'first-contentful-paint' && (found.FCP = startTime));
    on('largest-contentful-paint', ({ startTime }) => (found.LCP = startTime));
    on('layout-shift', ({ value = 0, hadRecentInput }) => !hadRecentInput && (found.CLS += value));
    on('longtask', ({ duration }) => (found.TBT += duration - 50));
    setTimeout(() => resolve(found), 500);
  });

const { folder, names } = await prepare(process.argv[2] ?? DIST);
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] });

async function visit(name: string): Promise<Figures> {
  const server = await slowServer(folder);
  // A route that stops the worker would turn off the cache of the browser.
  const context = await browser.newContext({ ...PHONE, serviceWorkers: 'block' });
  const page = await context.newPage();
  await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await page.goto(`${server.url}/${name}`, { waitUntil: 'networkidle' });
  const figures = await page.evaluate(read);
  await context.close();
  server.stop();
  return figures;
}

const found = new Map<string, Figures[]>(names.map((name) => [name, []]));
for (let run = 0; run < RUNS; run += 1) for (const name of names) found.get(name)!.push(await visit(name));
await browser.close();

const of = (name: string, key: keyof Figures) => median(found.get(name)!.map((figures) => figures[key]));
console.log(`${`mediaan van ${RUNS}, in ms`.padEnd(56)}${['FCP', 'LCP', 'CLS', 'TBT', 'FCP÷kaal', 'LCP÷kaal'].map((head) => head.padStart(10)).join('')}`);
for (const name of names) {
  const cells = [
    of(name, 'FCP').toFixed(0),
    of(name, 'LCP').toFixed(0),
    of(name, 'CLS').toFixed(3),
    of(name, 'TBT').toFixed(0),
    (of(name, 'FCP') / of(BARE, 'FCP')).toFixed(2),
    (of(name, 'LCP') / of(BARE, 'LCP')).toFixed(2),
  ];
  console.log(`${name.padEnd(56)}${cells.map((cell) => cell.padStart(10)).join('')}`);
}
process.exit(0);
