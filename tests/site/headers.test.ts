import { describe, expect, it } from 'vitest';
import { HEADER_FILES, readHosting } from '../../src/build/headers.ts';
import { DIST, distFiles, elements, readDist } from '../support.ts';

/** What is allowed per directive. */
const directives = (policy: string) =>
  new Map(
    policy
      .split(';')
      .map((part) => part.trim().split(/\s+/))
      .map(([name, ...sources]) => [name!, sources] as const),
  );
const meta = (html: string) => elements(html, (_, attributes) => attributes['http-equiv']?.toLowerCase() === 'content-security-policy')[0]?.['content'] ?? '';

interface Rule {
  path: string;
  headers: [string, string][];
}

/** The rules of `_headers`, read as hosts read them. */
function readRules(text: string): Rule[] {
  const rules: Rule[] = [];
  for (const line of text.split('\n').filter((candidate) => candidate && !candidate.startsWith('#'))) {
    if (line.startsWith('/')) rules.push({ path: line, headers: [] });
    else rules.at(-1)!.headers.push(/^\s+([^:]+): (.*)$/.exec(line)!.slice(1, 3) as [string, string]);
  }
  return rules;
}
const fits = (pattern: string, path: string) => new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*').replaceAll(/:\w+/g, '[^/]+')}$`).test(path);
const headersOf = (rules: Rule[], path: string) => rules.filter((rule) => fits(rule.path, path)).flatMap(({ headers }) => headers);

it('a build holds every header file, as what it holds asks for', async () => {
  const hosting = await readHosting(DIST);
  for (const [name, write] of Object.entries(HEADER_FILES)) expect(await readDist(name), name).toBe(write(hosting));
});

it('each page is allowed by its header what its own policy allows, and nothing is allowed inline without a hash', async () => {
  const { policies } = await readHosting(DIST);
  for (const path of await distFiles('.html')) {
    const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
    const sent = directives(policies.find((item) => item.folder === folder)!.policy);
    for (const [name, sources] of directives(meta(await readDist(path))))
      if (name) expect(sent.get(name), `${path}: ${name}`).toEqual(expect.arrayContaining(sources.filter((source) => source !== "'none'")));
    expect([...sent.values()].flat()).not.toContain("'unsafe-inline'");
  }
});

it('every page has its policy before its first style, script and link', async () => {
  const wrong: string[] = [];
  for (const path of await distFiles('.html')) {
    const parts = elements(
      await readDist(path),
      (name, attributes) => ['style', 'script', 'link'].includes(name) || attributes['http-equiv']?.toLowerCase() === 'content-security-policy',
    );
    if (parts.length > 0 && parts[0]!.nodeName !== 'meta') wrong.push(path);
  }
  expect(wrong).toEqual([]);
});

describe('the file for hosts', async () => {
  const rules = readRules(await readDist('_headers'));
  it('stays within what Cloudflare reads: 100 rules, 2000 characters a line', async () => {
    expect(rules.length).toBeLessThanOrEqual(100);
    expect((await readDist('_headers')).split('\n').filter((line) => line.length > 2000)).toEqual([]);
  });
  it('sends each header once to every file, whatever the host makes of its name', async () => {
    for (const path of ['/', ...(await distFiles('')).flatMap((name) => [`/${name}`, `/${name.replace(/\.html$/, '')}`])]) {
      const names = headersOf(rules, path).map(([name]) => name);
      expect(names, path).toEqual([...new Set(names)]);
      expect(names, path).toContain('X-Content-Type-Options');
    }
  });
  it('sends a policy with every page, and lets only files keep that change their name', async () => {
    const pages = (await distFiles('.html')).filter((name) => !name.startsWith('embed/'));
    for (const name of pages)
      expect(headersOf(rules, `/${name}`), name).toEqual(
        expect.arrayContaining([
          ['Content-Security-Policy', expect.stringContaining("frame-ancestors 'self'")],
          ['Cache-Control', 'no-cache'],
        ]),
      );
    for (const name of await distFiles('.pf_meta')) expect(headersOf(rules, `/${name}`)).toContainEqual(['Cache-Control', expect.stringContaining('immutable')]);
    expect(headersOf(rules, '/pagefind/pagefind.js').map(([header]) => header)).not.toContain('Cache-Control');
  });
});
