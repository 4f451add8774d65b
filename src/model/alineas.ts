/** What a longer text is as Markdown, and the paragraphs in it: what the report reads as its sentences. */
import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { FOOTNOTE } from './text.ts';

/** What makes MDX of a text: a tag, an expression, a picture, a line of code, or an indent that Markdown alone takes for code. */
const MDX = /[<{]|!\[|^(?:import|export)\b|^(?: {4}|\t)/m;

/** Whether a text reads the same as Markdown and as MDX. */
export const isPlain = (body: string): boolean => !MDX.test(body);

const plain = (node: Nodes): string => ('value' in node ? node.value : 'children' in node ? node.children.map(plain).join('') : '');

/** The paragraphs of a text, before its footnotes are made, as plain text; headings are no sentences and stay out. */
export function paragraphsIn(tree: Root): string[] {
  const found: string[] = [];
  visit(tree, 'paragraph', (node) => {
    found.push(plain(node).replace(new RegExp(FOOTNOTE, 'gu'), '').replace(/\s+/g, ' ').trim());
  });
  return found;
}
