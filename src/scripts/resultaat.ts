/** One result as a row of the list, with its passage when it comes into view. */
import type { Hit } from '../search/query.ts';
import { paths } from '../model/paths.ts';
import { t } from '../strings.ts';

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
  const add = element('a', 'erbij screen-only', t.zoek.erbij) as HTMLAnchorElement;
  add.href = new URL(paths.erbij(code).slice(1), document.baseURI).href;
  add.setAttribute('aria-label', `${t.zoek.erbij}: ${code}`);
  row.append(link, element('p', 'kern', kern));
  if (!isAsked) {
    row.append(add);
    return row;
  }
  const passage = element('p', 'excerpt', '');
  excerpts.set(passage, hit);
  seen.observe(passage);
  row.append(passage, add);
  return row;
}
