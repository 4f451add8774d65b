/** Keeps the chair that a reader looks from while she walks on. A page by itself needs none of this: each choice is a link to itself. */
import { recall, remember } from './geheugen.ts';

const NAME = 'vanuit';
const links = [...document.querySelectorAll<HTMLAnchorElement>('.kijk a')];
/** The last of them asks for all chairs alike. */
const all = links.at(-1);

/** The choice in the address or else the one made before; what is no choice of ours changes nothing. */
function show(): void {
  const asked = links.find(({ hash }) => hash === location.hash) ?? links.find(({ hash }) => hash === recall(NAME));
  if (!asked) return;
  remember(NAME, asked.hash);
  for (const link of links) link === asked ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current');
  if (!location.hash && asked !== all) history.replaceState(history.state, '', asked.hash);
}

addEventListener('hashchange', show);
show();
