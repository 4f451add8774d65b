/** The running text of an entry: what a reader reads as sentences, without codes, addresses and labels. */
import type { Nodes, Root } from 'mdast';
import { markdownToMdast } from 'satteri';
import type { Algoritme, Casus } from '../model/library.ts';
import { FOOTNOTE } from '../model/text.ts';

const MARK = new RegExp(FOOTNOTE, 'gu');

/** The tree of a Markdown text, read as the site does when it draws one; remark takes twenty times as long for the same tree. */
export const treeOf = (markdown: string): Root => markdownToMdast(markdown, { features: { gfm: true, frontmatter: false, smartPunctuation: false } }) as Root;

/** Shows `see` a node and all in it, in the order of the text, each with what it stands in. (unist-util-visit makes and names a function for every node, which took a fortieth of the check.) */
export function walk(node: Nodes, see: (node: Nodes, parent?: Nodes) => void, parent?: Nodes): void {
  see(node, parent);
  if ('children' in node) for (const child of node.children) walk(child, see, node);
}

const plain = (node: Nodes): string => ('value' in node ? node.value : 'children' in node ? node.children.map(plain).join('') : '');

/** The paragraphs of a text, before its footnotes are made, as plain text; headings are no sentences and stay out. */
export function paragraphsIn(tree: Root): string[] {
  const found: string[] = [];
  walk(tree, (node) => {
    if (node.type === 'paragraph') found.push(plain(node).replace(MARK, '').replace(/\s+/g, ' ').trim());
  });
  return found;
}

/** The paragraphs of a Markdown text. */
export const paragraphs = (markdown: string): string[] => paragraphsIn(treeOf(markdown));

const shared = ({ kern, kort, vragen }: Algoritme['data'] | Casus['data']) => [kern, kort, ...vragen.map(({ vraag }) => vraag)];

function ofAlgoritme({ data }: Algoritme): (string | undefined)[] {
  const steps = data.stappen.flatMap(({ doe, letOp, beslispunt }) => [doe, letOp, beslispunt?.vraag]);
  const against = data.verwant.map((item) => (item.soort === 'tegenwicht' ? item.wanneerGelijk : undefined));
  return [
    ...shared(data),
    data.kernvraag,
    data.enkelvoudig,
    data.meervoudig,
    ...data.wanneer,
    ...data.wanneerNiet,
    ...steps,
    ...data.valkuilen.flatMap(({ valkuil, danLiever }) => [valkuil, danLiever]),
    data.eersteStap,
    ...Object.values(data.vanuitRol),
    ...against,
  ];
}

function ofCasus({ data }: Casus): string[] {
  const choices = data.keuzemomenten.flatMap(({ moment, opties }) => [moment, ...opties.flatMap(({ wint, kost }) => [wint, kost])]);
  return [
    ...shared(data),
    data.situatie,
    data.spanning,
    ...Object.values(data.reflex),
    data.meervoudig,
    ...data.perspectieven.flatMap(({ ziet, wil, vreest }) => [ziet, wil, vreest]),
    ...Object.values(data.logica),
    ...choices,
    data.afloop.tekst,
  ];
}

/** All running text of an entry, a block per field or paragraph; `read` gives the paragraphs of its longer text. */
export function proseOf(entry: Algoritme | Casus, read = paragraphs): string[] {
  const fields = 'stappen' in entry.data ? ofAlgoritme(entry as Algoritme) : ofCasus(entry as Casus);
  return [...fields.filter((text) => text !== undefined), ...read(entry.body)];
}
