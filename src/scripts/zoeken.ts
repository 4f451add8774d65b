/** The search page. The field is listened to first; the index loads behind it, so nothing typed early is lost. */
import type { Ingang } from '../model/ingangen.ts';
import { matchIngangen } from '../model/ingangen.ts';
import { choose, type Choices, type Counts, countFacets } from '../search/facets.ts';
import { type Answer, type Hit, openSearch, type Opened } from '../search/query.ts';
import type { FacetName } from '../model/vindplaatsen.ts';
import { t } from '../strings.ts';
import { isSkipLink } from './dom.ts';
import { toRow } from './resultaat.ts';

const PAGE = 10;
/** The address follows when typing rests: browsers refuse to rewrite it at every key. */
const ADDRESS_PAUSE = 300;

const find = <T extends HTMLElement>(selector: string) => document.querySelector<T>(selector)!;
const input = find<HTMLInputElement>('#q');
const panel = find<HTMLDetailsElement>('#facets');
const list = find<HTMLOListElement>('#resultaten');
const status = find('#status');
const more = find<HTMLButtonElement>('#meer');
const boxes = [...panel.querySelectorAll<HTMLInputElement>('input')];

let opened: Promise<Opened> | undefined;
let ingangen: Promise<Ingang[]> | undefined;
let turn = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

const term = () => input.value.trim();

function chosen(): Choices {
  const choices: Choices = {};
  for (const { name, value, checked } of boxes) if (checked) (choices[name as FacetName] ??= []).push(value);
  return choices;
}

/** The address says what is searched (`?q=`) and, after the hash where no server sees it, what is chosen. */
function writeAddress(): void {
  const url = new URL(location.href);
  if (term()) url.searchParams.set('q', term());
  else url.searchParams.delete('q');
  url.hash = new URLSearchParams(Object.entries(chosen()).flatMap(([name, values]) => values.map((value) => [name, value]))).toString();
  history.replaceState(null, '', url);
}

function readAddress(): void {
  if (!input.value) input.value = new URLSearchParams(location.search).get('q') ?? '';
  const hash = new URLSearchParams(location.hash.slice(1));
  for (const box of boxes) {
    box.checked = hash.getAll(box.name).includes(box.value);
    if (box.checked) box.closest('details')!.open = panel.open = true;
  }
}

function showCounts(counts: Counts): void {
  for (const box of boxes) {
    const count = counts[box.name as FacetName][box.value] ?? 0;
    const label = box.closest('label')!;
    label.classList.toggle('none', count === 0 && !box.checked);
    label.querySelector('.count')!.textContent = String(count);
  }
}

/** How much was found, for the words that were really asked. */
function sentence(total: number, { corrections }: Answer): string {
  const isChosen = boxes.some(({ checked }) => checked);
  const asked = corrections.reduce((text, { typed, form }) => text.replace(new RegExp(typed, 'i'), form), term());
  if (total === 0) return term() ? t.zoek.niets(term()) : t.zoek.nietsGekozen;
  if (term()) return t.zoek.gevonden(total, asked);
  return isChosen ? t.zoek.gekozen(total) : t.zoek.alles(total);
}

function showMore(hits: Hit[]): void {
  const from = list.childElementCount;
  const rows = hits.slice(from, from + PAGE).map((hit) => toRow(hit, term() !== ''));
  list.append(...rows);
  const left = hits.length - from - rows.length;
  more.hidden = left <= 0;
  more.textContent = t.zoek.meer(Math.min(PAGE, left));
  more.onclick = () => {
    showMore(hits);
    list.children[from + rows.length]?.querySelector('a')?.focus();
  };
}

/** Says which words exist nowhere and what was asked instead, with a way to ask for exactly what was typed. */
function showCorrections({ hits, corrections, missing }: Answer): void {
  const line = find('#bedoeld');
  // With nothing found at all, the status says so already.
  const named = hits.length > 0 ? missing : [];
  line.hidden = corrections.length + named.length === 0;
  line.replaceChildren(
    ...named.map((word) => `${t.zoek.zonder(word)} `),
    ...corrections.flatMap(({ typed, form }) => {
      const link = document.createElement('a');
      const url = new URL(location.href);
      url.searchParams.set('q', `"${typed}"`);
      link.href = url.href;
      link.textContent = t.zoek.precies(typed);
      return [`${t.zoek.bedoeld(typed, form)} `, link, ' '];
    }),
  );
}

async function showIngangen(mine: number): Promise<void> {
  const line = find('#ingangen');
  const base = document.baseURI;
  ingangen ??= fetch(new URL('data/ingangen.json', base)).then((response) => response.json() as Promise<Ingang[]>);
  const matches = term() ? matchIngangen(await ingangen.catch(() => []), term()) : [];
  if (mine !== turn) return;
  line.hidden = matches.length === 0;
  line.replaceChildren(
    ...matches.flatMap(({ soort, titel, url }, index) => {
      const link = document.createElement('a');
      link.href = new URL(url, base).href;
      link.textContent = titel;
      return [`${index > 0 ? ' · ' : ''}${soort}: `, link];
    }),
  );
}

function show(answer: Answer): void {
  const hits = choose(answer.hits, chosen());
  panel.hidden = false;
  showCounts(countFacets(answer.hits, chosen()));
  status.textContent = sentence(hits.length, answer);
  showCorrections(answer);
  list.replaceChildren();
  showMore(hits);
}

/** Answers what now stands in the field and the choices; an answer that a newer one overtook is dropped. */
async function update(): Promise<void> {
  const mine = ++turn;
  list.setAttribute('aria-busy', 'true');
  try {
    const { search, complete } = await (opened ??= openSearch(document.baseURI));
    // The first answer does not wait for the list of words; once it is there, answers get better and this one is given again.
    for (const isLast of [false, true]) {
      if (isLast) await complete();
      const answer = await search(term());
      if (mine !== turn) return;
      show(answer);
      if (!term()) break;
    }
    void showIngangen(mine);
  } catch {
    opened = undefined;
    if (mine !== turn) return;
    list.replaceChildren();
    more.hidden = true;
    status.textContent = t.zoek.geenIndex;
  }
  list.setAttribute('aria-busy', 'false');
}

function changed(pause: number): void {
  clearTimeout(timer);
  timer = setTimeout(writeAddress, pause);
  void update();
}

input.addEventListener('input', () => changed(ADDRESS_PAUSE));
input.form!.addEventListener('submit', (event) => {
  event.preventDefault();
  changed(0);
});
panel.addEventListener('change', () => changed(0));
addEventListener('hashchange', () => {
  if (isSkipLink(location.hash.slice(1))) return writeAddress();
  readAddress();
  void update();
});
// Beside the results there is room for the choices; on a phone they wait behind one line.
panel.open = matchMedia('(min-width: 60rem)').matches;
readAddress();
void update();
