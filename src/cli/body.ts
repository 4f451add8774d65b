/** What an editor may write below the front matter: plain Markdown, with links and footnotes that lead somewhere. */
import { createRequire } from 'node:module';
import GithubSlugger from 'github-slugger';
import type { Heading, Image, Nodes, Root, RootContent } from 'mdast';
import type { Plugin } from 'unified';
import { isPlain } from '../model/markdown.ts';
import { FOOTNOTE } from '../model/text.ts';
import { paragraphsIn, treeOf, walk } from '../report/prose.ts';
import type { Problem } from './problems.ts';

/** Reads a text that reads otherwise as MDX. It comes with the first of those, since most libraries have none: to load it takes as long as to read a hundred entries. */
function readMdx(text: string): Root {
  const load = createRequire(import.meta.url);
  const { unified } = load('unified') as typeof import('unified');
  const [parse, gfm, mdx] = ['remark-parse', 'remark-gfm', 'remark-mdx'].map((name) => (load(name) as { default: Plugin }).default);
  return unified().use(parse!).use(gfm!).use(mdx!).parse(text) as Root;
}

export interface Link {
  url: string;
  line: number;
  column: number;
}

export interface Body {
  /** Ids that the headings get, for links with a fragment. */
  anchors: Set<string>;
  links: Link[];
  footnotes: (Link & { id: string })[];
  /** The paragraphs as they count for their sources. */
  paragraphs: { text: string; line: number; column: number }[];
  /** And as they read. */
  alineas: string[];
}

type Report = (node: Pick<Nodes, 'position'>, message: string, remedy: string) => void;

const plainText = (node: Nodes): string => ('value' in node ? node.value : 'children' in node ? node.children.map(plainText).join('') : '');

/** A paragraph as it counts for its sources: footnote marks left in, and titles of our own pages left out, since they are no claims. */
function claimText(node: Nodes): string {
  if (node.type === 'footnoteReference') return `[^${node.identifier}]`;
  if (node.type === 'link' && node.url.startsWith('/')) return 'een pagina';
  return 'value' in node ? node.value : 'children' in node ? node.children.map(claimText).join('') : '';
}

function checkHeading(heading: Heading, previous: number, report: Report): void {
  if (heading.depth === 1) report(heading, 'Een kop met één # kan niet: de titel van de pagina is de enige h1.', 'Gebruik ##.');
  else if (heading.depth > previous + 1) report(heading, `Deze kop springt van niveau ${previous} naar ${heading.depth}.`, `Gebruik ${'#'.repeat(previous + 1)}.`);
}

/** What an address starts with, such as `https:`, read as browsers do: they skip spaces, tabs and line ends in it. */
export const schemeOf = (url: string) => /^[a-z][a-z0-9+.-]*:/i.exec(url.replace(/[\0- ]/g, ''))?.[0].toLowerCase();

/** A link may lead to a page, a letter or a telephone; any other scheme can run something, or reads the visitor's own disk. */
function checkUrl(node: Nodes & { url: string }, report: Report): void {
  const scheme = schemeOf(node.url);
  if (scheme && !['http:', 'https:', 'mailto:', 'tel:'].includes(scheme)) report(node, `Een adres met ${scheme} kan niet.`, 'Gebruik een gewoon webadres.');
}

function checkImage(image: Image, exists: (path: string) => boolean, report: Report): void {
  if (!image.alt?.trim()) report(image, 'Dit plaatje heeft geen beschrijving.', 'Schrijf tussen de rechte haken wat erop te zien is.');
  if (/^https?:/.test(schemeOf(image.url) ?? '')) report(image, 'Dit plaatje staat op een andere site.', 'Zet het bestand in public/ en verwijs daarnaar.');
  else if (schemeOf(image.url)) checkUrl(image, report);
  else if (!exists(image.url)) report(image, `Het plaatje ${image.url} bestaat niet.`, 'Zet het bestand in public/ of verbeter de naam.');
  else if (!/\.(png|jpe?g|webp|avif|gif)$/i.test(image.url)) report(image, 'Dit soort plaatje kan niet.', 'Gebruik png, jpg, webp, avif of gif; in een svg kan een script staan.');
}

