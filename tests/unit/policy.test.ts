import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { mapHtml } from '../../src/build/html.ts';
import { governed, tightenPolicy, withPolicy } from '../../src/build/policy.ts';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const page = (policy: string, body: string) => `<html><head><meta http-equiv="content-security-policy" content="${policy}"></head><body>${body}</body></html>`;
/** A page with what was seen in it, all addresses as they were. */
const read = (html: string) => mapHtml(html, (address) => address);
const POLICY = `default-src 'self'; script-src 'self' ${hash('elders')}; style-src 'self' ${hash('ook elders')};`;

it('names the hash of what stands on the page, and of nothing else', () => {
  const found = tightenPolicy(read(page(POLICY, '<style>a{}</style><script>1</script>')));
  expect(found).toContain(`script-src 'self' ${hash('1')};`);
  expect(found).toContain(`style-src 'self' ${hash('a{}')};`);
  expect(found).not.toContain(hash('elders'));
  expect(tightenPolicy(read(found))).toBe(found);
});
it('needs no hash for a script from a file or for data', () => {
  const found = tightenPolicy(read(page(POLICY, '<script type="module" src="/x.js"></script><script type="application/ld+json">{}</script>')));
  expect(found).toContain("script-src 'self';");
});
it('leaves a page without a policy alone', () => expect(tightenPolicy(read('<html></html>'))).toBe('<html></html>'));

it('stands before the first style and script, right behind the encoding', () => {
  expect(governed('<head><meta charset="utf-8"><style>a{}</style></head>', 'x')).toBe(
    '<head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="x"><style>a{}</style></head>',
  );
});
it('is the same for every page, but for one that brings its own', () => {
  const head = '<head><meta charset="utf-8"><style>a{}</style></head>';
  expect(withPolicy(read(head), '/x.html')).toContain(`<meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'self';`);
  expect(withPolicy(read(head), '/x.html')).toContain(`style-src 'self' ${hash('a{}')};">`);
  expect(withPolicy(read(governed(head, "default-src 'none'; style-src;")), '/x.html')).toContain(`content="default-src 'none'; style-src ${hash('a{}')};">`);
});
