/** Explains the terms of this site where a longer text first uses them: a button in the sentence, with the explanation right behind it. */
import { readFileSync } from 'node:fs';
import { fold, remembered } from '../model/text.ts';
import { readList } from '../model/yaml.ts';
import type { BegripData } from '../schema/begrip.ts';
import { stem } from '../search/dutch.ts';
import type { MdastPlugin } from './footnotes.ts';

const FILE = new URL('../../content/begrippen.yaml', import.meta.url);

/** Where a word is not ours to mark: it is the name of something, leads elsewhere, or someone else says it. */
const UNTOUCHED = new Set(['heading', 'link', 'linkReference', 'blockquote', 'footnoteDefinition', 'mdxJsxFlowElement', 'mdxJsxTextElement']);
// ASCII first, as in schema/tellen: it is most of what there is.
const WORD = /(?:[A-Za-z]|(?=[^\0-\x7f])\p{L})(?:[A-Za-z0-9-]+|(?=[^\0-\x7f])[\p{L}\p{M}\p{N}])*/gu;
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

const stemOf = remembered((word) => stem(fold(word).replaceAll('-', '')));
const stemsOf = (text: string) => (text.match(WORD) ?? []).map(stemOf);

/** The first place in `text` where one of these terms stands, outside quotation marks. */
export function findTerm(text: string, terms: readonly Term[]): Found | undefined {
  const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ stem: stemOf(word), start: index, end: index + word.length }));
  for (const [place, { stem, start }] of words.entries()) {
    for (const { begrip, stems } of terms) {
      // Nearly every word begins none of them.
      if (stems[0] !== stem) continue;
      const end = words[place + stems.length - 1]?.end ?? 0;
      const isHere = stems.every((part, index) => words[place + index]?.stem === part) && /^[^.,;:!?]*$/.test(text.slice(start, end));
      if (isHere && !IN_QUOTE.test(text.slice(0, start))) return { begrip, start, end };
    }
  }
  return undefined;
}

/** A node that becomes an element of its own in the page. */
const element = (hName: string, hProperties: Record<string, string>, value: string) => ({ type: 'begrip', data: { hName, hProperties }, children: [text(value)] });
const text = (value: string) => ({ type: 'text' as const, value });

/** A button that shows the explanation, and the explanation: a popover, which a browser opens by touch, mouse and keyboard without any script. */
function marked(word: string, { id, uitleg }: Begrip) {
  // Not for the index: a page is not about every word that it explains.
  return [element('button', { type: 'button', popovertarget: `b-${id}` }, word), element('span', { id: `b-${id}`, popover: 'auto', 'data-pagefind-ignore': '' }, uitleg)];
}

/** `value` in pieces, with the first of each of the terms that are `left` marked; these are left no more. Nothing when none stands in it. */
function pieces(value: string, left: Term[]) {
  const parts: (ReturnType<typeof text> | ReturnType<typeof element>)[] = [];
  let rest = value;
  for (let found = findTerm(rest, left); found; found = findTerm(rest, left)) {
    const { begrip, start, end } = found;
    left.splice(
      left.findIndex((term) => term.begrip === begrip),
      1,
    );
    parts.push(text(rest.slice(0, start)), ...marked(rest.slice(start, end), begrip));
    rest = rest.slice(end);
  }
  return parts.length > 0 ? [...parts, text(rest)] : undefined;
}

/** Marks each of these terms once, where it first stands, in the text of every card and case, which are the texts with a code. */
export function markTerms(begrippen: readonly Begrip[]): MdastPlugin {
  const terms: Term[] = begrippen.map((begrip) => ({ begrip, stems: stemsOf(begrip.term) }));
  const first = new Set(terms.map(({ stems }) => stems[0]));
  // Most texts, and most pieces of the others, hold none: to see that takes little time.
  const begins = remembered((word) => first.has(stemOf(word)));
  const mayHold = (text: string) => (text.match(WORD) ?? []).some(begins);
  return ({ data, source }) => {
    if (!data.astro?.frontmatter['code'] || !mayHold(source)) return undefined;
    const left = [...terms];
    return {
      name: 'begrippen',
      text: (node, context) => {
        if (!mayHold(node.value)) return;
        let around: Readonly<{ type: string }> | undefined = node;
        while ((around = context.parent(around as typeof node))) if (UNTOUCHED.has(around.type)) return;
        const parts = pieces(node.value, left);
        if (parts) context.replaceNode(node, parts);
      },
    };
  };
}

let cached: MdastPlugin | undefined;

/** The terms of the library marked in its texts. Their list is read with the first text: what is wrong with it the check then says. */
export const begrippenInTekst: MdastPlugin = (context) => {
  cached ??= markTerms(readList<Begrip>(readFileSync(FILE, 'utf8')));
  return cached(context);
};
