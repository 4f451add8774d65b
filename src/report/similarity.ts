import { fold } from '../model/text.ts';

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
    const words = (fold(block).match(/[\p{L}\p{N}]+/gu) ?? []).map(hash);
    for (let start = 0; start + SIZE <= words.length; start += 1) {
      let value = BASIS;
      for (let place = start; place < start + SIZE; place += 1) value = Math.imul(value ^ words[place]!, PRIME);
      found.add(value >>> 0);
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

/** The pairs of entries that share runs of words, most alike first. Only such pairs are looked at, so that it stays quick as the library grows. */
export function alikePairs(entries: readonly { code: string; blocks: string[] }[]): Alike[] {
  const hashes = entries.map(({ blocks }) => [...shingles(blocks)]);
  // Sorted, the entries that hold the same run stand together.
  const runs = Float64Array.from(hashes.flatMap((list, index) => list.map((value) => value * ROOM + index))).sort();
  const shared = new Map<number, number>();
  for (let start = 0, end = 0; start < runs.length; start = end) {
    const run = Math.floor(runs[start]! / ROOM);
    while (end < runs.length && Math.floor(runs[end]! / ROOM) === run) end += 1;
    // Nearly every run stands in one entry alone.
    if (end - start < 2 || end - start > COMMON) continue;
    const holders = Array.from(runs.subarray(start, end), (value) => value % ROOM);
    for (const [place, a] of holders.entries()) {
      for (const b of holders.slice(place + 1)) shared.set(a * ROOM + b, (shared.get(a * ROOM + b) ?? 0) + 1);
    }
  }
  return [...shared]
    .map(([key, count]) => {
      const [a, b] = [Math.floor(key / ROOM), key % ROOM];
      return { key, pair: [entries[a]!.code, entries[b]!.code] satisfies Alike['pair'], share: count / Math.min(hashes[a]!.length, hashes[b]!.length) };
    })
    .sort((a, b) => b.share - a.share || a.key - b.key)
    .map(({ pair, share }): Alike => ({ pair, share }));
}
