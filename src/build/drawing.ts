/** Draws the pages: the entries first, so that the index can begin; each is finished at once and written by a thread, so that none is read back. */
import type { AstroPrerenderer } from 'astro';
import { paths } from '../model/paths.ts';
import type { Folders } from './putting.ts';
import { openWriter } from './writer.ts';

/** What the index is made of: pages of entries, and what the data say of them. */
const FIRST = /^\/(?:(?:algoritmes|casussen)\/[^/.]+|data\/(?:vindplaatsen|algoritmes|casussen)\.json)$/;

/** What happens to pages on their way; `name` is the place of one in the site, such as `/deel/1.html`. */
export interface Finishing {
  /** Waits for what a page needs before it can be drawn. */
  ready: (name: string) => Promise<unknown>;
  /** The page as it will stand in the site. `key` says what it is drawn from, if that is known. */
  finish: (name: string, key: string | undefined, draw: () => Promise<string>) => Promise<string>;
  /** All that the index is made of is written; what it begins with comes before other pages, which take their time. */
  onEntries: () => Promise<void>;
}

/** The place in the site of what stands at `pathname`. */
const placeOf = (pathname: string) => (pathname === '/' ? paths.home : /\.[a-z]+$/.test(pathname) ? pathname : `${pathname}.html`);

/** Draws as `drawing` does, into a folder. The page of `los` is finished later. */
export function finishing(drawing: AstroPrerenderer, folders: Folders, { ready, finish, onEntries }: Finishing): AstroPrerenderer {
  const keys = new Map<string, string | undefined>();
  const writer = openWriter(folders);
  const entries = Promise.withResolvers<void>();
  let left = 0;
  return {
    ...drawing,
    getStaticPaths: async () => {
      const found = await drawing.getStaticPaths();
      for (const { pathname, cacheKey } of found) keys.set(placeOf(pathname), cacheKey);
      const { first = [], later = [] } = Object.groupBy(found, ({ pathname }) => (FIRST.test(pathname) ? 'first' : 'later'));
      left = first.length;
      if (left === 0) entries.resolve();
      return [...first, ...later];
    },
    render: async (request, options) => {
      const name = decodeURI(new URL(request.url).pathname);
      const draw = async () => {
        const drawn = await drawing.render(request, options);
        return drawn instanceof Response ? drawn : drawn.response;
      };
      const isFirst = FIRST.test(name.replace(/\.html$/, ''));
      await (isFirst ? ready(name) : entries.promise.then(() => ready(name)));
      const isFinished = name.endsWith('.html') && name !== paths.los;
      const content = isFinished ? await finish(name, keys.get(name), async () => (await draw()).text()) : await (await draw()).bytes();
      await writer.write({ name, content });
      if (isFirst && --left === 0) entries.resolve(writer.written().then(onEntries));
      // Written here, so that it is known when: Astro writes nothing for an answer without a body.
      return new Response(null);
    },
    teardown: async () => {
      await writer.written();
      await writer.close();
      await drawing.teardown?.();
    },
  };
}
