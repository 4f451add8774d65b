/** The thread that makes the index (see search.ts): it gives Pagefind page after page, also while the build is busy with a large one. */
import { join } from 'node:path';
import { type Contents, makeIndex, writeFiles } from './indexing.ts';

/** Writes the index of these contents to the built site in `folder`. Gives the name in it of every page, by its address. */
export default async function index({ folder, contents }: { folder: string; contents: Contents }): Promise<Map<string, string>> {
  const { files, names } = await makeIndex(folder, contents);
  writeFiles(files, join(folder, 'pagefind'));
  return names;
}
