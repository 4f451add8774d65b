/** Draws the pages, those that the index is made of first; each is finished at once and written by a thread, so that none is read back. */
import type { AstroPrerenderer } from 'astro';
import { paths } from '../model/paths.ts';
import { keepBytes } from './answers.ts';
import { expectPages } from './engine.ts';
import type { Folders } from './putting.ts';
import { openWriter } from './writer.ts';

/** What comes before all others, in this order: what the data say of entries, and their pages. The index is made of both, and that takes longest. */
const FIRST = [/^\/data\/(?:vindplaatsen|algoritmes|casussen)\.json$/, /^\/(?:algoritmes|casussen)\/[^/.]+(?:\.html)?$/];

/** What happens to pages on their way; `name` is the place of one in the site, such as `/deel/1.html`. */
export interface Finishing {
  /** Waits for what a page needs before it can be drawn. */
  ready: (name: string) => Promise<unknown>;
  /** The bytes of the page as it will stand in the site, or of another text that has a key. `key` says what it is drawn from, if that is known. */
  finish: (name: string, key: string | undefined, draw: () => Promise<Uint8Array<ArrayBuffer>>) => Promise<Uint8Array<ArrayBuffer>>;
  /** The data of all entries are written. */
  onData: () => Promise<void>;
  /** The pages of all entries are drawn. */
  onEntries: () => Promise<void>;
  /** All pages are drawn and written. */
  onAll: () => Promise<void>;
}

/** The place in the site of what stands at `pathname`. */
const placeOf = (pathname: string) => (pathname === '/' ? paths.home : /\.[a-z]+$/.test(pathname) ? pathname : `${pathname}.html`);

/** Lets pages wait for their turn: each in a row of `counts` until the rows before it are done, and what then happens. */
function turns(counts: readonly number[], after: readonly (() => Promise<void>)[]) {
  const left = [...counts];
  const ended = counts.map(() => Promise.withResolvers<void>());
  const end = (row: number) => ended[row]!.resolve(Promise.resolve(ended[row - 1]?.promise).then(after[row]));
  for (const [row, count] of counts.entries()) if (count === 0) end(row);
  return {
    wait: async (row: number) => ended[row - 1]?.promise,
    done: (row: number) => --left[row]! === 0 && end(row),
  };
}

const rowOf = (name: string) => {
  const row = FIRST.findIndex((pattern) => pattern.test(name));
  return row < 0 ? FIRST.length : row;
};

/** Draws as `drawing` does, into a folder. */
export function finishing(drawing: AstroPrerenderer, folders: Folders, { ready, finish, onData, onEntries, onAll }: Finishing): AstroPrerenderer {
  const keys = new Map<string, string | undefined>();
  const writer = openWriter(folders);
  let turn: ReturnType<typeof turns>;
  return {
    ...drawing,
    getStaticPaths: async () => {
      const found = (await drawing.getStaticPaths()).toSorted((a, b) => rowOf(a.pathname) - rowOf(b.pathname));
      expectPages(found.length);
      for (const { pathname, cacheKey } of found) keys.set(placeOf(pathname), cacheKey);
      const count = (row: number) => found.filter(({ pathname }) => rowOf(pathname) === row).length;
      turn = turns([count(0), count(1)], [() => writer.written().then(onData), onEntries]);
      keepBytes(true);
      return found;
    },
    render: async (request, options) => {
      const name = decodeURI(new URL(request.url).pathname);
      const draw = async () => {
        const drawn = await drawing.render(request, options);
        return (drawn instanceof Response ? drawn : drawn.response).bytes();
      };
      const row = rowOf(name);
      await turn.wait(row);
      // It is larger than all others, and few come after it.
      if (name === paths.los) expectPages(0);
      await ready(name);
      const isFinished = name.endsWith('.html') || keys.get(name) !== undefined;
      const content = isFinished ? await finish(name, keys.get(name), draw) : await draw();
      await writer.write({ name, content });
      turn.done(row);
      // Written here, so that it is known when: Astro writes nothing for an answer without a body.
      return new Response(null);
    },
    teardown: async () => {
      expectPages(0);
      keepBytes(false);
      await writer.written();
      await writer.close();
      await onAll();
      await drawing.teardown?.();
    },
  };
}
