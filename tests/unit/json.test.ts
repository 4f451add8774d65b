import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { cutFrontmatter } from '../../src/cli/frontmatter.ts';
import { toJsonSchema } from '../../src/schema/json.ts';
import { SOORTEN, type Soort, TEKSTEN } from '../../src/schema/soorten.ts';
import { ROOT } from '../support.ts';

const KINDS = Object.keys(SOORTEN) as Soort[];
// The check looks at the forms of dates and addresses itself; here they only count as text.
const ajv = new Ajv2020({ validateFormats: false, allErrors: true });

/** All entries of a kind as their editors wrote them. */
async function written(kind: Soort): Promise<unknown[]> {
  const content = join(ROOT, 'content');
  if (!(kind in TEKSTEN)) return parse(await readFile(join(content, `${kind}.yaml`), 'utf8')) as unknown[];
  const names = (await readdir(join(content, kind))).filter((name) => name.endsWith('.mdx'));
  return Promise.all(names.map(async (name) => parse(cutFrontmatter(name, await readFile(join(content, kind, name), 'utf8'), [])!.yaml) as unknown));
}

describe.each(KINDS)('the JSON Schema of %s', (kind) => {
  const validate = ajv.compile(toJsonSchema(kind));
  it('accepts every entry that we have, templates included', async () => {
    const entries = await written(kind);
    expect(entries.length).toBeGreaterThan(0);
    for (const entry of entries) expect(validate(entry), JSON.stringify([entry, validate.errors])).toBe(true);
  });
  it('refuses a field too many, a field too few and a value of another kind', async () => {
    const [entry] = (await written(kind)) as Record<string, unknown>[];
    const [first] = toJsonSchema(kind).required!;
    expect(validate({ ...entry, extra: 1 })).toBe(false);
    expect(validate({ ...entry, [first!]: undefined })).toBe(false);
    expect(validate({ ...entry, [first!]: ['x'] })).toBe(false);
  });
});

interface Node {
  /** The names of the checks of the value at this path. */
  checks: string[];
  json: z.core.JSONSchema.BaseSchema;
}

/** What stands at every path of a schema. Zod hands out a value once for each step of its making; together they are what it says. */
function nodes(kind: Soort): [path: string, Node][] {
  const found = new Map<string, Node>();
  z.toJSONSchema(SOORTEN[kind], {
    io: 'input',
    override: ({ zodSchema, jsonSchema, path }) => {
      const { checks = [] } = zodSchema._zod.def as { checks?: z.core.$ZodCheck[] };
      const before = found.get(path.join('.'));
      found.set(path.join('.'), { checks: [...(before?.checks ?? []), ...checks.map((check) => check._zod.def.check)], json: { ...before?.json, ...jsonSchema } });
    },
  });
  return [...found];
}

it('a rule that JSON Schema cannot hold is named beside the field', () => {
  const ruled = KINDS.flatMap(nodes).filter(([, { checks }]) => checks.includes('custom'));
  expect(ruled.length).toBeGreaterThan(20);
  expect(ruled.filter(([, { json }]) => !json.$comment && !json.uniqueItems).map(([path]) => path)).toEqual([]);
});

it.each(KINDS)('every field of %s is explained in Dutch', (kind) => {
  const silent = nodes(kind).filter(([path, { json }]) => /(^|\.)properties\.\w+$/.test(path) && !json.description);
  expect(silent.map(([path]) => path)).toEqual([]);
});
