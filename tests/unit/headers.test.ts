import { describe, expect, it } from 'vitest';
import { allowConnections, folderPolicies, pagePattern, HASHED } from '../../src/build/policies.ts';
import { caddy, hostHeaders, htaccess, nginx, nginxMaps } from '../../src/build/servers.ts';

const page = (path: string, policy: string) => ({ path, html: `<meta http-equiv="content-security-policy" content="${policy}">` });
const PAGES = [
  page('index.html', "script-src 'self'; style-src 'a'"),
  page('404.html', "style-src 'z'"),
  page('deel/1.html', "style-src 'b'"),
  page('deel/2.html', "style-src 'b' 'c'"),
  page('embed/A-01.html', "style-src 'd'"),
];
const policies = folderPolicies(PAGES);
const policyOf = (folder: string) => policies.find((item) => item.folder === folder)?.policy;

describe('the policy of a folder', () => {
  it('allows what its pages allow, and what the page for lost visitors needs', () => {
    expect(policyOf('deel')).toBe("style-src 'b' 'c' 'z'; frame-ancestors 'self'");
    expect(policyOf('')).toBe("script-src 'self'; style-src 'a' 'z'; frame-ancestors 'self'");
  });
  it('keeps none only where no page allows anything', () => {
    const strict = folderPolicies([page('a.html', "default-src 'self'; object-src 'none'"), page('b.html', "default-src 'none'; object-src 'none'")]);
    expect(strict.map(({ policy }) => policy)).toEqual(["default-src 'self'; object-src 'none'; frame-ancestors 'self'"]);
  });
  it('lets only what is made to be embedded be framed by others', () => expect(policyOf('embed')).toBe("style-src 'd' 'z'"));
});

it('a page that asks other editions may fetch from them, and from nowhere else', () => {
  const policy = "default-src 'self'; script-src 'self';";
  expect(allowConnections(policy, [])).toBe(policy);
  expect(allowConnections(policy, ['https://x.example', 'https://x.example'])).toBe("default-src 'self'; script-src 'self'; connect-src 'self' https://x.example;");
});

describe('the pattern of a page', () => {
  it.each(['/deel/1.html', '/deel/1', '/a/b/deel/1.html'])('fits %s in its folder', (path) => expect(path).toMatch(new RegExp(pagePattern('deel'))));
  it.each(['/deel/1.pdf', '/deel.html', '/deel/1/x.html', '/heel-deel/1.html/'])('does not fit %s', (path) => expect(path).not.toMatch(new RegExp(pagePattern('deel'))));
  it.each(['/', '/index.html', '/a/b/', '/a/zoeken'])('of the top fits %s', (path) => expect(path).toMatch(new RegExp(pagePattern(''))));
});

it.each([
  ['/_astro/a.js', true],
  ['/w/pagefind/fragment/nl_1.pf_fragment', true],
  ['/pagefind/pagefind.nl_1.pf_meta', true],
  ['/pagefind/pagefind.js', false],
  ['/data/keuzes.json', false],
])('%s is kept for good: %s', (path, isKept) => expect(new RegExp(HASHED).test(path)).toBe(isKept));

describe('the header files', () => {
  const hosting = { policies, path: '/w', hashed: ['pagefind.nl_1.pf_meta'] };
  it.each([
    ['hosts', hostHeaders],
    ['Apache', htaccess],
    ['nginx', nginxMaps],
    ['Caddy', caddy],
  ])('for %s hold every policy', (_, write) => {
    for (const { policy } of policies) expect(write(hosting)).toContain(policy);
  });
  it.each([
    ['hosts', hostHeaders],
    ['Apache', htaccess],
    ['nginx', nginx],
    ['Caddy', caddy],
  ])('for %s let other sites read data and index, and nothing else', (_, write) => {
    expect(write(hosting).split('Access-Control-Allow-Origin')).toHaveLength(write === hostHeaders ? 3 : 2);
  });
  it('for servers know the path of the site where they need it', () => {
    expect(nginx(hosting)).toContain('error_page 404 /w/404.html;');
    expect(caddy(hosting)).toContain('rewrite @werkvonken_weg /w/404.html');
    expect(nginx({ ...hosting, path: '' })).toContain('error_page 404 /404.html;');
  });
});
