import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { AstroConfig, ContentEntryType } from 'astro';
import { glob, type Loader, type LoaderContext } from 'astro/loaders';
import { digestOfMakers } from '../kept.ts';
import { isPlain } from '../model/markdown.ts';
import { readYaml } from '../model/yaml.ts';

/** What a kept text depends on beside its own words. */
const MAKERS = [
  'src/schema/',
  'src/model/markdown.ts',
  'src/model/text.ts',
  'src/model/yaml.ts',
  'src/search/dutch.ts',
  'src/build/footnotes.ts',
  'src/build/begrippen.ts',
  'content/begrippen.yaml',
  'src/build/texts.ts',
  'astro.config.mjs',
];

type EntryTypes = Map<string, ContentEntryType>;
type File = Parameters<ContentEntryType['getEntryInfo']>[0];

/** Of a file that has not changed, Astro keeps what it read before; only then does it look. */
const UNREAD = { data: {}, body: '', slug: '', rawData: '' };
const FRONT_MATTER = /^---\n([^]*?\n)---/;

/** What stands in a file. (Astro puts a space for every letter of the front matter, and takes them away again: a twelfth of all that a build makes.) */
function readEntry(file: File, type: ContentEntryType): ReturnType<ContentEntryType['getEntryInfo']> {
  try {
    const [whole, rawData] = FRONT_MATTER.exec(file.contents)!;
    return { ...UNREAD, rawData: rawData!, data: (readYaml(rawData!) ?? {}) as Record<string, unknown>, body: file.contents.slice(whole.length).trim() };
  } catch {
    // It says what is wrong, and where.
    return type.getEntryInfo(file);
  }
}

/** Reads what stands in the files that are not `kept`. */
const readingOthers = (types: EntryTypes, kept: (file: File) => boolean): EntryTypes =>
  new Map(Array.from(types, ([ending, type]) => [ending, { ...type, getEntryInfo: (file: File) => (kept(file) ? UNREAD : readEntry(file, type)) }]));

/** A loader that, where it stumbles, first lets the check say why: with the file, the line and the remedy, in Dutch. */
export const explained = ({ load, ...loader }: Loader): Loader => ({
  ...loader,
  load: (context) =>
    load(context).catch(async (error: unknown) => {
      for (const { hooks } of context.config.integrations) await hooks['werkvonken:gecontroleerd']?.();
      throw error;
    }),
});

/** A loader of the list in `path`, which in a build leaves what it made of it before as long as that is the same. */
export const unlessKept = (path: string, { load, ...loader }: Loader): Loader => ({
  ...loader,
  load: async (context) => {
    const { config, generateDigest, meta, watcher } = context;
    const digest = generateDigest(`${digestOfMakers(config.root, MAKERS)}${await readFile(new URL(path, config.root), 'utf8')}`);
    // In the preview it has to watch the file.
    if (!watcher && meta.get('digest') === digest) return;
    await load(context);
    meta.set('digest', digest);
  },
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
    const generateDigest: LoaderContext['generateDigest'] = (data) => context.generateDigest(`${makers}${data}`);
    const entryTypes = readingOthers(
      (context as unknown as { entryTypes: EntryTypes }).entryTypes,
      ({ fileUrl, contents }) => context.store.get(basename(fileUrl.pathname, '.mdx'))?.digest === generateDigest(contents),
    );
    await files.load({ ...context, store: { ...context.store, set }, generateDigest, entryTypes } as LoaderContext);
    await Promise.all(rendering);
  };
  return explained({ name: 'werkvonken:teksten', load });
}
