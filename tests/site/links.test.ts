import { expect, it } from 'vitest';
import { findBrokenLinks } from '../../src/build/links.ts';
import { DIST, writeProject } from '../support.ts';

const page = (body: string) => `<!doctype html><html lang="nl"><body id="top">${body}</body></html>`;
const broken = async (files: Record<string, string>) => findBrokenLinks(await writeProject(files));

it('finds no broken link in the built site', async () => expect(await findBrokenLinks(DIST)).toEqual([]));

it('accepts links to pages, files, fragments and other sites', async () => {
  const html = page('<a href="/b.html#top">b</a><a href="b.html">b</a><a href="#top">t</a><img src="/x.png" alt="x"><a href="https://example.org/weg">e</a><a href="mailto:a@example.org">m</a><a href="/">h</a><a href="/b.html#erbij=A-21">s</a>');
  expect(await broken({ 'index.html': page(''), 'a.html': html, 'b.html': page(''), 'x.png': 'x' })).toEqual([]);
});

it.each([
  ['a page that is not there', '<a href="/weg.html">x</a>', '/weg.html'],
  ['a fragment that is not there', '<a href="/b.html#weg">x</a>', '/b.html#weg'],
  ['an image that is not there', '<img src="/weg.png" alt="x">', '/weg.png'],
  ['a form that leads nowhere', '<form action="/weg.html"></form>', '/weg.html'],
])('refuses %s', async (_, body, link) => expect(await broken({ 'a.html': page(body), 'b.html': page('') })).toEqual([`/a.html → ${link}`]));
