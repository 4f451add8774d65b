import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { policyFirst, tightenPolicy } from '../../src/build/policy.ts';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const page = (policy: string, body: string) => `<html><head><meta http-equiv="content-security-policy" content="${policy}"></head><body>${body}</body></html>`;
const POLICY = `default-src 'self'; script-src 'self' ${hash('elders')}; style-src 'self' ${hash('ook elders')};`;

it('names the hash of what stands on the page, and of nothing else', () => {
  const found = tightenPolicy(page(POLICY, '<style>a{}</style><script>1</script>'));
  expect(found).toContain(`script-src 'self' ${hash('1')};`);
  expect(found).toContain(`style-src 'self' ${hash('a{}')};`);
  expect(found).not.toContain(hash('elders'));
});
it('needs no hash for a script from a file or for data', () => {
  const found = tightenPolicy(page(POLICY, '<script type="module" src="/x.js"></script><script type="application/ld+json">{}</script>'));
  expect(found).toContain("script-src 'self';");
});
it('leaves a page without a policy alone', () => expect(tightenPolicy('<html></html>')).toBe('<html></html>'));

it('stands before the first style and script, right behind the encoding', () => {
  const found = policyFirst('<head><meta charset="utf-8"><style>a{}</style><meta http-equiv="content-security-policy" content="x"><title>$&</title></head>');
  expect(found).toBe('<head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="x"><style>a{}</style><title>$&</title></head>');
  expect(policyFirst('<head><meta charset="utf-8"></head>')).toBe('<head><meta charset="utf-8"></head>');
});
