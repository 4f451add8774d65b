/** The whole content check: every problem of every file in one run. */
import { basename } from 'node:path';
import type { ZodType } from 'zod';
import type { Library } from '../model/library.ts';
import { ANCHORS, knownPaths, paths } from '../model/paths.ts';
import { findProblems, type RelationProblem, type Unfinished } from '../model/relations.ts';
import type { CasusData } from '../schema/casus.ts';
import { CIJFERS } from '../schema/code.ts';
import { SOORTEN } from '../schema/soorten.ts';
import { type Body, readBody, schemeOf } from './body.ts';
import { checkClaims } from './claims.ts';
import { imageExists, type LIST_FILES, readContent, type SourceFile, type TEXT_FOLDERS } from './files.ts';
import { cutFrontmatter, parseWith, parseYaml, type Yaml } from './frontmatter.ts';
import { type Problem, splitRemedy } from './problems.ts';

type Folder = (typeof TEXT_FOLDERS)[number];
type ListName = (typeof LIST_FILES)[number];

/** A text file as far as it could be read: `data` is undefined when a field is wrong. */
interface Text {
  file: string;
  folder: Folder;
  slug: string;
  isTemplate: boolean;
  yaml: Yaml | undefined;
  data: unknown;
  body: Body;
  /** The file as written, and the longer text in it. */
  source: string;
  markdown: string;
}

interface List {
  file: string;
  yaml: Yaml | undefined;
  /** The rows that are right, each with its place in the file. */
  rows: { row: number; data: unknown }[];
}

const CODE_LINE = new RegExp(String.raw`^code:\s*["']?([AC]-${CIJFERS})\b`, 'm');

/** The code is looked up in the text itself, since the fields around it may be unreadable. */
function toUnfinished({ folder, slug, source }: Text): Unfinished[] {
  const code = CODE_LINE.exec(source)?.[1];
  return code && folder !== 'paginas' ? [{ collection: folder, slug, code }] : [];
}

const EMPTY: Body = { anchors: new Set(), links: [], footnotes: [], paragraphs: [], alineas: [] };

function readText(root: string, { path, text }: SourceFile, problems: Problem[]): Text {
  const folder = path.split('/')[1] as Folder;
  const slug = basename(path, '.mdx');
  const base = { file: path, folder, slug, isTemplate: slug.startsWith('_'), yaml: undefined, data: undefined, body: EMPTY, source: text, markdown: '' };
  const parts = cutFrontmatter(path, text, problems);
  if (!parts) return base;
  const body = readBody(path, parts.body, parts.bodyLine, (url) => imageExists(root, url), problems);
  const yaml = parseYaml(path, parts.yaml, 2, problems);
  const data = yaml && parseWith(SOORTEN[folder] as ZodType<unknown>, path, yaml, yaml.value, [], problems);
  return { ...base, yaml, data, body, markdown: parts.body };
}

function readList({ path, text }: SourceFile, problems: Problem[]): List {
  const name = basename(path, '.yaml') as ListName;
  const yaml = parseYaml(path, text, 1, problems);
  if (!yaml) return { file: path, yaml, rows: [] };
  if (!Array.isArray(yaml.value)) {
    problems.push({ file: path, line: 1, column: 1, message: 'Dit bestand is geen lijst.', remedy: 'Begin elk onderdeel met een streepje.' });
    return { file: path, yaml, rows: [] };
  }
  const rows = yaml.value.flatMap((value, row) => {
    const data = parseWith(SOORTEN[name] as ZodType<unknown>, path, yaml, value, [row], problems);
    return data === undefined ? [] : [{ row, data }];
  });
  return { file: path, yaml, rows };
}

/** Footnotes and sources belong together one to one: no mark without a source, no source without a mark. */
function checkFootnotes({ file, folder, yaml, body }: Text, problems: Problem[]): void {
  const raw = (yaml?.value as Partial<CasusData> | null | undefined)?.bronnen;
  const bronnen = Array.isArray(raw) ? raw : [];
  const ids = new Set(bronnen.map((bron) => bron?.id));
  for (const { id, line, column } of body.footnotes) {
    if (!ids.has(id)) problems.push({ file, line, column, message: `De voetnoot [^${id}] heeft geen bron.`, remedy: 'Zet de bron met dit id in bronnen, of verbeter het id.' });
  }
  if (folder !== 'casussen' || !yaml) return;
  const used = new Set(body.footnotes.map(({ id }) => id));
  bronnen.forEach((bron, index) => {
    if (bron?.id && !used.has(bron.id)) {
      problems.push({
        file,
        ...yaml.locate(['bronnen', index, 'id']),
        message: `De bron ${bron.id} wordt nergens gebruikt.`,
        remedy: `Zet [^${bron.id}] achter het feit, of haal de bron weg.`,
      });
    }
  });
}

function checkLinks(text: Text, known: ReadonlySet<string>, anchors: ReadonlyMap<string, ReadonlySet<string>>, problems: Problem[]): void {
  for (const { url, line, column } of text.body.links) {
    if (schemeOf(url)) continue;
    const report = (message: string, remedy: string) => problems.push({ file: text.file, line, column, message, remedy });
    const [path = '', fragment] = url.split('#');
    const target = path.split('?')[0]!;
    const here = textPath(text);
    if (target !== '' && !target.startsWith('/')) report(`De link ${url} begint niet met een schuine streep.`, 'Schrijf het hele pad, zoals /algoritmes/wie-is-ervan.html.');
    else if (target !== '' && !known.has(target)) report(`De link ${url} gaat nergens heen.`, 'Verbeter het pad; elke pagina eindigt op .html.');
    else if (fragment && !(anchors.get(target || here)?.has(fragment) ?? true)) report(`Op die pagina is geen plek #${fragment}.`, 'Verbeter het deel achter # of haal het weg.');
  }
}

