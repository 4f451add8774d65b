import { execFile } from 'node:child_process';
import { cp, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { checkContent } from '../../src/cli/content.ts';
import { cutFrontmatter } from '../../src/cli/frontmatter.ts';
import { scaffold } from '../../src/cli/nieuw.ts';
import { explained } from '../../src/cli/uitleg.ts';
import { TEKSTEN } from '../../src/schema/soorten.ts';
import { algoritmeFields, mdx, projectFiles, ROOT, writeProject } from '../support.ts';

const FOLDERS = Object.keys(TEKSTEN) as (keyof typeof TEKSTEN)[];
const TODAY = '2026-12-01';

/** A small sound project with our templates in it. */
async function withTemplates(files: Record<string, string> = {}): Promise<string> {
  const root = await writeProject({ ...projectFiles(), ...files });
  for (const folder of FOLDERS) await cp(join(ROOT, 'content', folder, '_sjabloon.mdx'), join(root, 'content', folder, '_sjabloon.mdx'));
  return root;
}

it.each(FOLDERS)('the template of %s explains every field as its schema does', async (folder) => {
  const template = await readFile(join(ROOT, 'content', folder, '_sjabloon.mdx'), 'utf8');
  const { yaml, body } = cutFrontmatter('_sjabloon.mdx', template, [])!;
  // After a change in a schema: vitest run -u --config tests/vitest.config.ts tests/unit/nieuw.test.ts
  await expect(`---\n${explained(folder, parseDocument(yaml))}---\n${body}`).toMatchFileSnapshot(join(ROOT, 'content', folder, '_sjabloon.mdx'));
});

describe('a new text', () => {
  it('gets the next code, its title as file name and the day, and passes the check', async () => {
    const root = await withTemplates({ 'content/algoritmes/ver.mdx': mdx(algoritmeFields({ code: 'A-09', titel: 'Ver' })) });
    expect(await scaffold(root, 'algoritme', 'Café: ‘één’ tafel', TODAY)).toEqual({ path: 'content/algoritmes/cafe-een-tafel.mdx', code: 'A-10' });
    const text = await readFile(join(root, 'content/algoritmes/cafe-een-tafel.mdx'), 'utf8');
    expect(text).toMatch(/^---\n# De vaste code.*\ncode: A-10\n# De titel.*\ntitel: "Café: ‘één’ tafel"\n/);
    expect(text).toContain(`bijgewerkt: ${TODAY}\n`);
    expect(await checkContent(root)).toEqual([]);
  });
  it('can be a case, which passes the check too', async () => {
    const root = await withTemplates();
    expect(await scaffold(root, 'casus', 'Het buurthuis', TODAY)).toEqual({ path: 'content/casussen/het-buurthuis.mdx', code: 'C-02' });
    expect(await checkContent(root)).toEqual([]);
  });
  it('can be a page, which has no code', async () => {
    const root = await withTemplates();
    expect(await scaffold(root, 'pagina', 'Meedoen', TODAY)).toEqual({ path: 'content/paginas/meedoen.mdx', code: undefined });
    expect(await checkContent(root)).toEqual([]);
  });
  it('gets code 01 where there is none, and steps over a code in a file that is broken', async () => {
    const first = await withTemplates({ 'content/casussen/verhaal.mdx': mdx({}) });
    expect((await scaffold(first, 'casus', 'Eerste', TODAY)).code).toBe('C-01');
    const broken = await withTemplates({ 'content/casussen/stuk.mdx': '---\ncode: C-07\ntitel: a: b\n---\n' });
    expect((await scaffold(broken, 'casus', 'Volgende', TODAY)).code).toBe('C-08');
  });
});

describe('a new text is refused', () => {
  const cases: [string, string, string, string][] = [
    ['of a kind that is not there', 'fiets', 'Een titel', '‘fiets’ is geen soort. Kies uit: algoritme, casus, pagina.'],
    ['of a kind that every object has', 'constructor', 'Een titel', '‘constructor’ is geen soort.'],
    ['without a kind', '', '', 'Er staat geen soort. Kies uit'],
    ['of a kind that is a row in a list', 'situatie', 'een avond', 'Kopieer een regel in content/situaties.yaml'],
    ['without a title', 'algoritme', '', 'Er staat geen titel.'],
    ['with a title that is too long', 'casus', 'x'.repeat(61), 'De titel past niet. Te lang: 61 tekens. Kort in tot hoogstens 60 tekens.'],
    ['with a title that makes no address', 'casus', '?!', 'Gebruik minstens één letter of cijfer.'],
    ['with a title that is there', 'algoritme', 'de Buren', 'content/algoritmes/kaart.mdx. Pas dat bestand aan, of kies een andere titel.'],
    ['with a title that gives an address that is there', 'algoritme', 'Kaart', 'content/algoritmes/kaart.mdx.'],
    [
      'with a title that gives an address of before',
      'algoritme',
      'Heel vroeger',
      'Het adres heel-vroeger is vroeger gebruikt, en leidt nu naar content/algoritmes/kaart.mdx. Kies een andere titel.',
    ],
  ];
  it.each(cases)('%s', async (_, kind, title, message) => {
    const root = await withTemplates({ 'content/algoritmes/kaart.mdx': mdx(algoritmeFields({ titel: 'De buren', oudeSlugs: ['heel-vroeger'] })) });
    await expect(scaffold(root, kind, title, TODAY)).rejects.toThrow(message);
  });
  it('where something stands that cannot be read, which is left as it is', async () => {
    const root = await withTemplates();
    await mkdir(join(root, 'content/casussen/bezet.mdx'));
    await expect(scaffold(root, 'casus', 'Bezet', TODAY)).rejects.toThrow(/EEXIST|EISDIR/);
  });
});

it('the command says what it refuses in one sentence and ends with 1', async () => {
  const run = promisify(execFile)('node', [join(ROOT, 'src/cli/new.ts'), 'fiets', 'x'], { cwd: await withTemplates() });
  await expect(run).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(/^‘fiets’ is geen soort\..*\n$/) as string });
});
