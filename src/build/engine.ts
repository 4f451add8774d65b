/** What Node and V8 are told before a build does its work. */
import { enableCompileCache } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { withoutToolbar, writtenEnvironment } from './bundling.ts';

const FLAGS = [
  // WebAssembly stays as it is first compiled: what cuts typefaces and what strips types from code works for a tenth of a second, and to make it faster would take V8 longer than that.
  '--wasm-tiering-budget=2000000000',
  // Young objects keep the room they have when a build begins: with more it is as fast, and holds 60 MB more.
  '--semi-space-growth-factor=1',
  // Threads begin with one megabyte, which then would not grow either: that of the index would collect eight times as often.
  '--min-semi-space-size=8',
];

/** Where Node keeps what it made of our code, in the project. */
export const CODE = '.build/code/';

/** For a process of Node beside a build: little room for young objects. With the 96 MB that Node would let them take, the check spends a tenth of its time on getting memory. */
export const BESIDE = ['--min-semi-space-size=6', '--max-semi-space-size=6'];

/** How Pagefind asks for memory, on Linux: in large pages, which it keeps, and of one kind. By itself it takes a third of its time to get memory and give it back. (See TUNING.md of jemalloc, which it is built with.) */
const MEMORY_OF_PAGEFIND = 'thp:always,metadata_thp:always,dirty_decay_ms:-1,narenas:1';

/** From so many pages on a site is large. */
const LARGE = 10_000;
/** V8 goes through its heap whenever 64 MB of bytes were made beside it, such as pages, and the heap of a large site holds ten thousand entries: a tenth of a build. It does so often enough for what is in the heap. */
const BYTES_ASIDE = 'external-memory-accounted-in-global-limit';

/** Keeps in `folder` what Node made of our code, without its types and compiled, for the next build; also for its threads and processes. */
function keepCode(folder: string): void {
  enableCompileCache(folder);
  process.env['NODE_COMPILE_CACHE'] = folder;
}

/** Tells V8 how many pages are still to be drawn. (For fewer it would take a sixth more memory, and so it would for the few large files that come after them.) */
export const expectPages = (count: number): void => setFlagsFromString(`--${count > LARGE ? '' : 'no-'}${BYTES_ASIDE}`);

/** Makes a build lighter for the machine it runs on. */
export function engine(): AstroIntegration {
  return {
    name: 'werkvonken:engine',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        updateConfig({ vite: { plugins: [withoutToolbar(), writtenEnvironment(config)] } });
        if (command !== 'build') return;
        for (const flag of FLAGS) setFlagsFromString(flag);
        keepCode(fileURLToPath(new URL(CODE, config.root)));
        if (process.platform === 'linux') process.env['_RJEM_MALLOC_CONF'] ??= MEMORY_OF_PAGEFIND;
      },
    },
  };
}
