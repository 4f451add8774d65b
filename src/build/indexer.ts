/** The thread that makes the index: it reads each page of an entry as it is drawn and gives it to Pagefind, which takes longest of all. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { Vindplaats } from '../model/vindplaatsen.ts';
import { readList } from '../model/yaml.ts';
import type { Synoniem } from '../search/register.ts';
import type { Making } from './indexing.ts';
import { textOf } from './letters.ts';
import { type Folders, putting } from './putting.ts';
import { startThread } from './threads.ts';

/** Where the list of entries stands in the site. */
export const ENTRIES = 'data/vindplaatsen.json';

export const readEntries = async (folder: string) => JSON.parse(await readFile(join(folder, ENTRIES), 'utf8')) as Vindplaats[];

interface Drawn {
  url: string;
  /** What there is to read of it, in letters: these go over in half the time. */
  letters: string;
}

interface Place {
  folders: Folders;
  /** The file of the thesaurus. */
  thesaurus: string;
}

export interface Indexer {
  /** Begins, when the data of all entries are written. */
  begin: () => void;
  /** Takes the page of an entry. */
  add: (page: Drawn) => void;
  /** Writes the index of these pages to the site that is built. Gives the name in it of every page, by its address. Throws with what went wrong. */
  index: () => Promise<Map<string, string>>;
}

/** Starts the thread, before there are pages: it takes a while to be ready. It ends with the index. */
export function openIndexer(place: Place): Indexer {
  const thread = startThread(import.meta.url, place);
  const names = Promise.withResolvers<Map<string, string>>();
  thread.on('error', names.reject);
  thread.on('message', names.resolve);
  const made = names.promise.finally(() => thread.terminate());
  // Whoever waits for it hears of it.
  made.catch(() => {});
  return {
    begin: () => thread.postMessage('begin'),
    add: (page) => thread.postMessage(page),
    index: () => {
      thread.postMessage('index');
      return made;
    },
  };
}

if (!isMainThread) {
  // Only here: it reads a dictionary, and much more.
  const [{ dictionary }, { openIndex, startIndex }] = await Promise.all([import('../search/compounds.ts'), import('./indexing.ts')]);
  const { folders, thesaurus } = workerData as Place;
  const { folder } = folders;
  const groups = readList<Synoniem>(readFileSync(thesaurus, 'utf8'));
  dictionary();
  const opened = openIndex();
  let making: Making;
  const begin = async () => {
    making = await startIndex(await opened, folder, await readEntries(folder), groups);
  };
  const index = async () => {
    const { files, names } = await making.made();
    const put = putting(folders);
    for (const { path, content } of files) put({ name: `pagefind/${path}`, content });
    parentPort!.postMessage(names);
  };
  let last: Promise<unknown> = Promise.resolve();
  // Between two pages Pagefind gets what is ready: a thread hears all its messages first, and would keep a thousand pages to itself.
  const inTurn = (work: () => unknown) => {
    last = last.then(work).then(() => setImmediate());
  };
  parentPort!.on('message', (message: Drawn | 'begin' | 'index') => {
    if (message === 'begin') inTurn(begin);
    else if (message === 'index') inTurn(index);
    else inTurn(() => making.add(message.url, textOf(message.letters)));
  });
}
