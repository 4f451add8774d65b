/**
 * `npm run bench -- search [folder]`: how long a visitor waits for the first results on a slow line (150 ms, 1.6 Mbps, brotli) and a slow
 * phone (CPU ÷ 4), on our page and on a bare page over a plain Pagefind index of the same entries, turn by turn. `folder` holds a built site:
 * dist, unless one of more entries is given (see tests/bench/generate.ts).
 */
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createIndex } from 'pagefind';
import { chromium } from 'playwright-core';
import { findChromium } from '../../browser/browser.ts';
import { DIST } from '../../support.ts';
import { median } from '../measure.ts';
import { SLOWDOWN, slowServer } from '../slow.ts';

const site = process.argv[2] ?? DIST;

const RUNS = 5;
const BARE = `<!doctype html><html lang="nl"><meta charset="utf-8"><title>zoek</title><input id="q"><ol id="resultaten"></ol><script type="module">
let pagefind; const list = document.querySelector('#resultaten');
document.querySelector('#q').addEventListener('input', async ({ target }) => {
  pagefind ??= await import('./pagefind/pagefind.js');
  const { results } = await pagefind.search(target.value);
  const found = await Promise.all(results.slice(0, 5).map((result) => result.data()));
  list.replaceChildren(...found.map(({ url, meta, excerpt }) => { const row = document.createElement('li'); row.innerHTML = '<a href="' + url + '">' + meta.title + '</a><p>' + excerpt + '</p>'; return row; }));
});
</script></html>`;

/** A bare search page over a plain index of our entry pages. */
async function bareSite(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'werkvonken-bare-'));
  const { index } = await createIndex({ forceLanguage: 'nl' });
  const names = (await readdir(site, { recursive: true })).filter((name) => /^(algoritmes|casussen)\/[^/]+\.html$/.test(name)).sort();
  for (const name of names) await index!.addHTMLFile({ sourcePath: name, content: await readFile(join(site, name), 'utf8') });
  await index!.writeFiles({ outputPath: join(folder, 'pagefind') });
  await writeFile(join(folder, 'zoeken.html'), BARE);
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>x</title>');
  return folder;
}

const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] });

/** Milliseconds from the one input event to a first result, cold and then warm with other words; and the bytes from opening the page until the first whole answer, for a visitor who comes from home. */
async function visit(folder: string): Promise<{ cold: number; warm: number; bytes: number }> {
  const server = await slowServer(folder);
  // A worker would only blur what comes over the line. (Turning its file away by route would turn the cache off as well.)
  const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
  await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await page.goto(`${server.url}/index.html`, { waitUntil: 'load' });
  const before = server.sent();
  await page.goto(`${server.url}/zoeken.html`, { waitUntil: 'load' });
  const ask = (word: string) =>
    page.evaluate(async (typed) => {
      const [input, list] = [document.querySelector<HTMLInputElement>('#q')!, document.querySelector('#resultaten')!];
      list.replaceChildren();
      const start = performance.now();
      input.focus();
      input.value = typed;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      while (!list.querySelector('li a')?.textContent) await new Promise((resolve) => setTimeout(resolve, 4));
      return performance.now() - start;
    }, word);
  const cold = await ask('moestuin');
  const bytes = server.sent() - before;
  await page.waitForTimeout(4000);
  const warm = median([await ask('gemeente'), await ask('eenzaamheid'), await ask('wethouder')]);
  await page.context().close();
  server.stop();
  return { cold, warm, bytes };
}

const bare = await bareSite();
const found: Record<string, { cold: number; warm: number; bytes: number }[]> = { ours: [], bare: [] };
for (let run = 0; run < RUNS; run += 1) {
  found['bare']!.push(await visit(bare));
  found['ours']!.push(await visit(site));
}
const of = (name: string, key: 'cold' | 'warm' | 'bytes') => median(found[name]!.map((item) => item[key]));
for (const name of ['bare', 'ours'])
  console.log(`${name}: koud ${of(name, 'cold').toFixed(0)} ms, warm ${of(name, 'warm').toFixed(0)} ms, ${(of(name, 'bytes') / 1000).toFixed(1)} kB`);
console.log(`ours ÷ bare: koud ${(of('ours', 'cold') / of('bare', 'cold')).toFixed(2)}, warm ${(of('ours', 'warm') / of('bare', 'warm')).toFixed(2)}`);
await browser.close();
process.exit(0);
