/** Reads and judges the JSON-LD of a page. */
import Validator from '@adobe/structured-data-validator';
import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from '../support.ts';

export type Block = Record<string, unknown> & { '@type': string };

/** The blocks of JSON-LD on a page, in order. */
export const jsonLd = (html: string): Block[] => [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)].map((match) => JSON.parse(match[1]!) as Block);

/** What Adobe's validator, which follows the rules of Google, has to say about breadcrumbs. */
export async function breadcrumbProblems(blocks: readonly Block[]): Promise<string[]> {
  const crumbs = blocks.filter((block) => block['@type'] === 'BreadcrumbList').map((block) => ({ ...block, '@location': '0,0' }));
  if (crumbs.length === 0) return ['Er is geen BreadcrumbList.'];
  const found = await new Validator().validate({ jsonld: { BreadcrumbList: crumbs }, microdata: {}, rdfa: {}, errors: [] });
  return found.map(({ issueMessage }) => issueMessage);
}

/** A value without its words: to the types, texts are alike, and so are the items of a list that hold the same fields. */
function shape(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return [...new Map(value.map((item) => shape(item)).map((item) => [JSON.stringify(item), item])).values()];
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, shape(item, name)]));
  return typeof value === 'string' && !key.startsWith('@') ? 'tekst' : value;
}

const shapes = (blocks: readonly Block[]) => shape(blocks) as Block[];

/**
 * What is wrong with `blocks` by the types of schema-dts, which are made from the vocabulary of schema.org: an unknown type, a property that its
 * type does not have, a value of a kind that it may not have. Each is written out as a literal, so that TypeScript also refuses what is too much.
 */
export function schemaProblems(blocks: readonly Block[]): string[] {
  const name = join(ROOT, 'tests/site/blocks.ts');
  const types = [...new Set(blocks.map((block) => block['@type']))].join(', ');
  const source = [
    `import type { ${types}, WithContext } from 'schema-dts';`,
    ...shapes(blocks).map((block, index) => `export const b${index}: WithContext<${block['@type']}> = ${JSON.stringify(block)};`),
  ].join('\n');
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (path) => path === name || fileExists(path);
  host.getSourceFile = (path, ...rest) => (path === name ? ts.createSourceFile(path, source, ts.ScriptTarget.ESNext) : getSourceFile(path, ...rest));
  return ts.getPreEmitDiagnostics(ts.createProgram([name], options, host)).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ').slice(0, 400));
}
