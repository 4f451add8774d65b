import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../support.ts';

/** Which rooms of src a room may import from: one direction, so that a change travels one way. */
const MAY_IMPORT: Record<string, string[]> = {
  schema: [],
  kept: [],
  model: ['schema'],
  search: ['schema', 'model'],
  build: ['schema', 'model', 'search', 'paper', 'site', 'kept'],
  paper: ['schema', 'model', 'site'],
  report: ['schema', 'model', 'kept'],
  cli: ['schema', 'model', 'report', 'release'],
  release: ['site', 'licences'],
  licences: [],
  scripts: [
    'search/query',
    'search/elders',
    'search/open',
    'search/steps',
    'search/facets',
    'search/plan',
    'search/dutch',
    'search/leefwoorden',
    'strings',
    'model/paths',
    'model/text',
    'model/code',
    'model/ingangen',
    'model/vindplaatsen',
    'model/keuze',
    'model/keuzes',
    'model/bijeenkomst',
    'model/agenda',
    'model/trekking',
    'model/pak',
  ],
  queries: ['schema', 'model', 'kept'],
  open: ['schema', 'model', 'strings', 'site'],
  strings: [],
  site: [],
  components: ['schema', 'model', 'strings', 'site', 'search', 'scripts', 'open', 'components'],
  layouts: ['components', 'styles', 'strings', 'site', 'model', 'schema', 'open'],
  pages: ['components', 'layouts', 'styles', 'model', 'queries', 'schema', 'strings', 'site', 'search', 'scripts', 'report', 'licences', 'open', 'kept'],
  'content.config': ['schema', 'model/yaml', 'build/texts'],
};

const room = (path: string) => (path.includes('/') ? path.split('/')[0]! : path.replace(/\.\w+$/, ''));

async function imports(): Promise<{ from: string; to: string }[]> {
  const src = join(ROOT, 'src');
  const names = (await readdir(src, { recursive: true })).filter((name) => /\.(ts|astro)$/.test(name));
  const found = await Promise.all(
    names.map(async (from) => {
      const text = await readFile(join(src, from), 'utf8');
      return [...text.matchAll(/(?:from|import)\s*\(?['"](\.[^'"]+)['"]/g)].map((match) => ({ from, to: relative(src, resolve(src, dirname(from), match[1]!)) }));
    }),
  );
  return found.flat();
}

it('imports run one way through the rooms', async () => {
  const all = await imports();
  expect(all.length).toBeGreaterThan(50);
  const wrong = all.filter(({ from, to }) => {
    const allowed = MAY_IMPORT[room(from)];
    return room(from) !== room(to) && !allowed?.some((name) => to === name || to.startsWith(`${name}/`) || to.startsWith(`${name}.`));
  });
  expect(wrong).toEqual([]);
});

it('schemas import zod and each other, nothing else', async () => {
  const folder = join(ROOT, 'src/schema');
  for (const name of await readdir(folder)) {
    const text = await readFile(join(folder, name), 'utf8');
    const sources = [...text.matchAll(/from ['"]([^'"]+)['"]/g)].map((match) => match[1]!);
    expect(sources.filter((source) => source !== 'zod' && !source.startsWith('./'))).toEqual([]);
  }
});
