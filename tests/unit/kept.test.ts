import { execFile } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, it } from 'vitest';
import { writtenEnvironment } from '../../src/build/bundling.ts';
import { openKept, remember } from '../../src/kept.ts';
import { ROOT, writeProject } from '../support.ts';

const MAKERS = ['src/maker.ts'];
let root: URL;
let made: string[];
beforeEach(async () => {
  root = pathToFileURL(`${await writeProject({ 'src/maker.ts': '1', 'package.json': '{}', '.build/x': '' })}/`);
  made = [];
});

describe('a file that is kept', () => {
  const build = async (...texts: string[]) => {
    const kept = await openKept(root, 'papier', MAKERS);
    const make = (text: string) => kept.file(text, '.pdf', async () => (made.push(text), Buffer.from(`van ${text}`)));
    const files = await Promise.all(texts.map(make));
    await kept.tidy();
    return Promise.all(files.map((file) => readFile(file, 'utf8')));
  };
  it('is made once, and read after that', async () => {
    expect(await build('a', 'b')).toEqual(['van a', 'van b']);
    expect(await build('a', 'b')).toEqual(['van a', 'van b']);
    expect(made).toEqual(['a', 'b']);
  });
  it('goes when it was not asked for', async () => {
    await build('a', 'b');
    await build('b');
    expect(await readdir(new URL('.build/papier/', root))).toHaveLength(1);
  });
  it.each(['src/maker.ts', 'package.json'])('is made anew when %s is another', async (maker) => {
    await build('a');
    await writeFile(new URL(maker, root), '2');
    await build('a');
    expect(made).toEqual(['a', 'a']);
  });
  it('is not there when making it goes wrong', async () => {
    const kept = await openKept(root, 'papier', MAKERS);
    await expect(kept.file('a', '.pdf', () => Promise.reject(new Error('past niet')))).rejects.toThrow('past niet');
    expect(await readdir(new URL('.build/papier/', root))).toEqual([]);
  });
});

describe('what is remembered of a text', () => {
  const build = async (...texts: string[]) => {
    const { recall, save } = await remember(root, 'woorden', MAKERS, (text) => (made.push(text), text === 'goed'));
    const answers = texts.map(recall);
    await save();
    return answers;
  };
  it('is worked out once, also when the answer is no', async () => {
    expect(await build('goed', 'fout', 'fout')).toEqual([true, false, false]);
    expect(await build('fout', 'goed')).toEqual([false, true]);
    expect(made).toEqual(['goed', 'fout']);
  });
  it('goes when nobody asked for it', async () => {
    await build('goed', 'fout');
    await build('fout');
    await build('goed');
    expect(made).toEqual(['goed', 'fout', 'goed']);
  });
  it('is worked out anew when its maker is another, or when what was written makes no sense', async () => {
    await build('goed');
    await writeFile(new URL('src/maker.ts', root), '2');
    await build('goed');
    await writeFile(new URL('.build/woorden.json', root), '{"by":');
    expect(await build('goed')).toEqual([true]);
    expect(made).toEqual(['goed', 'goed', 'goed']);
  });
});

describe('where a module of a package is found', () => {
  const say = (word: string) => `export const word = '${word}';`;
  const described = (file: string) => JSON.stringify({ type: 'module', exports: `./${file}` });
  const put = (path: string, text: string) => writeFile(new URL(`node_modules/${path}`, root), text);
  /** What the project says when it starts: what it imports of one package, which has it of another. */
  const said = async () => {
    await writeFile(
      new URL('start.mjs', root),
      `import { keepModules } from ${JSON.stringify(pathToFileURL(join(ROOT, 'src/build/modules.ts')).href)};
       keepModules(new URL('./', import.meta.url));
       console.log((await import('a')).word);`,
    );
    return (await promisify(execFile)(process.execPath, [fileURLToPath(new URL('start.mjs', root))])).stdout.trim();
  };
  beforeEach(async () => {
    const files = {
      '.package-lock.json': '1',
      'a/package.json': described('a.js'),
      'a/a.js': "export { word } from 'b'; await import(new URL('../../eigen.mjs?t=1', import.meta.url));",
      'b/package.json': described('een.js'),
      'b/een.js': say('een'),
    };
    root = pathToFileURL(`${await writeProject(Object.fromEntries(Object.entries(files).map(([path, text]) => [`node_modules/${path}`, text])))}/`);
    await writeFile(new URL('eigen.mjs', root), '');
    expect(await said()).toBe('een');
    await put('b/twee.js', say('twee'));
    await put('b/package.json', described('twee.js'));
  });
  it('is kept as long as the same is installed', async () => {
    expect(await said()).toBe('een');
    await put('.package-lock.json', '2');
    expect(await said()).toBe('twee');
  });
  it('is kept of packages alone', async () => {
    const { found } = JSON.parse(await readFile(new URL('.build/modules.json', root), 'utf8')) as { found: [string, string][] };
    expect(found.map(([asked, url]) => [asked.split(' ')[0], basename(url)])).toEqual([['b', 'een.js']]);
  });
  it('is looked for again when it is gone, or when what was kept cannot be read', async () => {
    await rm(new URL('node_modules/b/een.js', root));
    expect(await said()).toBe('twee');
    await writeFile(new URL('.build/modules.json', root), '{"by":');
    expect(await said()).toBe('twee');
  });
});

it('what a build is stands in the modules that ask for it, and what else they ask stays', () => {
  const { transform } = writtenEnvironment({ site: 'https://wijk.example', base: '/' }) as unknown as {
    transform: { filter: { code: RegExp }; handler: (code: string) => { code: string } };
  };
  const asked = 'if (import.meta.env.DEV || !import.meta.env?.PROD) await x(import.meta.env.SITE + import.meta.env.BASE_URL, import.meta.env.ANDERS, import.meta.env.SITES);';
  expect(transform.handler(asked).code).toBe('if (false || !true) await x("https://wijk.example" + "/", import.meta.env.ANDERS, import.meta.env.SITES);');
  expect(['import.meta.env.SSR', 'import.meta.env', 'env.DEV'].map((code) => code.search(transform.filter.code) >= 0)).toEqual([true, false, false]);
});
