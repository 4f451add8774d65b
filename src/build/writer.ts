/** The thread that writes pages, beside the drawing of others. */
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { type File, type Folders, putting } from './putting.ts';
import { startThread } from './threads.ts';

interface Bytes extends File {
  content: Uint8Array<ArrayBuffer>;
}

export interface Writer {
  /** Puts this file in the site soon: whoever writes goes on, unless many wait, and leaves its bytes to the thread. Throws what goes wrong with a file before it. */
  write: (file: Bytes) => Promise<void>;
  /** Waits until all are written. Throws what went wrong with any. */
  written: () => Promise<void>;
  close: () => Promise<unknown>;
}

/** Each time a thread wakes another takes as long as writing a file. */
const AT_ONCE = 8;
/** More at once would only fill the memory. */
const MOST_WAITING = 4;

/** What goes over to the thread as it is, not copied; a few bytes share their room with others. */
const roomsOf = (files: readonly Bytes[]) => files.filter(({ content: { buffer, byteLength } }) => buffer.byteLength === byteLength).map(({ content }) => content.buffer);

/** Starts the thread; it writes one file after the other. (By promises Node takes four, which wait for each other: at a thousand entries a build took 7% longer.) */
export function openWriter(folders: Folders): Writer {
  const thread = startThread(import.meta.url, folders);
  const waiting: PromiseWithResolvers<void>[] = [];
  let files: Bytes[] = [];
  let problem: unknown;
  thread.on('message', () => waiting.shift()!.resolve());
  thread.on('error', (error) => {
    problem = error;
    for (const { reject } of waiting) reject(error);
  });
  const until = async (batch?: PromiseWithResolvers<void>) => {
    if (problem) throw problem;
    await batch?.promise;
  };
  const send = () => {
    if (files.length === 0) return;
    const written = Promise.withResolvers<void>();
    // Whoever comes next hears of it.
    written.promise.catch(() => {});
    waiting.push(written);
    if (!problem) thread.postMessage(files, roomsOf(files));
    files = [];
  };
  return {
    write: (file) => {
      files.push(file);
      if (files.length === AT_ONCE) send();
      return until(waiting.at(-MOST_WAITING));
    },
    written: () => {
      send();
      return until(waiting.at(-1));
    },
    close: () => thread.terminate(),
  };
}

if (!isMainThread) {
  const put = putting(workerData as Folders);
  parentPort!.on('message', (files: File[]) => {
    for (const file of files) put(file);
    parentPort!.postMessage(undefined);
  });
}
