import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import log, { countWarnings } from '../../src/build/log.ts';
import { countSite, table } from '../../src/build/summary.ts';
import { writeProject } from '../support.ts';

describe('what a build says', () => {
  const said: string[] = [];
  const { isTTY } = process.stdout;
  const keep = (text: string | Uint8Array) => said.push(String(text)) > 0;
  const { write } = log();
  beforeEach(() => {
    said.length = 0;
    vi.stubEnv('npm_config_loglevel', 'notice');
    process.stdout.isTTY = false;
    vi.spyOn(process.stdout, 'write').mockImplementation(keep);
    vi.spyOn(process.stderr, 'write').mockImplementation(keep);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
    process.stdout.isTTY = isTTY;
  });

  it('is what our own stages say, behind their name', () => {
    write({ label: 'werkvonken:links', level: 'info', message: '345 bestanden in 1,0 s', newLine: true });
    expect(said).toEqual(['links      345 bestanden in 1,0 s\n']);
  });
  it('leaves out the pages one by one, and the steps of Astro', () => {
    write({ label: null, level: 'info', message: '  ├─ /index.html', newLine: false });
    write({ label: 'SKIP_FORMAT', level: 'info', message: ' (+4ms) ', newLine: true });
    write({ label: 'build', level: 'info', message: 'mode: "static"', newLine: true });
    expect(said).toEqual([]);
  });
  it('counts pages along on a terminal, on one line that the next takes', () => {
    process.stdout.isTTY = true;
    write({ label: null, level: 'info', message: '  ├─ /index.html', newLine: false });
    write({ label: 'werkvonken:paginas', level: 'info', message: '346 pagina’s in 5,0 s', newLine: true });
    expect(said).toEqual([expect.stringMatching(/^\r\x1B\[Kpaginas {4}\d+…$/), '\r\x1B[Kpaginas    346 pagina’s in 5,0 s\n']);
  });
  it('keeps the address that the preview gives', () => {
    write({ label: 'SKIP_FORMAT', level: 'info', message: 'Local http://127.0.0.1:4321/', newLine: true });
    expect(said).toEqual(['Local http://127.0.0.1:4321/\n']);
  });
  it('counts warnings and shows them, also when asked to be silent', () => {
    const before = countWarnings();
    vi.stubEnv('npm_config_loglevel', 'silent');
    write({ label: 'werkvonken:links', level: 'info', message: 'klaar', newLine: true });
    write({ label: 'build', level: 'warn', message: 'pas op', newLine: true });
    expect(said).toEqual(['WARN build      pas op\n']);
    expect(countWarnings()).toBe(before + 1);
  });
});

it('a build ends with what there is now', async () => {
  const folder = await writeProject({ 'data/vindplaatsen.json': '[{},{}]', 'index.html': 'x', 'algoritmes/a.html': 'x', 'papier/kaart/A-01.pdf': 'x' });
  const totals = await countSite(folder);
  expect(totals).toEqual({ entries: 2, pages: 2, sheets: 1, files: 4, bytes: 10 });
  expect(table({ ...totals, bytes: 12_340_000 }, 3).split('\n')).toEqual([
    '  ingangen             2',
    '  pagina’s             2',
    '  papieren             1',
    '  bestanden            4',
    '  megabyte          12,3',
    '  waarschuwingen       3',
  ]);
});
