import { readdir, readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { openKept, remember } from '../../src/kept.ts';
import { writeProject } from '../support.ts';

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
