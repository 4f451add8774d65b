/** Keeps the editors' guide true: every field is in it, what it calls right is right, and what it calls wrong is wrong. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { cutFrontmatter } from '../../src/cli/frontmatter.ts';
import { toJsonSchema } from '../../src/schema/json.ts';
import { SOORTEN, type Soort, TEKSTEN } from '../../src/schema/soorten.ts';
import { ROOT } from '../support.ts';

const KINDS = Object.keys(SOORTEN) as Soort[];
const GUIDE = await readFile(join(ROOT, 'content/LEESMIJ.md'), 'utf8');
const SHARED = 'Velden van kaart en casus';

/** A row of a table: YAML that is right (or nothing), and YAML that is wrong. */
interface Row {
  right: string;
  wrong: string;
}

const code = (cell: string) => /^`(.*)`$/.exec(cell.trim())?.[1] ?? '';
const rowsOf = (section: string): Row[] =>
  [...section.matchAll(/^\|(.*)\|(.*)\|.*\|$/gm)].map(([, right, wrong]) => ({ right: code(right!), wrong: code(wrong!) })).filter(({ wrong }) => wrong);

/** The sections about `kind`: its own, and for a card or a case the one they share. */
function sectionsOf(kind: Soort): string {
  const own = GUIDE.split(/^### /m).filter((section) => new RegExp(String.raw`^.*\((?:[\w-]+, )*${kind}(?:, [\w-]+)*\)`).test(section));
  const shared = GUIDE.split(/^### /m).filter((section) => section.startsWith(SHARED));
  return [...own, ...(kind === 'algoritmes' || kind === 'casussen' ? shared : [])].map((section) => section.split(/^## /m)[0]!).join('\n');
}

/** An entry that is right: the template of a kind of text, or the first row of a list. */
async function soundEntry(kind: Soort): Promise<Record<string, unknown>> {
  if (!(kind in TEKSTEN)) return (parseDocument(await readFile(join(ROOT, `content/${kind}.yaml`), 'utf8')).toJS() as Record<string, unknown>[])[0]!;
  const text = await readFile(join(ROOT, `content/${kind}/_sjabloon.mdx`), 'utf8');
  return parseDocument(cutFrontmatter('', text, [])!.yaml).toJS() as Record<string, unknown>;
}

/** Whether `kind` takes `yaml` in an entry that is right otherwise; when not, whether the field itself is what is wrong. */
function verdict(kind: Soort, entry: Record<string, unknown>, yaml: string): 'right' | 'wrong' | 'wrong elsewhere' {
  const document = parseDocument(yaml);
  if (document.errors.length > 0) return 'wrong';
  const fields = document.toJS() as Record<string, unknown>;
  const { success, error } = SOORTEN[kind].safeParse({ ...entry, ...fields });
  if (success) return 'right';
  return error.issues.every(({ path }) => String(path[0]) in fields) ? 'wrong' : 'wrong elsewhere';
}

/** The names of all fields in a JSON Schema, at any depth. */
function fieldNames(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = 'properties' in part ? Object.keys(part.properties as object) : [];
  return [...own, ...Object.values(part).flatMap(fieldNames)];
}

describe.each(KINDS)('the guide on %s', (kind) => {
  const section = sectionsOf(kind);
  it('names every field', () => {
    expect(section).not.toBe('');
    const missing = [...new Set(fieldNames(toJsonSchema(kind)))].filter((name) => !new RegExp(String.raw`\b${name}:`).test(section));
    expect(missing).toEqual([]);
  });
  it('has a right and a wrong example for every field of an entry', () => {
    const rows = rowsOf(section);
    for (const name of Object.keys(toJsonSchema(kind).properties!)) {
      const row = rows.find(({ wrong }) => wrong.startsWith(`${name}:`));
      // The ids of closed lists are each used once, so a right one is already taken.
      expect(row && (row.right.startsWith(`${name}:`) || name === 'id'), name).toBe(true);
    }
  });
  it('calls right what is right, and wrong what is wrong in that very field', async () => {
    const entry = await soundEntry(kind);
    for (const { right, wrong } of rowsOf(section)) {
      if (right) expect([right, verdict(kind, entry, right)]).toEqual([right, 'right']);
      expect([wrong, verdict(kind, entry, wrong)]).toEqual([wrong, 'wrong']);
    }
  });
});

it('every command of the guide is one of ours', async () => {
  const { scripts } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
  const named = [...GUIDE.matchAll(/npm run (\w+)/g)].map((match) => match[1]!);
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});
