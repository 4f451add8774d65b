/** What a meeting prints: an agenda, the chosen cards and cases from their own pages, and the voices of each case as slips. */
import { type Bijeenkomst, tijden, totaal } from '../model/bijeenkomst.ts';
import type { Kaartje } from '../model/kaartjes.ts';
import { t } from '../strings.ts';
import { maak, vind } from './maak.ts';

const pages = new Map<string, Promise<HTMLElement | undefined>>();
const sheets = new Set<string>();
let turn = 0;

/** Takes the styles out of the text of another page of this site; a policy that refuses inline styles lets a script adopt them. */
function adoptStyles(html: string): string {
  return html.replace(/<style[^>]*>([\s\S]*?)<\/style>/g, (_, text: string) => {
    if (sheets.has(text)) return '';
    sheets.add(text);
    const sheet = new CSSStyleSheet();
    // This page has the same fonts already, from addresses that an adopted sheet cannot resolve.
    sheet.replaceSync(text.replace(/@font-face\s*\{[^}]*\}/g, ''));
    document.adoptedStyleSheets.push(sheet);
    return '';
  });
}

/** The entry as it stands on its page, without ids, which would stand here twice. Undefined when the page cannot be had. */
function entryOf(url: string): Promise<HTMLElement | undefined> {
  const found = pages.get(url) ?? fetch(new URL(url, document.baseURI)).then(async (response) => {
    const page = new DOMParser().parseFromString(adoptStyles(await response.text()), 'text/html');
    const article = page.querySelector<HTMLElement>('article.entry');
    if (!response.ok || !article) return undefined;
    article.querySelectorAll('[id]').forEach((element) => element.removeAttribute('id'));
    article.querySelectorAll('script').forEach((script) => script.remove());
    return article;
  }).catch(() => undefined);
  pages.set(url, found);
  return found;
}

function agenda(nu: Bijeenkomst, kaartjes: ReadonlyMap<string, Kaartje>): HTMLElement {
  const starts = tijden(nu);
  const rows = nu.onderdelen.flatMap(({ code, minuten, notitie }, index) => [
    maak('tr', {}, maak('td', { text: starts[index]! }), maak('td', { text: t.bijeenkomst.min(minuten) }), maak('th', { scope: 'row', text: `${code} ${kaartjes.get(code)!.titel}` })),
    maak('tr', {}, maak('td'), maak('td'), maak('td', { class: notitie ? '' : 'regels', text: notitie || kaartjes.get(code)!.vraag })),
  ]);
  const heads = [t.bijeenkomst.tijd, t.bijeenkomst.duur, t.bijeenkomst.wat].map((text) => maak('th', { scope: 'col', text }));
  return maak('section', { class: 'agenda' },
    maak('h1', { text: nu.titel || t.bijeenkomst.naamloos }),
    maak('p', { class: 'lead', text: nu.wanneer }),
    maak('p', { text: t.bijeenkomst.samen(totaal(nu), nu.tijd) }),
    maak('table', {}, maak('thead', {}, maak('tr', {}, ...heads)), maak('tbody', {}, ...rows)));
}

/** The voices of a case as slips to cut out; nothing for a card. */
function slips(article: HTMLElement, code: string): HTMLElement[] {
  const voices = [...article.querySelectorAll('.tafel > li')];
  if (voices.length === 0) return [];
  const made = voices.map((voice) => {
    const strook = maak('div', { class: `strook${voice.classList.contains('afwezig') ? ' afwezig' : ''}` });
    strook.append(...[...voice.querySelectorAll('h3, .label, dl')].map((part) => part.cloneNode(true)));
    return strook;
  });
  return [maak('section', { class: 'stroken' }, maak('h2', { text: t.bijeenkomst.stemmen(code) }), maak('p', { text: t.bijeenkomst.knip }), ...made)];
}

/** Puts the sheets of the meeting in place, unseen until they are printed. A newer call overtakes an older one. */
export async function toonPapier(nu: Bijeenkomst, kaartjes: ReadonlyMap<string, Kaartje>): Promise<void> {
  const mine = ++turn;
  const entries = await Promise.all(nu.onderdelen.map(async ({ code }) => ({ code, article: await entryOf(kaartjes.get(code)!.url) })));
  if (mine !== turn) return;
  const parts = entries.flatMap(({ code, article }) => {
    if (!article) return [maak('p', { text: t.bijeenkomst.nietGeladen(code) })];
    const copy = article.cloneNode(true) as HTMLElement;
    copy.classList.add(`deel-${kaartjes.get(code)!.deel}`);
    return [copy, ...slips(article, code)];
  });
  vind('#papier').replaceChildren(...(nu.onderdelen.length > 0 ? [agenda(nu, kaartjes), ...parts] : [maak('p', { text: t.bijeenkomst.leegPapier })]));
}
