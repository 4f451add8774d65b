import { expect, it } from 'vitest';
import { interleave } from '../../src/search/elders.ts';
import type { Hit } from '../../src/search/query.ts';

const hit = (id: string, score: number) => ({ id, score }) as Hit;
const order = (own: Hit[], others: Hit[]) =>
  interleave(own, others)
    .map(({ id }) => id)
    .join(' ');

it('puts what scores better before ours, and ours first on equal score', () => {
  expect(order([hit('a', 3), hit('b', 1)], [hit('x', 1), hit('y', 2), hit('z', 0.5)])).toBe('a y b x z');
  expect(order([hit('a', 3)], [hit('x', 3)])).toBe('a x');
});
it('keeps our own order, also where it does not follow the score', () => expect(order([hit('a', 1), hit('b', 3)], [hit('x', 2)])).toBe('x a b'));
it('puts nothing before what was asked for by its code', () => expect(order([hit('a', Infinity)], [hit('x', 99)])).toBe('a x'));
it('gives what others found when there is nothing here', () => expect(order([], [hit('x', 1), hit('y', 2)])).toBe('y x'));
