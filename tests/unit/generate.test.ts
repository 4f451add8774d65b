import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadContent } from '../../src/cli/content.ts';
import { generate } from '../bench/generate.ts';
import { writtenCodes } from '../support.ts';

describe('a generated project of 300 entries', async () => {
  const folder = join(await mkdtemp(join(tmpdir(), 'werkvonken-groei-')), 'project');
  let content: Awaited<ReturnType<typeof loadContent>>;
  beforeAll(async () => {
    await generate(folder, 300);
    content = await loadContent(folder);
  });

  it('passes our own check', () => expect(content.problems).toEqual([]));

  it('has cards and cases in the proportion of the library, with codes beyond a hundred and titles of their own', async () => {
    const { algoritmes, casussen } = content.library;
    const own = await writtenCodes();
    const cards = Math.round((300 * own.filter((code) => code.startsWith('A')).length) / own.length);
    expect([algoritmes.length, casussen.length]).toEqual([cards, 300 - cards]);
    expect(algoritmes.map(({ data }) => data.code)).toContain(`A-${cards}`);
    expect(new Set([...algoritmes, ...casussen].map(({ data }) => data.titel)).size).toBe(300);
  });

  it('is the same when made again', async () => {
    await generate(`${folder}-2`, 300);
    for (const name of await readdir(join(folder, 'content/casussen'))) {
      expect(await readFile(join(`${folder}-2`, 'content/casussen', name), 'utf8')).toBe(await readFile(join(folder, 'content/casussen', name), 'utf8'));
    }
  });
});
