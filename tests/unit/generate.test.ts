import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadContent } from '../../src/cli/content.ts';
import { generate } from '../bench/generate.ts';

describe('a generated project of 300 entries', async () => {
  const folder = join(await mkdtemp(join(tmpdir(), 'werkvonken-groei-')), 'project');
  let content: Awaited<ReturnType<typeof loadContent>>;
  beforeAll(async () => {
    await generate(folder, 300);
    content = await loadContent(folder);
  });

  it('passes our own check', () => expect(content.problems).toEqual([]));

  it('has cards and cases in the proportion of the library, with codes beyond a hundred and titles of their own', () => {
    const { algoritmes, casussen } = content.library;
    expect([algoritmes.length, casussen.length]).toEqual([117, 183]);
    expect(algoritmes.map(({ data }) => data.code)).toContain('A-117');
    expect(new Set([...algoritmes, ...casussen].map(({ data }) => data.titel)).size).toBe(300);
  });

  it('is the same when made again', async () => {
    await generate(`${folder}-2`, 300);
    for (const name of await readdir(join(folder, 'content/casussen'))) {
      expect(await readFile(join(`${folder}-2`, 'content/casussen', name), 'utf8')).toBe(await readFile(join(folder, 'content/casussen', name), 'utf8'));
    }
  });
});
