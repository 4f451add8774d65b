/** Other editions of the library: our own program looks in their index. Nothing of theirs runs on our page; what it says is shown as text. */
import { toPassage, type Fragment } from './passage.ts';
import { plan, type Asked } from './plan.ts';
import { type Hit, INDEX_OPTIONS, RANKING } from './query.ts';
import { type Found, rank, type Worth } from './rank.ts';

/** An edition elsewhere: its name, and where it starts, with a slash at the end. */
export interface Uitgave {
  naam: string;
  url: string;
}

interface Result extends Found {
  data: () => Promise<Fragment & { url: string }>;
}

/** An index of Pagefind beside our own. */
interface Instance {
  mergeIndex: (path: string, options: object) => Promise<void>;
  search: (term: string, options: object) => Promise<{ results: Result[] }>;
}

/** Answers a question with the hits in one edition, best first. `rarity` is that of our own site, so that scores compare. */
export type Asker = (question: string, rarity: Worth['rarity']) => Promise<Hit[]>;

/** How long an edition may take to open: who waits longer than this for a second answer has gone. */
const PATIENCE = 4_000;
const NONE = new Map<string, never>();

const within = <T>(work: Promise<T>): Promise<T> =>
  Promise.race([work, new Promise<never>((_, reject) => setTimeout(() => reject(new Error('De andere uitgave antwoordt niet.')), PATIENCE))]);

/** Within the edition, wherever its index says that the page stands. */
const addressIn = ({ url }: Uitgave, address: string) => (address.startsWith(url) ? address : url);

function toHit(uitgave: Uitgave, { id, data }: Result, forms: readonly string[], score: number): Hit {
  const shown = async () => {
    const { url, meta } = await data();
    return { url: addressIn(uitgave, url), code: meta['code'] ?? '', titel: meta['title'] ?? uitgave.naam, kern: meta['kern'] ?? '' };
  };
  return {
    id,
    url: '',
    code: '',
    titel: '',
    kern: '',
    naast: [],
    facets: { soort: [], deel: [], thema: [], rol: [] },
    score,
    uitgave: uitgave.naam,
    shown,
    passage: async () => toPassage(await data(), forms),
  };
}

/** Words stand for themselves: which forms the other edition knows is not known here. A question in quotes is asked whole. */
const askedFor = (question: string): Asked[] =>
  /^".+"$/.test(question) ? [{ typed: question, variants: [{ form: question, weight: 1 }], corrected: false }] : plan(question, undefined);

/** Opens the index of `uitgave` with the Pagefind of our own site under `base`. Rejects when it is not there or takes too long. */
export async function openUitgave(base: string, uitgave: Uitgave): Promise<Asker> {
  const { createInstance } = (await import(/* @vite-ignore */ new URL('pagefind/pagefind.js', base).href)) as { createInstance: (options: object) => Instance };
  // An instance of its own per edition: one that cannot be opened would make every search of the instance it was merged into fail.
  const instance = createInstance({ basePath: new URL('pagefind/', base).href, ...INDEX_OPTIONS });
  await within(instance.mergeIndex(new URL('pagefind/', uitgave.url).href, { baseUrl: uitgave.url, mergeFilter: { uitgave: uitgave.naam }, ranking: RANKING }));
  const cache = new Map<string, Promise<Result[]>>();
  const find = (form: string) => {
    const found = cache.get(form) ?? instance.search(form, { filters: { uitgave: uitgave.naam } }).then(({ results }) => results);
    cache.set(form, found);
    return found;
  };
  const answer: Asker = async (question, rarity) => {
    const asked = askedFor(question);
    const forms = asked.map(({ typed }) => typed);
    const scores = await rank(asked, [], find, { rarity, focus: () => NONE, about: () => NONE, beside: () => [] });
    return scores.flatMap(({ best, total }) => (best ? [toHit(uitgave, best.result, forms, total)] : []));
  };
  return (question, rarity) => within(answer(question, rarity));
}

/** Our own hits in their order, with those of others where they score better; on equal score ours comes first. */
export function interleave(own: readonly Hit[], others: readonly Hit[]): Hit[] {
  const left = others.toSorted((a, b) => b.score - a.score);
  const better = (score: number) => left.splice(0, left.filter((hit) => hit.score > score).length);
  return [...own.flatMap((hit) => [...better(hit.score), hit]), ...left];
}
