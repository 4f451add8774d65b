import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { mapHtml } from '../../src/build/html.ts';
import { lettersOf } from '../../src/build/letters.ts';
import { policyOf } from '../../src/build/policy.ts';
import { paths } from '../../src/model/paths.ts';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
/** The page called `name` with this in its head, as it stands in the site. */
const governed = (head: string, name = '/x.html') => mapHtml(`<head>${head}</head>`, (address) => address, { governing: (held) => policyOf(name, held) }).html;
const directive = (html: string, name: string) => new RegExp(`[ "]${name} ?([^;]*);`).exec(html)?.[1];

it('names the hash of what stands on the page, and of nothing on another', () => {
  governed('<meta charset="utf-8"><style>b{}</style><script>2</script>');
  const html = governed('<meta charset="utf-8"><style>a{}</style><script>1</script>');
  expect(directive(html, 'script-src')).toBe(`'self' 'wasm-unsafe-eval' ${hash('1')}`);
  expect(directive(html, 'style-src')).toBe(`'self' ${hash('a{}')}`);
});
it('names a style as it will read, with its addresses changed', () => {
  const { html } = mapHtml('<meta charset="utf-8"><style>a{src:url("/a.woff2")}</style>', () => 'b.woff2', { governing: (held) => policyOf('/x.html', held) });
  expect(directive(html, 'style-src')).toBe(`'self' ${hash('a{src:url("b.woff2")}')}`);
});
it('names what a browser reads, also where that is no ASCII', () => {
  const html = governed(lettersOf('<meta charset="utf-8"><style>a{content:"→"}</style>'));
  expect(directive(html, 'style-src')).toBe(`'self' ${hash('a{content:"→"}')}`);
});
it('needs no hash for a script from a file or for data', () => {
  const html = governed('<meta charset="utf-8"><script type="module" src="/x.js"></script><script type="application/ld+json">{}</script>');
  expect(directive(html, 'script-src')).toBe("'self' 'wasm-unsafe-eval'");
});
it('stands before the first style and script, right behind the encoding', () => {
  expect(governed('<title>x</title><meta charset="utf-8"><style>a{}</style>')).toMatch(
    /^<head><title>x<\/title><meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'self';[^"]*"><style>a\{\}<\/style><\/head>$/,
  );
});
it('stands in a page once', () => {
  const html = governed('<meta charset="utf-8"><title>x</title><meta charset="utf-8"><style>a{}</style>');
  expect(html.match(/content-security-policy/g)).toHaveLength(1);
  expect(html.replace(/<meta http-equiv[^>]*>/, '')).toBe('<head><meta charset="utf-8"><title>x</title><meta charset="utf-8"><style>a{}</style></head>');
});
it('leaves a page without an encoding alone', () => expect(governed('<style>a{}</style>')).toBe('<head><style>a{}</style></head>'));
it('lets the file that holds all fetch nothing', () => {
  const html = governed('<meta charset="utf-8"><style>a{}</style><script>1</script>', paths.los);
  expect(directive(html, 'default-src')).toBe("'none'");
  expect(directive(html, 'style-src')).toBe(hash('a{}'));
  expect(directive(html, 'script-src')).toBe(hash('1'));
});
