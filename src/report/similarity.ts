import { fold } from '../model/text.ts';
import { RUN } from '../schema/tellen.ts';

const WORD = new RegExp(RUN, 'gu');
const SIZE = 5;
const [BASIS, PRIME] = [0x811c9dc5, 0x01000193];
/** What so many texts say is a turn of phrase, and no sign that two of them are alike. */
const COMMON = 20;
/** Room for the number of an entry below a hash of 32 bits, together within what a number holds exactly. */
const ROOM = 2 ** 20;

/** Every run of five words in the blocks, folded, as a hash of 32 bits (FNV-1a); runs do not cross from one block into the next. */
export function shingles(blocks: readonly string[]): Set<number> {
  const found = new Set<number>();
  for (const block of blocks) {
    const words = (fold(block).match(WORD) ?? []).map(hash);
    for (let start = 0; start + SIZE <= words.length; start += 1) {
      let value = BASIS;
      for (let place = start; place < start + SIZE; place += 1) value = Math.imul(value ^ words[place]!, PRIME);
      found.add(value);
    }
  }
  return found;
}

function hash(text: string): number {
  let value = BASIS;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), PRIME);
  return value;
}

export interface Alike {
  pair: [string, string];
  /** Of the shorter one's runs of words, the part (0 to 1) that the other has too. */
  share: number;
}

/** For every run that some entries share, and not too many, the numbers of those entries in order. */
function sharing(found: readonly ReadonlySet<number>[]): number[][] {
  // Sorted, the entries that hold the same run stand together.
  const runs = new Float64Array(found.reduce((sum, { size }) => sum + size, 0));
  let filled = 0;
  for (const [index, list] of found.entries()) for (const run of list) runs[filled++] = run * ROOM + index;
  runs.sort();
  const groups: number[][] = [];
  for (let start = 0, end = 0; start < runs.length; start = end) {
    const run = Math.floor(runs[start]! / ROOM);
    while (end < runs.length && Math.floor(runs[end]! / ROOM) === run) end += 1;
    // Nearly every run stands in one entry alone. (`| 0`: a number that is known to be whole is looked up faster.)
    if (end - start >= 2 && end - start <= COMMON) groups.push(Array.from(runs.subarray(start, end), (value) => (value - run * ROOM) | 0));
  }
  return groups;
}

/** The `most` pairs of entries that share the largest part of their runs of words, most alike first. Only pairs that share any are looked at, so that it stays quick as the library grows. */
export function alikePairs(entries: readonly { code: string; blocks: string[] }[], most = Infinity): Alike[] {
  const found = entries.map(({ blocks }) => shingles(blocks));
  const groupsOf = found.map((): number[][] => []);
  for (const group of sharing(found)) for (const holder of group) groupsOf[holder]!.push(group);
  const pairs: { a: number; b: number; share: number }[] = [];
  const counts = new Uint32Array(entries.length);
  for (const [a, groups] of groupsOf.entries()) {
    const others: number[] = [];
    for (const group of groups) for (const b of group) if (b > a && counts[b]!++ === 0) others.push(b);
    for (const b of others) pairs.push({ a, b, share: counts[b]! / Math.min(found[a]!.size, found[b]!.size) });
    counts.fill(0);
  }
  // Of the hundred thousand pairs among a thousand texts only these need an order.
  const least =
    Float64Array.from(pairs, ({ share }) => share)
      .sort()
      .at(-most) ?? 0;
  return pairs
    .filter(({ share }) => share >= least)
    .sort((x, y) => y.share - x.share || x.a - y.a || x.b - y.b)
    .slice(0, most)
    .map(({ a, b, share }): Alike => ({ pair: [entries[a]!.code, entries[b]!.code], share }));
}
