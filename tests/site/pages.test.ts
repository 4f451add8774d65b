import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { beforeAll, describe, expect, it } from 'vitest';
import { distFiles, elements, readDist } from '../support.ts';

let pages: { path: string; html: string }[];
/** The library in one file and what others embed are no pages of the site: they have no menu, and tests of their own. */
let single: { path: string; html: string }[];
beforeAll(async () => {
  const all = await Promise.all((await distFiles('.html')).map(async (path) => ({ path, html: await readDist(path) })));
  const isSingle = ({ path }: { path: string }) => path === 'werkvonken.html' || path.startsWith('embed/');
  pages = all.filter((page) => !isSingle(page));
  single = all.filter(isSingle);
});

/** The pages for which `fails` gives a reason, with that reason. */
const offenders = (fails: (html: string, path: string) => unknown) =>
  pages.flatMap(({ path, html }) => (fails(html, path) ? [`${path}: ${JSON.stringify(fails(html, path))}`] : []));
const textOf = (html: string, tag: string) => new RegExp(`<${tag}[^>]*>([^<]*)</${tag}>`).exec(html)?.[1] ?? '';

it('builds a page for every kind', () => {
  const paths = pages.map(({ path }) => path);
  expect(paths).toEqual(
    expect.arrayContaining([
      'index.html',
      'zoeken.html',
      'algoritmes.html',
      'casussen.html',
      'situaties.html',
      'begrippen.html',
      'woorden.html',
      'themas.html',
      'leeffuncties.html',
      'macro-opgaven.html',
      'bijeenkomst.html',
      'trek.html',
    ]),
  );
  expect(paths).toEqual(expect.arrayContaining(['deel/1.html', 'deel/2.html', 'deel/3.html', 'over.html', 'colofon.html', 'toegankelijkheid.html', 'correcties.html', '404.html']));
  expect(paths.filter((path) => path.startsWith('algoritmes/')).length).toBeGreaterThanOrEqual(8);
  expect(paths.filter((path) => path.startsWith('casussen/')).length).toBeGreaterThanOrEqual(8);
});

