/** The thread that makes the index: it reads each page of an entry as it is drawn, and gives them all to Pagefind, also while the build is busy with a large page. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { Vindplaats } from '../model/vindplaatsen.ts';
import { readList } from '../model/yaml.ts';
import { dictionary } from '../search/compounds.ts';
import type { Synoniem } from '../search/register.ts';
import type { Page } from '../search/terms.ts';
import { keepPage, makeIndex, readContents } from './indexing.ts';
import { type Folders, putting } from './putting.ts';
import { startThread } from './threads.ts';

/** Where the list of entries stands in the site. */
export const ENTRIES = 'data/vindplaatsen.json';

export const readEntries = async (folder: string) => JSON.parse(await readFile(join(folder, ENTRIES), 'utf8')) as Vindplaats[];

interface Drawn {
  url: string;
  html: string;
}

interface Place {
  folders: Folders;
  /** The file of the thesaurus. */
  thesaurus: string;
}

export interface Indexer {
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
    add: (page) => thread.postMessage(page),
    index: () => {
      thread.postMessage('index');
      return made;
    },
  };
}

if (!isMainThread) {
  const { folders, thesaurus } = workerData as Place;
  const pages = new Map<string, Page>();
  const groups = readList<Synoniem>(readFileSync(thesaurus, 'utf8'));
  dictionary();
  const add = ({ url, html }: Drawn) => {
    const page = keepPage(html);
    if (page) pages.set(url, page);
  };
  const index = async () => {
    const { folder } = folders;
    const { files, names } = await makeIndex(folder, await readContents(folder, await readEntries(folder), pages, groups));
    const put = putting(folders);
    for (const { path, content } of files) put({ name: `pagefind/${path}`, content });
    parentPort!.postMessage(names);
  };
  parentPort!.on('message', (message: Drawn | 'index') => (message === 'index' ? index() : add(message)));
}