const textPath = ({ folder, slug }: Pick<Text, 'folder' | 'slug'>) =>
  folder === 'algoritmes' ? paths.algoritme(slug) : folder === 'casussen' ? paths.casus(slug) : `/${slug}.html`;

function toLibrary(texts: Text[], lists: Map<ListName, List>): Library {
  const entries = (folder: Folder) =>
    texts.filter((text) => text.folder === folder && !text.isTemplate && text.data !== undefined).map(({ slug, data, markdown }) => ({ slug, data, body: markdown }));
  const rows = (name: ListName) => lists.get(name)?.rows.map(({ data }) => data) ?? [];
  return {
    algoritmes: entries('algoritmes'),
    casussen: entries('casussen'),
    paginas: entries('paginas'),
    delen: rows('delen'),
    themas: rows('themas'),
    leeffuncties: rows('leeffuncties'),
    macroOpgaven: rows('macro-opgaven'),
    situaties: rows('situaties'),
    begrippen: rows('begrippen'),
    woorden: rows('woorden'),
    synoniemen: rows('synoniemen'),
    edities: rows('edities'),
  } as Library;
}

const fileName = (collection: keyof Library) => (collection === 'macroOpgaven' ? 'macro-opgaven' : collection) as ListName | Folder;

/** Turns a breach of a cross-file rule into a problem at a line of a file. */
function placed({ collection, item, path, message }: RelationProblem, texts: Text[], lists: Map<ListName, List>): Problem {
  const name = fileName(collection);
  if (typeof item === 'string') {
    const text = texts.find(({ folder, slug }) => folder === name && slug === item)!;
    return { file: text.file, ...text.yaml!.locate(path), ...splitRemedy(message) };
  }
  const list = lists.get(name as ListName)!;
  const place = item === null ? { line: 1, column: 1 } : list.yaml!.locate([list.rows[item]!.row, ...path]);
  return { file: list.file, ...place, ...splitRemedy(message) };
}

/** Rows that are wrong in one field still exist: links to them and lists of ids must not fail a second time. */
function hasBroken(list: List | undefined): boolean {
  return !list?.yaml || (Array.isArray(list.yaml.value) && list.rows.length < list.yaml.value.length);
}

/**
 * Reads the content under `root` (the project's folder): the entries that are right, and every problem of the rest.
 * `isReadable` says whether every file is right by itself; what is wrong then lies between files. `alineas` gives the paragraphs of a longer text.
 */
export async function loadContent(root: string): Promise<{ library: Library; problems: Problem[]; isReadable: boolean; alineas: (text: string) => string[] }> {
  const problems: Problem[] = [];
  const files = readContent(root, problems);
  const texts = files.filter(({ path }) => path.endsWith('.mdx')).map((file) => readText(root, file, problems));
  const lists = new Map(files.filter(({ path }) => path.endsWith('.yaml')).map((file) => [basename(file.path, '.yaml') as ListName, readList(file, problems)]));

  const isReadable = problems.length === 0;
  const library = toLibrary(texts, lists);
  const unfinished = texts.filter(({ data, isTemplate }) => data === undefined && !isTemplate).flatMap(toUnfinished);
  const relations = findProblems(library, unfinished).filter(({ collection, item }) => item !== null || !hasBroken(lists.get(fileName(collection) as ListName)));
  problems.push(...relations.map((problem) => placed(problem, texts, lists)));

  const known = new Set([...knownPaths(library), ...texts.map(textPath), ...[...lists.values()].flatMap(listPaths)]);
  const anchors = new Map<string, Set<string>>(
    texts.map((text) => [textPath(text), new Set([...text.body.anchors, ...(ANCHORS[text.folder as keyof typeof ANCHORS] ?? ['inhoud'])])]),
  );
  for (const text of texts) {
    checkFootnotes(text, problems);
    checkLinks(text, known, anchors, problems);
    if (text.folder === 'casussen' && !text.isTemplate && text.data !== undefined) checkClaims(text, text.data as CasusData, problems);
  }
  const alineas = new Map(texts.map(({ markdown, body }) => [markdown, body.alineas]));
  return { library, problems, isReadable, alineas: (text) => alineas.get(text) ?? [] };
}

/** Every problem in the content under `root`; empty when all is well. */
export const checkContent = async (root: string): Promise<Problem[]> => (await loadContent(root)).problems;

/** Addresses of rows, right or wrong, that have a page. */
function listPaths({ file, yaml }: List): string[] {
  const path = { themas: paths.thema, leeffuncties: paths.leeffunctie, 'macro-opgaven': paths.macroOpgave, situaties: paths.situatie }[basename(file, '.yaml') as string];
  if (!path || !Array.isArray(yaml?.value)) return [];
  return yaml.value.flatMap((row: { id?: unknown } | null) => (typeof row?.id === 'string' ? [path(row.id)] : []));
}
