/** One result as a row of the list, with its passage when it comes into view. */
import type { Hit } from '../search/query.ts';
import { t } from '../strings.ts';
import { tElders } from '../strings/elders.ts';
import { make } from './dom.ts';
import { pickButton } from './kiezen.ts';

/** Passages weigh more than rows: each loads when its row comes into view. The room for it is kept, so that nothing jumps. */
const waiting = new WeakMap<Element, Hit>();
const seen = new IntersectionObserver((passages) => {
  for (const { target, isIntersecting } of passages) if (isIntersecting) void fill(target);
});

/** The text of a passage with its marks and nothing else: it may come from elsewhere. */
function marked(html: string): (Node | string)[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return [...body.childNodes].map((node) => (node.nodeName === 'MARK' ? make('mark', {}, node.textContent ?? '') : (node.textContent ?? '')));
}

/** Puts the passage of the newest answer in its place; one that does not come leaves the row as it is. */
async function fill(place: Element): Promise<void> {
  const hit = waiting.get(place);
  seen.unobserve(place);
  const passage = await hit?.passage().catch(() => undefined);
  if (!passage || waiting.get(place) !== hit) return;
  place.replaceChildren();
  if (passage.html) place.append('…', ...marked(passage.html), '…');
  else if (passage.via.length > 0) place.textContent = t.zoek.via(passage.via);
}

/** Rows fill a screen at a time: the first come sooner when the rest waits. */
const AT_ONCE = 5;
const filling: Promise<void>[] = [];
/** Settles when every row shows its entry. */
export const filled = () => Promise.all(filling);

/** Shows in `row` what its entry's page says, after the rows before it; a row of which the page does not come goes. */
function fillInTurn(row: HTMLElement, hit: Hit): void {
  const turn = filling.at(-AT_ONCE) ?? Promise.resolve();
  filling.push(
    turn.then(hit.shown).then(
      (shown) => show(row, shown, hit.uitgave),
      () => row.remove(),
    ),
  );
}

/** The row of a hit, with room for a passage once something is asked: it says where the words stand. */
export function toRow(hit: Hit, isAsked: boolean): HTMLLIElement {
  const row = make('li', { id: `r-${hit.id}` }, make('a'), make('p', { class: 'kern' }));
  if (isAsked) row.append(make('p', { class: 'excerpt' }));
  // At once where the list of entries says it all, as soon as it comes elsewhere.
  if (hit.titel) show(row, hit);
  else fillInTurn(row, hit);
  return row;
}

/** An entry of another edition says which, and cannot be picked for a meeting here. */
function show(row: HTMLElement, { url, code, titel, kern }: Pick<Hit, 'url' | 'code' | 'titel' | 'kern'>, uitgave?: string): void {
  const [link, line] = [row.querySelector('a')!, row.querySelector('.kern')!];
  link.href = new URL(url, document.baseURI).href;
  link.textContent = `${code} ${titel}`.trim();
  line.textContent = kern;
  if (uitgave) line.prepend(make('span', { class: 'label' }, tElders.uit(uitgave)), kern && '. ');
  else row.append(pickButton(code, titel));
}

/** Lets `row` show the passage of `hit` as soon as it is in view. */
export function expectPassage(row: Element, hit: Hit): void {
  const place = row.querySelector('.excerpt');
  if (!place) return;
  waiting.set(place, hit);
  seen.observe(place);
}