/** Code, components and HTML have no place in a text; each kind gets a sentence of its own. */
function checkCode(node: RootContent | Nodes, report: Report): void {
  if (node.type === 'mdxjsEsm') {
    const word = node.value.trimStart().split(/\s/)[0] ?? 'import';
    report(node, `Een regel met ${word} kan hier niet.`, 'Haal de regel weg; een tekst laadt niets.');
  } else if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
    report(node, 'Tekst tussen accolades wordt als code gelezen.', 'Haal de accolades weg.');
  } else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
    const name = node.name ?? '';
    const handler = node.attributes.find((attribute) => attribute.type === 'mdxJsxAttribute' && /^on/i.test(attribute.name));
    if (/^(script|iframe|object|embed|style)$/i.test(name)) report(node, `<${name}> kan niet in een tekst.`, 'Haal het weg.');
    else report(node, `De tag <${name}> kan niet in een tekst.`, 'Schrijf gewone Markdown.');
    if (handler && 'name' in handler) report(node, `De opdracht ${handler.name} kan niet in een tekst.`, 'Haal hem weg.');
  }
}

function collectFootnotes(value: string, line: number, column: number): Body['footnotes'] {
  return [...value.matchAll(new RegExp(FOOTNOTE, 'gu'))].map((match) => {
    const before = value.slice(0, match.index).split('\n');
    return { id: match[1]!, url: '', line: line + before.length - 1, column: before.length === 1 ? column + match.index : before.at(-1)!.length + 1 };
  });
}

/** The parser throws a VFileMessage, which carries the place. */
function syntaxProblem(error: unknown): { line: number; column: number; message: string; remedy: string } {
  const { line = 1, column = 1 } = error as { line?: number; column?: number };
  return { line, column, message: 'Deze tekst is niet te lezen: er staat een < of een { die niet klopt.', remedy: 'Haal het teken weg of schrijf het als woord.' };
}

/**
 * Reads the text below the front matter of `file`, which starts on `firstLine`; every problem is added to `problems`.
 * `imageExists` says whether a local image path leads to a file.
 */
export function readBody(file: string, text: string, firstLine: number, imageExists: (path: string) => boolean, problems: Problem[]): Body {
  const body: Body = { anchors: new Set(), links: [], footnotes: [], paragraphs: [], alineas: [] };
  const place = (node: Pick<Nodes, 'position'>) => ({ line: (node.position?.start.line ?? 1) + firstLine - 1, column: node.position?.start.column ?? 1 });
  const report: Report = (node, message, remedy) => problems.push({ file, ...place(node), message, remedy });
  let tree: Root;
  try {
    tree = isPlain(text) ? treeOf(text) : readMdx(text);
  } catch (error) {
    const problem = syntaxProblem(error);
    problems.push({ file, ...problem, line: problem.line + firstLine - 1 });
    return body;
  }
  body.alineas = paragraphsIn(tree);
  const slugger = new GithubSlugger();
  let depth = 1;
  walk(tree, (node, parent) => {
    checkCode(node, report);
    if (node.type === 'heading') {
      checkHeading(node, depth, report);
      depth = node.depth;
      body.anchors.add(slugger.slug(plainText(node)));
    }
    if (node.type === 'paragraph' && parent?.type !== 'footnoteDefinition') body.paragraphs.push({ text: claimText(node).replace(/\s+/g, ' '), ...place(node) });
    if (node.type === 'image') checkImage(node, imageExists, report);
    if (node.type === 'link' || node.type === 'definition') {
      checkUrl(node, report);
      body.links.push({ url: node.url, ...place(node) });
    }
    if (node.type === 'footnoteDefinition') report(node, 'Een voetnoot schrijf je niet zelf uit.', 'Zet de bron in bronnen: met dit id; de site maakt de voetnoot.');
    if (node.type === 'text') body.footnotes.push(...collectFootnotes(node.value, place(node).line, place(node).column));
    if (node.type === 'footnoteReference') body.footnotes.push({ id: node.identifier, url: '', ...place(node) });
  });
  return body;
}
