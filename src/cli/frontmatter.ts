import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { ZodType } from 'zod';
import { readYaml } from '../model/yaml.ts';
import { type Problem, splitRemedy } from './problems.ts';

type Path = readonly PropertyKey[];

/** Parsed YAML that knows where each value stands in its file. */
export interface Yaml {
  value: unknown;
  /** Line and column (from 1) of the value at `path`, or of its nearest ancestor that is written down. */
  locate: (path: Path) => { line: number; column: number };
}

/** yaml's own error codes in Dutch; another one falls back on a general sentence. */
const YAML_ERRORS: Record<string, string> = {
  BAD_INDENT: 'De inspringing klopt niet. Zet velden van hetzelfde blok recht onder elkaar.',
  BAD_SCALAR_START: 'Deze waarde begint met een teken dat YAML zelf gebruikt. Zet de tekst tussen dubbele aanhalingstekens.',
  BLOCK_AS_IMPLICIT_KEY: 'Er staat een dubbele punt midden in de tekst. Zet de hele tekst tussen dubbele aanhalingstekens.',
  DUPLICATE_KEY: 'Dit veld staat er twee keer. Haal er een weg.',
  MISSING_CHAR: 'Er ontbreekt een teken, zoals een haakje, komma of aanhalingsteken. Kijk deze regel na.',
  MULTILINE_IMPLICIT_KEY: 'Er ontbreekt een dubbele punt achter een veldnaam. Kijk deze regel en de regel erboven na.',
  TAG_RESOLVE_FAILED: 'Een uitroepteken aan het begin betekent hier iets anders. Zet de tekst tussen dubbele aanhalingstekens.',
  TAB_AS_INDENT: 'Er staat een tab. Spring in met spaties.',
};
/** An alias repeats what stands elsewhere, and aliases of aliases fill a machine; whoever starts a text with * means something else. */
const ALIAS = 'Een sterretje aan het begin betekent hier iets anders. Zet de tekst tussen dubbele aanhalingstekens.';
const UNKNOWN = 'Dit stuk YAML is niet te lezen. Vergelijk met het sjabloon; vaak helpt het om de tekst tussen dubbele aanhalingstekens te zetten.';

/** The offset of the deepest part of `path` that exists: an unknown key points at the key, the rest at the value. */
function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const key of path) {
    if (!isNode(node) || !('get' in node)) break;
    const pair = isMap(node) ? node.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined;
    const child: unknown = pair ? (pair.value ?? pair.key) : (node as { get: (key: unknown, keep: true) => unknown }).get(key, true);
    if (!isNode(child)) break;
    node = child;
    offset = (isNode(pair?.key) && !isScalar(child) ? pair.key.range?.[0] : child.range?.[0]) ?? offset;
  }
  return offset;
}

/** Everything in the YAML that cannot be read, or not safely. */
function unreadable(document: Document.Parsed): { offset: number; sentence: string }[] {
  const found: { offset: number; sentence: string }[] = [];
  visit(document, { Alias: (_, { range }) => void found.push({ offset: range![0], sentence: ALIAS }) });
  return [...found, ...[...document.errors, ...document.warnings].map(({ code, pos }) => ({ offset: pos[0], sentence: YAML_ERRORS[code] ?? UNKNOWN }))];
}

/** What an alias repeats. */
const ANCHOR = /(?:^|[\s[{,:-])&[^\s&]/;

/** YAML as the site reads it; nothing when it stumbles, or when an alias may stand in it. */
function readQuickly(text: string): unknown {
  if (ANCHOR.test(text)) return undefined;
  try {
    return readYaml(text);
  } catch {
    return undefined;
  }
}

/** Parses YAML with the place of everything in it, which takes three times as long. */
function parsePlaced(text: string, firstLine: number) {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const position = (offset: number) => {
    const { line, col } = counter.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  return { document, position, locate: (path: Path) => position(offsetOf(document, path)) };
}

/** Parses YAML that starts on line `firstLine` of `file`; everything unreadable is added to `problems`. Undefined when there are any. */
export function parseYaml(file: string, text: string, firstLine: number, problems: Problem[]): Yaml | undefined {
  const value = readQuickly(text);
  if (value !== undefined) {
    // Only asked for when something is wrong.
    let placed: ReturnType<typeof parsePlaced> | undefined;
    return { value, locate: (path) => (placed ??= parsePlaced(text, firstLine)).locate(path) };
  }
  const { document, position, locate } = parsePlaced(text, firstLine);
  const wrong = unreadable(document).map(({ offset, sentence }) => ({ ...position(offset), sentence }));
  // What follows an asterisk makes no sense either: one sentence a line is enough.
  const first = wrong.filter(({ line }, index) => wrong.findIndex((other) => other.line === line) === index);
  for (const { sentence, ...place } of first) problems.push({ file, ...place, ...splitRemedy(sentence) });
  if (wrong.length > 0) return undefined;
  return { value: document.toJS(), locate };
}

/** Checks `value` at `base` against `schema`; every issue is added to `problems`. Undefined when there are any. */
export function parseWith<T>(schema: ZodType<T>, file: string, yaml: Yaml, value: unknown, base: Path, problems: Problem[]): T | undefined {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [undefined];
    for (const key of keys) {
      const path = [...base, ...issue.path, ...(key === undefined ? [] : [key])];
      const field = issue.path.join('.');
      const { message, remedy } = splitRemedy(issue.message);
      problems.push({ file, ...yaml.locate(path), message: field ? `${field}: ${message}` : message, remedy });
    }
  }
  return undefined;
}

/** Cuts an MDX file into the YAML between the dashes and the text after it, with the line on which each starts. */
export function cutFrontmatter(file: string, text: string, problems: Problem[]): { yaml: string; body: string; bodyLine: number } | undefined {
  const match = /^---\n([\s\S]*?)^---[ \t]*(?:\n|$)/m.exec(text);
  if (!match || match.index !== 0) {
    problems.push({ file, line: 1, column: 1, message: 'Er staat geen blok met velden bovenaan.', remedy: 'Begin het bestand met ---, dan de velden, dan weer ---.' });
    return undefined;
  }
  return { yaml: match[1]!, body: text.slice(match[0].length), bodyLine: match[0].split('\n').length };
}
