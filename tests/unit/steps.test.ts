import { expect, it } from 'vitest';
import type { Opened } from '../../src/search/open.ts';
import type { Answer, Hit } from '../../src/search/query.ts';
import { answers } from '../../src/search/steps.ts';

const answerOf = (...ids: string[]): Answer => ({ hits: ids.map((id) => ({ id }) as Hit), corrections: [], missing: [] });

/** A search that writes down what is asked of it; `seen` is what a glance finds. */
function open(seen: Answer, isOpening: boolean): { search: Opened; asked: string[] } {
  const asked: string[] = [];
  const note = async (name: string, answer: Answer) => (asked.push(name), answer);
  const search = {
    open: () => void asked.push('open'),
    isOpening: () => isOpening,
    glance: () => note('glance', seen),
    search: () => note('search', answerOf('b')),
    listed: async () => undefined,
    complete: async () => undefined,
    isComplete: () => true,
  } as unknown as Opened;
  return { search, asked };
}

async function statesOf(seen: Answer, isOpening: boolean, question = 'tuin'): Promise<{ states: string[]; asked: string[] }> {
  const { search, asked } = open(seen, isOpening);
  const states: string[] = [];
  for await (const { state } of answers(search, question)) {
    asked.push(`shown: ${state}`);
    states.push(state);
  }
  return { states, asked };
}

it('shows what titles say before anything is asked of an index that has not begun to load', async () =>
  expect((await statesOf(answerOf('a'), false)).asked).toEqual(['glance', 'shown: glance', 'search', 'shown: whole']));
it('asks the index at once when titles say nothing', async () => expect((await statesOf(answerOf(), false)).states).toEqual(['whole']));
it('asks an index that is there at once, and does not draw twice', async () => expect((await statesOf(answerOf('a'), true)).asked).toEqual(['search', 'shown: whole']));
it('loads the index behind the list when nothing is asked yet', async () => expect((await statesOf(answerOf('a'), false, '')).asked).toEqual(['search', 'shown: whole', 'open']));
