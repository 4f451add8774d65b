import { createHash } from 'node:crypto';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { satteri } from '@astrojs/markdown-satteri';
import type { LoaderContext } from 'astro/loaders';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { footnotesFromBronnen, footnoteTexts, shownLabel } from '../../src/build/footnotes.ts';
import { explained, texts, unlessKept } from '../../src/build/texts.ts';
import { cutFrontmatter, parseYaml } from '../../src/cli/frontmatter.ts';
import { isPlain } from '../../src/model/markdown.ts';
import { readList } from '../../src/model/yaml.ts';
import { paragraphs, treeOf } from '../../src/report/prose.ts';
import { ROOT, writeProject } from '../support.ts';

describe('a text', () => {
  it.each([
    '## Kop\n\nTekst met een [link](/over.html), *nadruk* en een bron.[^krant]',
    '- een\n- twee\n  - drie',
    '| a | b |\n| - | - |\n| 1 | 2 |',
    '> Een citaat, 3 > 2',
    'Wij importeren niets.',
    '',
  ])('is plain Markdown: %j', (body) => expect(isPlain(body)).toBe(true));
  it.each([
    'Een <abbr>tag</abbr>',
    '<Kaart code="A-01" />',
    'Een {uitdrukking}',
    '![Een plaatje](/beeld.png)',
    'import x from "y"',
    '## Kop\n\nexport const a = 1',
    'Tekst\n\n    geen code in MDX',
    'Tekst\n\n\tgeen code in MDX',
    '<https://a.example>',
  ])('stays MDX, since the two would read it otherwise: %j', (body) => expect(isPlain(body)).toBe(false));
});

describe('the texts of the library', () => {
  const mdx = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();
  it('read the same as Markdown and as MDX where they are plain', async () => {
    let count = 0;
    for (const folder of ['algoritmes', 'casussen', 'paginas']) {
      for (const name of (await readdir(join(ROOT, 'content', folder))).filter((file) => file.endsWith('.mdx'))) {
        const body = (await readFile(join(ROOT, 'content', folder, name), 'utf8')).split(/^---$/m).slice(2).join('---');
        if (!isPlain(body)) continue;
        expect(treeOf(body), name).toEqual(mdx.parse(body));
        count += 1;
      }
    }
    expect(count).toBeGreaterThan(100);
  });
});

describe('the sources of a text', () => {
  const processor = satteri({ mdastPlugins: [footnotesFromBronnen], hastPlugins: [shownLabel], features: { smartPunctuation: false, gfm: { footnotes: footnoteTexts } } });
  const render = async (body: string, ...bronnen: object[]) =>
    (await (await processor.createRenderer({ syntaxHighlight: false })).render(body, { frontmatter: { bronnen } })).code.trim();
  const krant = { id: 'krant', titel: 'De_brug [*dicht*] <weer>', uitgever: 'Krant & zoon', jaar: 2020, url: 'https://www.krant.example/a_(b)?c=1&d=2' };
  it('stand behind it in the words of the front matter, whatever Markdown would make of them', async () => {
    const html = await render('Een zin.[^krant] Nog een.[^krant]', krant);
    expect(html).toContain('<h2 id="footnote-label">Bronnen</h2>');
    expect(html).toContain('<em>De_brug [*dicht*] &lt;weer&gt;</em>. Krant &amp; zoon, 2020. <a href="https://www.krant.example/a_(b)?c=1&amp;d=2">krant.example</a>');
    expect(html).toContain('aria-label="Terug naar verwijzing 1"');
    expect(html).toContain('aria-label="Terug naar verwijzing 1, plek 2"');
  });
  it('get no second full stop behind a title that ends with a mark', async () => {
    expect(await render('Een zin.[^krant]', { ...krant, titel: 'Hoe nu?' })).toContain('<em>Hoe nu?</em> Krant');
    expect(await render('Een zin.[^krant]', { ...krant, titel: 'Hij zei: ‘Hoe nu?’' })).toContain('<em>Hij zei: ‘Hoe nu?’</em> Krant');
  });
  it('are left out where nothing names them, and a mark without a source stays as it is', async () => {
    expect(await render('Een zin.', krant)).toBe('<p>Een zin.</p>');
    expect(await render('Een zin.[^weg]')).toBe('<p>Een zin.[^weg]</p>');
  });
});

it('the paragraphs of a text come without headings and footnote marks', () => {
  expect(paragraphs('## Kop\n\nEen *zin*\nmet een bron.[^krant]\n\n- een punt\n')).toEqual(['Een zin met een bron.', 'een punt']);
});

it('a loader that stumbles hears what the check says of it before anyone else does', async () => {
  const said: string[] = [];
  const config = { integrations: [{ hooks: {} }, { hooks: { 'werkvonken:gecontroleerd': async () => void said.push('de controle') } }] };
  const context = { config } as unknown as LoaderContext;
  const load = (end: () => Promise<void>) => explained({ name: 'x', load: end }).load(context);
  await load(() => Promise.resolve());
  expect(said).toEqual([]);
  await expect(load(() => Promise.reject(new Error('kapot')))).rejects.toThrow('kapot');
  expect(said).toEqual(['de controle']);
});

