/** What the project promises outside its own code: licences, citation, and the workflows of git hosts. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { listing } from '../../src/cli/problems.ts';
import { SITE } from '../../src/site.ts';
import { ROOT } from '../support.ts';

const read = (path: string) => readFile(join(ROOT, path), 'utf8');
const MANIFEST = JSON.parse(await read('package.json')) as { version: string; license: string; scripts: Record<string, string> };

describe('the licence of the texts is that of site.ts, and the licence of the code that of package.json,', () => {
  it.each(['LICENSE', 'README.md', 'content/paginas/colofon.mdx'])('in %s', async (path) => {
    const text = (await read(path)).replace('Creative Commons Naamsvermelding 4.0', 'CC BY 4.0');
    expect(text).toContain(SITE.licentie);
    expect(text).toContain(MANIFEST.license);
    expect([...new Set(text.match(/CC BY[-\w]* \d\.\d/g))]).toEqual([SITE.licentie]);
  });
  it('in the citation, which has the version of package.json too', async () => {
    const citation = parse(await read('CITATION.cff')) as Record<string, unknown>;
    expect(citation).toMatchObject({ 'cff-version': '1.2.0', title: SITE.naam, type: 'dataset', version: MANIFEST.version, license: SITE.licentie.replaceAll(' ', '-') });
    // All that the format asks for; it knows no other keys than these and a few more.
    for (const key of ['message', 'authors']) expect(citation).toHaveProperty(key);
  });
});

/** The shell lines of a workflow, wherever it keeps them. */
function commands(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => {
    if (key === 'run' || key === 'script') return [value].flat().map(String);
    return commands(value);
  });
}

describe.each(['.github/workflows/pages.yml', '.gitlab-ci.yml'])('%s', (path) => {
  it('checks, tests as the README says, and builds what it publishes, with our own commands', async () => {
    const lines = commands(parse(await read(path)));
    expect(lines).toEqual(expect.arrayContaining(['npm ci', 'npm run check', 'npm run build', 'npm ci && npm test']));
    expect(await read('README.md')).toContain('    npm ci && npm test\n');
    for (const [, name] of lines.join('\n').matchAll(/npm run (\S+)/g)) expect(MANIFEST.scripts).toHaveProperty(name!);
    expect(await read(path)).toMatch(/(path|publish): dist\n/);
  });
});

it('a proposal on GitHub shows a line of the check beside the line that it is about', async () => {
  const { problemMatcher } = JSON.parse(await read('.github/controle.json')) as { problemMatcher: { pattern: { regexp: string }[] }[] };
  const line = listing([{ file: 'content/algoritmes/kaart.mdx', line: 12, column: 3, message: 'kern: Te lang.', remedy: 'Kort in.' }]).split('\n')[0]!;
  expect(new RegExp(problemMatcher[0]!.pattern[0]!.regexp).exec(line)?.slice(1)).toEqual(['content/algoritmes/kaart.mdx', '12', '3', 'kern: Te lang.  Kort in.']);
});
