/** Explains the terms of this site where a longer text first uses them: a button in the sentence, with the explanation right behind it. */
import { readFileSync } from 'node:fs';
import type { Node, Parent, PhrasingContent, Root, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { fold } from '../model/text.ts';
import type { BegripData } from '../schema/begrip.ts';
import { stem } from '../search/dutch.ts';
import { readList } from './lists.ts';

const FILE = new URL('../../content/begrippen.yaml', import.meta.url);

/** Where a word is not ours to mark: it is the name of something, leads elsewhere, or someone else says it. */
const UNTOUCHED = new Set(['heading', 'link', 'linkReference', 'blockquote', 'footnoteDefinition', 'inlineCode', 'code', 'mdxJsxFlowElement', 'mdxJsxTextElement']);
const WORD = /\p{L}[\p{L}\p{M}\p{N}-]*/gu;
/** A quotation mark that is still open: ‘ without the ’ that ends it. One before a letter is an apostrophe. */
const IN_QUOTE = /‘(?:[^’]|’(?=\p{L}))*$|“[^”]*$/u;

type Begrip = Pick<BegripData, 'id' | 'term' | 'uitleg'>;

/** A term by the stems of its words, so that its other forms count as well. */
interface Term {
  begrip: Begrip;
  stems: string[];
}

interface Found {
  begrip: Begrip;
  start: number;
  end: number;
}

/** The same words stand in text after text. */
const stems = new Map<string, string>();
function stemOf(word: string): string {
  const found = stems.get(word) ?? stem(fold(word).replaceAll('-', ''));
  stems.set(word, found);
  return found;
}
const stemsOf = (text: string) => (text.match(WORD) ?? []).map(stemOf);

/** The first place in `text` where one of these terms stands, outside quotation marks. */
export function findTerm(text: string, terms: readonly Term[]): Found | undefined {
  const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ stem: stemOf(word), start: index, end: index + word.length }));
  for (const [place, { start }] of words.entries()) {
    for (const { begrip, stems } of terms) {
      const end = words[place + stems.length - 1]?.end ?? 0;
      const isHere = stems.every((part, index) => words[place + index]?.stem === part) && /^[^.,;:!?]*$/.test(text.slice(start, end));
      if (isHere && !IN_QUOTE.test(text.slice(0, start))) return { begrip, start, end };
    }
  }
  return undefined;
}

/** A node that becomes an element of its own in the page. */
const element = (hName: string, hProperties: Record<string, string>, value: string) =>
  ({ type: 'begrip', data: { hName, hProperties }, children: [{ type: 'text', value }] }) as unknown as PhrasingContent;

/** A button that shows the explanation, and the explanation: a popover, which a browser opens by touch, mouse and keyboard without any script. */
function marked(value: string, { begrip: { id, uitleg }, start, end }: Found): PhrasingContent[] {
  const text = (part: string): Text => ({ type: 'text', value: part });
  const button = element('button', { type: 'button', popovertarget: `b-${id}` }, value.slice(start, end));
  // Not for the index: a page is not about every word that it explains.
  const explained = element('span', { id: `b-${id}`, popover: 'auto', 'data-pagefind-ignore': '' }, uitleg);
  return [text(value.slice(0, start)), button, explained, text(value.slice(end))];
}

/** Marks each of `begrippen` once in a text, where it first stands. */
export function markTerms(tree: Root, begrippen: readonly Begrip[]): void {
  let left: Term[] = begrippen.map((begrip) => ({ begrip, stems: stemsOf(begrip.term) }));
  visit(tree, (node: Node, index, parent: Parent | undefined) => {
    if (UNTOUCHED.has(node.type) || (node.type as string) === 'begrip') return SKIP;
    if (node.type !== 'text' || !parent || index === undefined) return undefined;
    const found = findTerm((node as Text).value, left);
    if (!found) return undefined;
    left = left.filter(({ begrip }) => begrip !== found.begrip);
    parent.children.splice(index, 1, ...(marked((node as Text).value, found) as typeof parent.children));
    // What is left of the sentence may hold another.
    return index + 3;
  });
}

let cached: Begrip[] | undefined;

/** A remark plugin: marks the terms in the text of every card and case, which are the texts with a code. */
export function begrippenInTekst() {
  return (tree: Root, file: VFile): void => {
    const { code } = (file.data as { astro?: { frontmatter?: { code?: string } } }).astro?.frontmatter ?? {};
    if (!code) return;
    cached ??= readList<Begrip>(readFileSync(FILE, 'utf8'));
    markTerms(tree, cached);
  };
}
