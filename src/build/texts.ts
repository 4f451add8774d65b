import type { AstroConfig } from 'astro';
import { glob, type Loader, type LoaderContext } from 'astro/loaders';
import { digestOfMakers } from '../kept.ts';
import { isPlain } from '../model/markdown.ts';

/** What a kept text depends on beside its own words. */
const MAKERS = [
  'src/schema/',
  'src/model/markdown.ts',
  'src/model/text.ts',
  'src/search/dutch.ts',
  'src/build/footnotes.ts',
  'src/build/begrippen.ts',
  'content/begrippen.yaml',
  'src/build/texts.ts',
  'astro.config.mjs',
];

/** A loader that, where it stumbles, first lets the check say why: with the file, the line and the remedy, in Dutch. */
export const explained = ({ load, ...loader }: Loader): Loader => ({
  ...loader,
  load: (context) =>
    load(context).catch(async (error: unknown) => {
      for (const { hooks } of context.config.integrations) await hooks['werkvonken:gecontroleerd']?.();
      throw error;
    }),
});

/** Astro's own way from Markdown to HTML, with the plugins of the project. */
async function rendererFor({ markdown, root }: AstroConfig) {
  const renderer = await markdown.processor.createRenderer({ syntaxHighlight: false });
  return async ({ data, body = '', filePath = '' }: { data: object; body?: string; filePath?: string }) => {
    const { code, metadata } = await renderer.render(body, { frontmatter: { ...data }, fileURL: new URL(filePath, root) });
    // The front matter stands in the entry itself.
    return { html: code, metadata: { ...metadata, frontmatter: {}, imagePaths: [] } };
  };
}

/**
 * The texts of a folder. Plain Markdown, which all of ours are, is rendered here and kept until the file changes; a text with a component
 * in it stays MDX. (Astro makes a module of every MDX file and bundles them all: 13 seconds at a thousand entries, against 3 for this.)
 */
export function texts(base: string): Loader {
  const files = glob({ pattern: '[^_]*.mdx', base });
  const load = async (context: LoaderContext) => {
    const render = await rendererFor(context.config);
    const makers = digestOfMakers(context.config.root, MAKERS);
    const rendering: Promise<unknown>[] = [];
    const set: LoaderContext['store']['set'] = ({ deferredRender, ...entry }) => {
      if (!isPlain(entry.body ?? '')) return context.store.set({ ...entry, ...(deferredRender && { deferredRender }) });
      const rendered = render(entry).then((html) => context.store.set({ ...entry, rendered: html }));
      // Whoever waits for it hears of it.
      rendered.catch(() => {});
      rendering.push(rendered);
      return true;
    };
    await files.load({ ...context, store: { ...context.store, set }, generateDigest: (data) => context.generateDigest(`${makers}${data}`) });
    await Promise.all(rendering);
  };
  return explained({ name: 'werkvonken:teksten', load });
}
