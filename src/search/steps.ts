/** A question is answered in steps, each better than the one before. */
import type { Opened } from './open.ts';
import type { Answer } from './query.ts';

export interface Step {
  answer: Answer;
  /** `glance`: more is to come. `whole`: from the full text. `failed`: the full text did not come, and this is all there is. */
  state: 'glance' | 'whole' | 'failed';
}

/** Milliseconds that a glance waits for the whole answer: when that is at hand, drawing twice only costs time. */
const GLANCE_PAUSE = 60;
/** Milliseconds in which a browser draws what it was given. */
const FRAME = 30;

const wait = (pause: number) => new Promise<void>((resolve) => setTimeout(resolve, pause));

const isDoneWithin = (work: Promise<unknown>, pause: number): Promise<boolean> =>
  Promise.race([
    work.then(
      () => true,
      () => true,
    ),
    wait(pause).then(() => false),
  ]);

/**
 * Answers `question` from titles and search words at once, from the full text when that part of the index is there, and again when the list
 * of words has come: the first whole answer does not wait for that one. Who has asked nothing needs the list of entries alone. Never rejects
 * but for that list.
 */
export async function* answers({ open, isOpening, glance, search, listed, complete, isComplete }: Opened, question: string): AsyncGenerator<Step> {
  if (!question) {
    await listed();
    yield { answer: await search(''), state: 'whole' };
    return open();
  }
  const wasComplete = isComplete();
  // The index would share the line and the phone with the first thing to see: that is drawn before anything is asked of it.
  const early = isOpening() ? undefined : await glance(question);
  if (early?.hits.length) {
    yield { answer: early, state: 'glance' };
    await wait(FRAME);
  }
  const first = search(question);
  if (!early && !(await isDoneWithin(first, GLANCE_PAUSE))) {
    const answer = await glance(question);
    if (answer.hits.length > 0) yield { answer, state: 'glance' };
  }
  try {
    const whole = await first;
    // Without the words, nothing found may still be a typing error.
    if (whole.hits.length > 0 || wasComplete) yield { answer: whole, state: 'whole' };
    if (wasComplete) return;
    await complete();
    // The words have just been read, which keeps a phone busy: a finger may come in between.
    await wait(0);
    yield { answer: await search(question), state: 'whole' };
  } catch {
    await complete();
    yield { answer: await glance(question), state: 'failed' };
  }
}
