/** The only place that reads the collections: once per build, checked once. */
import { getCollection, getEntry, render } from 'astro:content';
import type { CollectionEntry, CollectionKey } from 'astro:content';
import { digest } from './kept.ts';
import type { Entry, Library } from './model/library.ts';
import { assertRelations } from './model/relations.ts';
import { OPEN_NAMEN, type OpenNaam } from './schema/open.ts';

type Texts = 'algoritmes' | 'casussen' | 'paginas';
type Lists = Exclude<CollectionKey, Texts>;

async function texts<K extends Texts>(key: K): Promise<Entry<CollectionEntry<K>['data']>[]> {
  const entries = await getCollection(key);
  return entries.map(({ id, data, body }) => ({ slug: id, data, body: body ?? '' })).sort((a, b) => inOrder(order(a), order(b)));
}

/** A-100 comes after A-99. */
const { compare: inOrder } = new Intl.Collator('nl', { numeric: true });
const order = ({ slug, data }: Entry<object>) => ('code' in data ? String(data.code) : slug);

async function list<K extends Lists>(key: K): Promise<CollectionEntry<K>['data'][]> {
  const entries = await getCollection(key);
  return entries.sort((a, b) => a.id.localeCompare(b.id)).map(({ data }) => data);
}

async function load(): Promise<Library> {
  return {
    algoritmes: await texts('algoritmes'),
    casussen: await texts('casussen'),
    paginas: await texts('paginas'),
    delen: await list('delen'),
    themas: await list('themas'),
    leeffuncties: await list('leeffuncties'),
    macroOpgaven: await list('macroOpgaven'),
    situaties: await list('situaties'),
    begrippen: await list('begrippen'),
    woorden: await list('woorden'),
    synoniemen: await list('synoniemen'),
    edities: await list('edities'),
  };
}

let cached: Promise<Library> | undefined;

/** The whole library, with its relations checked. In a build it is read once; in development at every page, so that an edit shows, and the preview says what does not fit. */
export function getLibrary(): Promise<Library> {
  if (import.meta.env.DEV) return load();
  return (cached ??= load().then(assertRelations));
}

let keys: Promise<(...entries: readonly Entry<object>[]) => string> | undefined;

/**
 * Gives each page a key: when that is the same, so is the page, which then need not be drawn again.
 * It is made of every field of the library, and of its longer texts of those that the page shows: of these entries.
 */
export function pageKeys(): Promise<(...entries: readonly Entry<object>[]) => string> {
  return (keys ??= getLibrary().then((library) => {
    const all = Object.values(library).flat() as object[];
    const fields = digest(...all.map((entry) => JSON.stringify({ ...entry, body: '' })));
    return (...entries) => digest(fields, JSON.stringify(entries.map(({ body }) => body)));
  }));
}

/** A path for every file of open data, with its key (see pageKeys): only those of cards and cases hold longer texts. */
export async function openPaths() {
  const { algoritmes, casussen } = await getLibrary();
  const keyOf = await pageKeys();
  const texts: Partial<Record<OpenNaam, readonly Entry<object>[]>> = { algoritmes, casussen };
  return OPEN_NAMEN.map((naam) => ({ params: { naam }, cacheKey: keyOf(...(texts[naam] ?? [])) }));
}

/** The longer text of an entry as a component, with its headings. Throws when there is no such entry. */
export async function renderBody(collection: Texts, slug: string) {
  const entry = await getEntry(collection, slug);
  if (!entry) throw new Error(`Er is geen bestand content/${collection}/${slug}.mdx.`);
  return render(entry);
}
