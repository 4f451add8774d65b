/** One result as a row of the list, with its passage when it comes into view. */
import type { Hit } from '../search/query.ts';
import { t } from '../strings.ts';
import { pickButton } from './kiezen.ts';

function element(tag: string, className: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/** Passages weigh more than rows: each loads when its row comes into view. The room for it is kept, so that nothing jumps. */
const excerpts = new WeakMap<Element, Hit>();
const seen = new IntersectionObserver((rows) => {
  for (const { target, isIntersecting } of rows) {
    const hit = excerpts.get(target);
    if (!isIntersecting || !hit) continue;
    seen.unobserve(target);
    void hit.passage().then(({ html, via }) => {
      if (html) target.innerHTML = `…${html}…`;
      else if (via.length > 0) target.textContent = t.zoek.via(via);
      else target.remove();
    });
  }
});

/** The row of a hit. With a passage once something is asked: it says where the words stand. */
export function toRow(hit: Hit, isAsked: boolean): HTMLLIElement {
  const { url, code, titel, kern } = hit;
  const row = document.createElement('li');
  const link = document.createElement('a');
  link.href = new URL(url, document.baseURI).href;
  link.textContent = `${code} ${titel}`;
  row.append(link, element('p', 'kern', kern));
  const pick = pickButton(code, titel);
  if (!isAsked) {
    row.append(pick);
    return row;
  }
  const passage = element('p', 'excerpt', '');
  excerpts.set(passage, hit);
  seen.observe(passage);
  row.append(passage, pick);
  return row;
}
