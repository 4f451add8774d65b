import type { FootnoteDefinition, PhrasingContent, Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { FOOTNOTE } from '../model/text.ts';
import type { Bron } from '../schema/casus.ts';

/** How the footnotes read: for remark-rehype. */
export const footnoteOptions = {
  clobberPrefix: '',
  footnoteLabel: 'Bronnen',
  footnoteLabelProperties: {},
  footnoteBackLabel: (reference: number, again: number) => `Terug naar verwijzing ${reference + 1}${again > 1 ? `, plek ${again}` : ''}`,
};

const text = (value: string): Text => ({ type: 'text', value });

function definition({ id, titel, uitgever, jaar, url }: Bron): FootnoteDefinition {
  const host = new URL(url).hostname.replace(/^www\./, '');
  const children: PhrasingContent[] = [
    { type: 'emphasis', children: [text(titel)] },
    text(`${/[.?!]['’]?$/.test(titel) ? '' : '.'} ${[uitgever, jaar].filter(Boolean).join(', ')}. `),
    { type: 'link', url, children: [text(host)] },
  ];
  return { type: 'footnoteDefinition', identifier: id, label: id, children: [{ type: 'paragraph', children }] };
}

/** Splits a text node at its `[^id]` marks and puts references in their place. */
function split({ value }: Text): PhrasingContent[] {
  return value.split(new RegExp(FOOTNOTE, 'gu')).map((part, index) => (index % 2 === 0 ? text(part) : { type: 'footnoteReference', identifier: part, label: part }));
}

/**
 * A remark plugin: turns `[^id]` into a footnote to the source with that id in the front matter's `bronnen`.
 * A source thus stands in one place. (GFM reads `[^id]` as plain text while no definition stands in the file.)
 */
export function footnotesFromBronnen() {
  return (tree: Root, file: VFile): void => {
    const bronnen = (file.data as { astro?: { frontmatter?: { bronnen?: Bron[] } } }).astro?.frontmatter?.bronnen ?? [];
    if (bronnen.length === 0) return;
    visit(tree, 'text', (node, index, parent) => {
      if (!parent || index === undefined || !new RegExp(FOOTNOTE, 'u').test(node.value)) return;
      const parts = split(node);
      parent.children.splice(index, 1, ...(parts as typeof parent.children));
      return index + parts.length;
    });
    tree.children.push(...bronnen.map(definition));
  };
}
