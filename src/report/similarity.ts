import { fold } from '../model/text.ts';

const SIZE = 5;

/** Every run of five words in the blocks, folded; runs do not cross from one block into the next. */
export function shingles(blocks: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (const block of blocks) {
    const words = fold(block).match(/[\p{L}\p{N}]+/gu) ?? [];
    for (let start = 0; start + SIZE <= words.length; start += 1) found.add(words.slice(start, start + SIZE).join(' '));
  }
  return found;
}

/** The share (0 to 1) of the smaller set that the other holds too. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let both = 0;
  for (const shingle of small) if (large.has(shingle)) both += 1;
  return both / small.size;
}
