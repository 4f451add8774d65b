/** What a meeting prints: its agenda, the chosen pages and the voices to cut out. The pages are fetched ahead, since printing waits for nothing. */
import { agenda, type Agenda } from '../model/agenda.ts';
import type { Bijeenkomst, Onderdeel } from '../model/bijeenkomst.ts';
import type { Keuze } from '../model/keuzes.ts';
import { tBijeenkomst as t } from '../strings/bijeenkomst.ts';
import { home, make } from './dom.ts';

const DATE = new Intl.DateTimeFormat('nl-NL', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const articles = new Map<string, Promise<Element>>();

/** The text of an entry, from its own page: what stands there is what is printed. */
async function fetchArticle({ url, code }: Keuze): Promise<Element> {
  const address = new URL(url, home());
  const response = await fetch(address);
  const html = await response.text();
  // The article alone: a style sheet that comes along, even one that is never used, breaks the policy of this page.
  const part = html.slice(html.indexOf('<article'), html.lastIndexOf('</article>'));
  const article = new DOMParser().parseFromString(part, 'text/html').querySelector('article.entry');
  if (!response.ok || !article) throw new Error(`${code}: ${response.status}`);
  const copy = document.importNode(article, true);
  for (const extra of copy.querySelectorAll('script, style, .screen-only, [data-footnote-backref]')) extra.remove();
  for (const marked of copy.querySelectorAll('[id]')) marked.removeAttribute('id');
  for (const link of copy.querySelectorAll('a')) {
    const href = link.getAttribute('href') ?? '';
    if (href.startsWith('#')) link.removeAttribute('href');
    else link.href = new URL(href, address).href;
  }
  return copy;
}

function articleOf(keuze: Keuze): Promise<Element> {
  const found = articles.get(keuze.code) ?? fetchArticle(keuze);
  articles.set(keuze.code, found);
  // What failed may work once the connection is back.
  found.catch(() => articles.delete(keuze.code));
  return found;
}

const spanOf = ({ tijden }: Agenda, index: number) => (tijden[index]?.van ? t.tot(tijden[index].van, tijden[index].tot) : '');

function agendaRow(item: Onderdeel, time: string): HTMLElement {
  const name = make('td', {}, make('strong', {}, [item.code, item.titel || t.eigen].filter(Boolean).join(' ')));
  if (item.noot) name.append(make('p', { class: 'noot', dir: 'auto' }, item.noot));
  return make('tr', {}, make('td', {}, time), name, make('td', {}, t.duurt(item.minuten ?? 0)));
}

function agendaPage(meeting: Bijeenkomst, times: Agenda): HTMLElement {
  const { titel, plek, datum, begin, onderdelen } = meeting;
  const when = [datum && DATE.format(new Date(`${datum}T00:00:00Z`)), begin && t.tot(begin, times.einde), plek].filter(Boolean).join(' · ');
  const head = make('thead', {}, make('tr', {}, ...[t.kopTijd, t.kopOnderdeel, t.kopDuur].map((text) => make('th', { scope: 'col' }, text))));
  const body = make('tbody', {}, ...onderdelen.map((item, index) => agendaRow(item, spanOf(times, index))));
  const foot = make('p', { class: 'som' }, t.totaal(times.totaal, times.einde));
  return make('section', { class: 'agenda' }, make('h1', {}, titel || t.zonderTitel), make('p', { class: 'lead' }, when), make('table', {}, head, body), foot);
}

/** A strip above a printed page with its place in the meeting. */
function strip(item: Onderdeel, index: number, times: Agenda): HTMLElement {
  const facts = [`${index + 1}`, spanOf(times, index), t.duurt(item.minuten ?? 0)].filter(Boolean).join(' · ');
  const made = make('div', { class: 'strook' }, make('p', {}, make('strong', {}, facts)));
  if (item.noot) made.append(make('p', { class: 'noot', dir: 'auto' }, item.noot));
  return made;
}

/** The voices of a case as slips, each with what it belongs to. Nothing for a card. */
function voices(article: Element, item: Onderdeel, deel: number): HTMLElement[] {
  const slips = [...article.querySelectorAll('.tafel > li')].map((voice) => {
    const slip = document.importNode(voice, true);
    slip.append(make('p', { class: 'bij' }, `${item.code} ${item.titel}`));
    return slip;
  });
  if (slips.length === 0) return [];
  return [
    make(
      'section',
      { class: `stemmen deel-${deel}` },
      make('h2', {}, t.stemmen(`${item.code} ${item.titel}`)),
      make('p', {}, t.stemmenUitleg),
      make('ul', { role: 'list' }, ...slips),
    ),
  ];
}

let turn = 0;

/** Draws the papers into `papier`; settles when all of them stand, with the codes of those whose text could not be had. */
export async function drawPapier(papier: HTMLElement, meeting: Bijeenkomst, known: ReadonlyMap<string, Keuze>): Promise<string[]> {
  const mine = ++turn;
  const times = agenda(meeting);
  const missing: string[] = [];
  const pages = meeting.onderdelen.map(async (item, index) => {
    const keuze = known.get(item.code);
    if (!keuze) return [];
    const page = make('section', { class: `bladen deel-${keuze.deel}` }, strip(item, index, times));
    const article = await articleOf(keuze).catch(() => undefined);
    if (!article) missing.push(item.code);
    page.append(article ?? make('div', {}, make('h2', {}, `${item.code} ${item.titel}`), make('p', {}, t.geenTekst)));
    return [page, ...(article ? voices(article, item, keuze.deel) : [])];
  });
  papier.setAttribute('aria-busy', 'true');
  if (papier.childElementCount === 0) papier.append(agendaPage(meeting, times));
  else papier.firstElementChild!.replaceWith(agendaPage(meeting, times));
  const drawn = (await Promise.all(pages)).flat();
  if (mine !== turn) return missing;
  papier.replaceChildren(agendaPage(meeting, times), ...drawn);
  papier.setAttribute('aria-busy', 'false');
  return missing;
}