it('the lists and the front matter read the same, fast, as to who knows of every place', async () => {
  const names = (await readdir(join(ROOT, 'content'))).filter((file) => file.endsWith('.yaml'));
  expect(names.length).toBeGreaterThan(8);
  for (const name of names) {
    const text = await readFile(join(ROOT, 'content', name), 'utf8');
    expect(readList(text), name).toEqual(parse(text));
  }
  for (const folder of ['algoritmes', 'casussen', 'paginas']) {
    for (const name of (await readdir(join(ROOT, 'content', folder))).filter((file) => file.endsWith('.mdx'))) {
      const { yaml } = cutFrontmatter(name, await readFile(join(ROOT, 'content', folder, name), 'utf8'), [])!;
      expect(parseYaml(name, yaml, 2, [])!.value, name).toEqual(parse(yaml));
    }
  }
  expect(readList('- a: 2026-11-26\n  b: ja\n  c: 08\n  d: "x"\n')).toEqual(parse('- a: 2026-11-26\n  b: ja\n  c: 08\n  d: "x"\n'));
});

describe('the texts of a folder', () => {
  interface Stored {
    id: string;
    digest: string;
    data: object;
    body: string;
    rendered: { html: string };
  }
  /** Loads the texts in `base` into `store`; `read` hears the id of each that is read, and `astro` reads what we cannot. */
  async function loadTexts(base: string, store: Map<string, Stored>, read: string[], astro: (file: { contents: string }) => object): Promise<void> {
    const context = {
      collection: 'paginas',
      config: { root: pathToFileURL(`${ROOT}/`), srcDir: pathToFileURL(join(ROOT, 'src/')), markdown: { processor: satteri({}) } },
      logger: console,
      store: {
        get: store.get.bind(store),
        keys: () => [...store.keys()],
        delete: store.delete.bind(store),
        set: (entry: Stored) => store.set(entry.id, entry),
        addModuleImport: () => {},
      },
      parseData: async ({ id, data }: { id: string; data: object }) => {
        read.push(id);
        return data;
      },
      generateDigest: (data: string) => createHash('sha256').update(data).digest('hex'),
      entryTypes: new Map([['.mdx', { getEntryInfo: astro }]]),
    };
    await texts(base).load(context as unknown as LoaderContext);
  }
  it('are read and drawn again when they have changed, and otherwise stay as they were', async () => {
    const store = new Map<string, Stored>();
    const loadPages = async () => {
      const read: string[] = [];
      await loadTexts('./content/paginas', store, read, () => expect.unreachable());
      return read.sort();
    };
    const all = await loadPages();
    expect(all).toContain('over');
    expect([...store.keys()].sort()).toEqual(all);
    for (const { id, data, body, rendered } of store.values()) {
      const { yaml, body: text } = cutFrontmatter(id, await readFile(join(ROOT, `content/paginas/${id}.mdx`), 'utf8'), [])!;
      expect({ data, body }, id).toEqual({ data: parse(yaml), body: text.trim() });
      expect(rendered.html, id).toContain('<p>');
    }
    const before = structuredClone([...store]);
    expect(await loadPages()).toEqual([]);
    expect([...store]).toEqual(before);
    Object.assign(store.get('over')!, { digest: 'van eerdere woorden', body: '' });
    expect(await loadPages()).toEqual(['over']);
    expect([...store].sort()).toEqual(before.sort());
  });
  it('are left to Astro, which says what is wrong, when they cannot be read', async () => {
    const wrong = { 'a.mdx': '---\ntitel: [\n---\n', 'b.mdx': 'Zonder velden.\n' };
    const left: string[] = [];
    const astro = ({ contents }: { contents: string }) => {
      left.push(contents);
      return { data: {}, body: '', slug: '', rawData: '' };
    };
    await loadTexts(await writeProject(wrong), new Map(), [], astro);
    expect(left.sort()).toEqual(Object.values(wrong));
  });
});

it('a list is read again when it or what reads it has changed, and whenever someone watches it', async () => {
  const root = pathToFileURL(`${await writeProject({ 'content/woorden.yaml': '- a' })}/`);
  await cp(join(ROOT, 'src'), new URL('src/', root), { recursive: true });
  for (const name of ['content/begrippen.yaml', 'astro.config.mjs', 'package.json']) await cp(join(ROOT, name), new URL(name, root));
  const meta = new Map<string, string>();
  let loads = 0;
  const loader = unlessKept('content/woorden.yaml', { name: 'lijst', load: async () => void (loads += 1) });
  const read = async (watcher?: object) => {
    const before = loads;
    await loader.load({ config: { root }, meta, watcher, generateDigest: (data: string) => createHash('sha256').update(data).digest('hex') } as unknown as LoaderContext);
    return loads > before;
  };
  expect([await read(), await read(), await read({})]).toEqual([true, false, true]);
  await writeFile(new URL('content/woorden.yaml', root), '- b');
  expect([await read(), await read()]).toEqual([true, false]);
  for (const reader of ['src/schema/begrip.ts', 'src/model/yaml.ts']) {
    await writeFile(new URL(reader, root), '// anders');
    expect([await read(), await read()], reader).toEqual([true, false]);
  }
});
