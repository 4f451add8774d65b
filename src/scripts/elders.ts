/** Searches other editions beside our own, where this site names any. */
import type { Asker, Uitgave } from '../search/elders.ts';
import type { Opened } from '../search/open.ts';
import type { Step } from '../search/steps.ts';
import { tElders } from '../strings/elders.ts';
import { find } from './dom.ts';

/** Which editions there are, as the page says. */
const uitgaven = JSON.parse(find('#resultaten').dataset['elders'] ?? '[]') as Uitgave[];

/** The askers of the editions that opened; one that did not is tried again at the next page. */
const opened = new Map<string, Promise<Asker>>();

/** Says which editions gave no answer. */
function sayMissing(names: readonly string[]): void {
  const line = find('#elders');
  line.hidden = names.length === 0;
  line.textContent = names.length > 0 ? tElders.onbereikbaar(names) : '';
}

/**
 * `step` with what other editions answer to `question` among our own hits; nothing when there are no others or they add nothing.
 * Never rejects: an edition that is out of reach is named on the page.
 */
export async function besideElders({ answer, state }: Step, question: string, { rarity, knows }: Opened): Promise<Step | undefined> {
  if (!question || uitgaven.length === 0) return undefined;
  // Loaded only where there is something to ask: most sites stand alone.
  const { interleave, openUitgave } = await import('../search/elders.ts');
  const ask = async (uitgave: Uitgave) => {
    const asker = opened.get(uitgave.url) ?? openUitgave(document.baseURI, uitgave);
    opened.set(uitgave.url, asker);
    return (await asker)(question, rarity);
  };
  const answers = await Promise.allSettled(uitgaven.map(ask));
  sayMissing(uitgaven.filter((_, place) => answers[place]!.status === 'rejected').map(({ naam }) => naam));
  // A page of the same name in both indexes is the same page, to the letter: it is shown once, as ours.
  const found = answers.flatMap((other) => (other.status === 'fulfilled' ? other.value : [])).filter(({ id }) => !knows(id));
  return found.length > 0 ? { answer: { ...answer, hits: interleave(answer.hits, found) }, state } : undefined;
}