describe('every page', () => {
  it('has one h1', () => expect(offenders((html) => elements(html, (name) => name === 'h1').length !== 1)).toEqual([]));
  it('says that it is Dutch', () => expect(offenders((html) => !/<html[^>]* lang="nl"/.test(html))).toEqual([]));
  it('has a title of its own', () => expect(new Set(pages.map(({ html }) => textOf(html, 'title'))).size).toBe(pages.length));
  it('has a description of its own', () => {
    const descriptions = pages.map(({ html }) => elements(html, (name, { name: meta }) => name === 'meta' && meta === 'description')[0]?.['content']);
    expect(descriptions.every(Boolean)).toBe(true);
    expect(new Set(descriptions).size).toBe(pages.length);
  });
  it('has the menu, save what a code on paper leads to: that answers one question', () => {
    expect(offenders((html, path) => html.includes('aria-label="Hoofdmenu"') === path.startsWith('k/'))).toEqual([]);
  });
  it('starts with a link past the menu, to a place that can take focus', () => {
    const first = (html: string) => elements(html, (name) => name === 'a')[0]?.['href'];
    const place = (html: string) => elements(html, (name, { id, tabindex }) => name === 'main' && id === 'inhoud' && tabindex === '-1');
    expect(offenders((html, path) => !path.startsWith('k/') && (first(html) !== '#inhoud' || place(html).length !== 1))).toEqual([]);
  });
  it('has headings that never skip a level', () => {
    const skips = (html: string) => {
      const levels = elements(html, (name) => /^h[1-6]$/.test(name)).map(({ nodeName }) => Number(nodeName![1]));
      return levels.some((level, index) => level > (levels[index - 1] ?? 0) + 1);
    };
    expect(offenders(skips)).toEqual([]);
  });
  it('shows a breadcrumb trail, save for the ones at the top', () => {
    expect(offenders((html, path) => !/index|404|zoeken/.test(path) && !html.includes('aria-label="Waar je bent"'))).toEqual([]);
  });
  it('has the style of longer texts wherever it has one, or fetches one', () => {
    const needs = ({ path, html }: { path: string; html: string }) =>
      path === 'bijeenkomst.html' || elements(html, (_, { class: names }) => names?.split(' ').includes('prose') ?? false).length > 0;
    const needing = [...pages, ...single].filter(needs);
    expect(needing.length).toBeGreaterThan(128);
    expect(needing.filter(({ html }) => !html.includes('.prose{')).map(({ path }) => path)).toEqual([]);
  });
  it('asks nothing of another origin', () => {
    const loads = (name: string, attributes: Record<string, string>) =>
      name !== 'a' && Object.entries(attributes).some(([key, value]) => ['src', 'href', 'srcset', 'action', 'poster'].includes(key) && /^(https?:)?\/\//.test(value));
    expect(offenders((html) => elements(html, loads).length > 0)).toEqual([]);
    expect(offenders((html) => /url\(["']?(https?:)?\/\//.test(html))).toEqual([]);
  });
  it('carries a strict policy: no inline script or style without a hash, no eval of text', () => {
    const policy = (html: string) => elements(html, (_, { 'http-equiv': kind }) => kind?.toLowerCase() === 'content-security-policy')[0]?.['content'] ?? '';
    expect(offenders((html) => !policy(html).includes("default-src 'self'") || /unsafe-inline|'unsafe-eval'/.test(policy(html)))).toEqual([]);
    expect(offenders((html) => elements(html, (_, attributes) => 'style' in attributes || Object.keys(attributes).some((key) => key.startsWith('on'))).length > 0)).toEqual([]);
  });
  it('holds no soft hyphens and no day of today', () => expect(offenders((html) => /\u00AD/.test(html))).toEqual([]));
  it('has ids of letters, digits and hyphens, save for the choice of a chair that a fragment names', () => {
    const ids = (html: string) => elements(html, (_, { id }) => id !== undefined && !/^\p{L}[\p{L}\p{N}_-]*$|^([AC]-\d+-)?vanuit=[a-z]+$/u.test(id)).map(({ id }) => id);
    expect(offenders((html) => ids(html).length > 0 && ids(html))).toEqual([]);
  });
  it('is valid HTML', async () => {
    const loader = new StaticConfigLoader({
      extends: ['html-validate:recommended', 'html-validate:a11y'],
      rules: {
        // Astro writes void elements and attribute quotes in its own way; a browser reads them the same.
        'void-style': 'off',
        'attribute-boolean-style': 'off',
        'no-trailing-whitespace': 'off',
        'doctype-style': 'off',
        // A list without bullets loses its role in Safari; role="list" gives it back.
        'no-redundant-role': 'off',
        'long-title': 'off',
        'require-sri': 'off',
        'no-inline-style': 'off',
        // The link that chooses a chair is its own target; which ids are allowed stands in the test above.
        'valid-id': ['error', { relaxed: true }],
      },
    });
    const validator = new HtmlValidate(loader);
    const problems: string[] = [];
    for (const { path, html } of [...pages, ...single]) {
      const report = await validator.validateString(html, path);
      for (const { messages } of report.results) problems.push(...messages.map(({ ruleId, message, line, column }) => `${path}:${line}:${column} ${ruleId} ${message}`));
    }
    expect([...new Set(problems)].slice(0, 20)).toEqual([]);
  });
});

describe('an entry page', () => {
  const entries = () => pages.filter(({ path }) => /^(algoritmes|casussen)\//.test(path));
  const missing = (folder: string, parts: string[]) =>
    entries()
      .filter(({ path }) => path.startsWith(folder))
      .flatMap(({ path, html }) => parts.filter((part) => !html.includes(part)).map((part) => `${path}: ${part}`));
  it('shows reading time, search words as links and the day of the last change', () => {
    const parts = [/\d+ minu(ut|ten) lezen/, /href="\.\.\/zoeken\.html\?q=/, /Bijgewerkt op\s+<time datetime="\d{4}-\d\d-\d\d"/];
    expect(entries().flatMap(({ path, html }) => parts.filter((part) => !part.test(html)).map((part) => `${path}: ${part}`))).toEqual([]);
  });
  it('runs nothing but what keeps the site on the device and what keeps a chair, and both wait until the page stands', () => {
    const named = (attributes: string, code: string) => {
      if (attributes === ' type="module"' && code.includes('sw.js')) return 'apparaat';
      return code === '' && /^ type="module" src="\.\.\/_astro\/Onthoud[\w.-]+\.js"$/.test(attributes) ? 'stoel' : attributes;
    };
    const scripts = (html: string) =>
      [...html.matchAll(/<script([^>]*)>([^<]*)/g)]
        .filter(([, attributes]) => !attributes!.includes('application/ld+json'))
        .map(([, attributes = '', code = '']) => named(attributes, code))
        .sort();
    expect(
      entries()
        .filter(({ html }) => scripts(html).join() !== 'apparaat,stoel')
        .map(({ path }) => path),
    ).toEqual([]);
  });
  it('of a case shows its sources, and the voice that was not at the table', () => {
    const parts = ['data-footnotes', 'Niet aan tafel', 'onze lezing'];
    expect(missing('casussen/', parts)).toEqual([]);
    expect(
      entries()
        .filter(({ html }) => /\[\^[a-z]/.test(html))
        .map(({ path }) => path),
    ).toEqual([]);
  });
  it('of a card shows wanneer niet, a stop and a tegenwicht', () => {
    const ids = ['morgen', 'wanneer-niet', 'tegenwicht', 'stappen', 'vragen'].map((id) => `id="${id}"`);
    expect(missing('algoritmes/', [...ids, 'Stop hier'])).toEqual([]);
  });
  it('lists its headings above the text and beside it, in their own words and in their order', () => {
    const plain = (html: string) =>
      html
        .replace(/<[^>]+>/g, '')
        .replace(/\s+/g, ' ')
        .trim();
    const lists = (html: string) =>
      [...html.matchAll(/<(details|nav) class="(?:smal|breed)[\s\S]*?<\/\1>/g)].map(([list]) =>
        [...list.matchAll(/<a [^>]*href="#([^"]+)"[^>]*>([^<]+)</g)].map(([, id, text]) => ({ id: id!, text: text! })),
      );
    const wrong = entries().flatMap(({ path, html }) => {
      const [above = [], beside = []] = lists(html);
      // The heading with the id, or the first one in the part that has it.
      const places = above.map(({ id }) => html.search(new RegExp(` id="${id}"`)));
      const headings = places.map((place) => plain(/<h2[^>]*>([\s\S]*?)<\/h2>/.exec(html.slice(html.lastIndexOf('<', place)))?.[1] ?? ''));
      const differs = above.filter(({ text }, index) => !headings[index]!.startsWith(text)).map(({ text }) => `${path}: ${text}`);
      const isInOrder = places.every((place, index) => index === 0 || place > places[index - 1]!);
      return [...differs, ...(above.length > 6 && isInOrder && JSON.stringify(above) === JSON.stringify(beside) ? [] : [`${path}: the lists`])];
    });
    expect(wrong).toEqual([]);
  });
});

describe('a page that needs JavaScript', () => {
  const html = (name: string) => pages.find(({ path }) => path === name)!.html;
  const noscript = (name: string) => /<noscript>([\s\S]*?)<\/noscript>/.exec(html(name))?.[1] ?? '';
  it('says so without it, and where to go instead', () => {
    expect(noscript('bijeenkomst.html')).toContain('Deze pagina heeft JavaScript nodig');
    expect(noscript('bijeenkomst.html')).toContain('href="algoritmes.html"');
    expect(noscript('trek.html')).toContain('Trekken heeft JavaScript nodig');
    for (const deel of [1, 2, 3]) expect(noscript('trek.html')).toContain(`href="deel/${deel}.html"`);
  });
  it('is reached from home, from every page with a menu and from every card and case', () => {
    for (const name of ['bijeenkomst.html', 'trek.html'])
      expect(offenders((page, path) => !/^k\/|redactie|verhuisd/.test(path) && !new RegExp(`href="(\\.\\./)*${name}`).test(page))).toEqual([]);
    const entries = pages.filter(({ path }) => /^(algoritmes|casussen)\//.test(path));
    expect(entries.filter(({ html: page }) => !/href="\.\.\/bijeenkomst\.html#erbij=[AC]-\d\d"/.test(page)).map(({ path }) => path)).toEqual([]);
  });
});
