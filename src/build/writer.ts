/** Writes files in one thread, one after the other, beside the drawing of pages. (By promises Node takes four, which wait for each other: at a thousand entries a build took 7% longer.) */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

interface File {
  path: string;
  content: string | Uint8Array;
}

export interface Writer {
  /** Writes this file, and the folders it stands in, soon: whoever writes goes on, unless many wait. Throws what goes wrong with a file before it. */
  write: (path: string, content: string | Uint8Array) => Promise<void>;
  /** Waits until all is written. Throws what went wrong with any file. */
  written: () => Promise<void>;
  close: () => Promise<unknown>;
}

/** More at once would only fill the memory. */
const MOST_WAITING = 32;

/** Starts the thread. */
export function openWriter(): Writer {
  const thread = new Worker(new URL(import.meta.url));
  const waiting: PromiseWithResolvers<void>[] = [];
  let problem: unknown;
  thread.on('message', () => waiting.shift()!.resolve());
  thread.on('error', (error) => {
    problem = error;
    for (const { reject } of waiting) reject(error);
  });
  const until = async (file?: PromiseWithResolvers<void>) => {
    if (problem) throw problem;
    await file?.promise;
  };
  return {
    write: (path, content) => {
      const file = Promise.withResolvers<void>();
      // Whoever comes next hears of it.
      file.promise.catch(() => {});
      waiting.push(file);
      if (!problem) thread.postMessage({ path, content } satisfies File);
      return until(waiting.at(-MOST_WAITING));
    },
    written: () => until(waiting.at(-1)),
    close: () => thread.terminate(),
  };
}

if (!isMainThread) {
  const made = new Set<string>();
  parentPort!.on('message', ({ path, content }: File) => {
    const folder = dirname(path);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    writeFileSync(path, content);
    parentPort!.postMessage(undefined);
  });
}
