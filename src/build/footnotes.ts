/** Sources as footnotes: a text says `[^id]`, and the source with that id stands in its front matter, so in one place. */
import type { SatteriProcessorOptions } from '@astrojs/markdown-satteri';
import type { Bron } from '../schema/casus.ts';

type Plugin<K extends 'mdastPlugins' | 'hastPlugins'> = NonNullable<SatteriProcessorOptions[K]>[number];
/** What changes the Markdown of a text before it becomes HTML. */
export type MdastPlugin = Extract<Plugin<'mdastPlugins'>, (...given: never[]) => unknown>;

/** How the footnotes read. */
export const footnoteTexts = {
  clobberPrefix: '',
  label: 'Bronnen',
  backLabel: (reference: number, again: number) => `Terug naar verwijzing ${reference}${again > 1 ? `, plek ${again}` : ''}`,
};

/** Words as they are, whatever Markdown would take them for: any ASCII punctuation may be escaped (CommonMark 0.31, section 2.4). */
const plain = (text: string) => text.replace(/[!-/:-@[-`{-~]/g, '\\$&');

function definition({ id, titel, uitgever, jaar, url }: Bron): string {
  const host = new URL(url).hostname.replace(/^www\./, '');
  const end = /[.?!]['’]?$/.test(titel) ? '' : '.';
  return `[^${id}]: *${plain(titel)}*${end} ${plain([uitgever, jaar].filter(Boolean).join(', '))}. [${plain(host)}](<${url}>)`;
}

/** Gives a text the definitions of the `bronnen` in its front matter: without them `[^id]` is but words. */
export const footnotesFromBronnen: MdastPlugin = ({ data }) => {
  const bronnen = (data.astro?.frontmatter['bronnen'] ?? []) as Bron[];
  if (bronnen.length === 0) return undefined;
  return { name: 'bronnen', before: (root, context) => context.replaceNode(root, { raw: `${context.source}\n\n${bronnen.map(definition).join('\n')}\n` }) };
};

/** The heading of the sources is there to be read: without the class that hides it. */
export const shownLabel: Plugin<'hastPlugins'> = {
  name: 'bronnen',
  element: {
    filter: ['h2'],
    visit: (node, context) => {
      if (node.properties['id'] === 'footnote-label') context.setProperty(node, 'className', null);
    },
  },
};
