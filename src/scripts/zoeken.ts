/** The search page. The field is listened to first; everything loads behind it, so nothing typed early is lost. */
import type { Ingang } from '../model/ingangen.ts';
import { matchIngangen } from '../model/ingangen.ts';
import { choose, type Choices, type Counts, countFacets } from '../search/facets.ts';
import { openSearch, type Opened } from '../search/open.ts';
import { type Answer, type Hit, MOST_ASKED } from '../search/query.ts';
import { answers, type Step } from '../search/steps.ts';
import { type FacetName, MOST_LISTED } from '../model/vindplaatsen.ts';
import { t } from '../strings.ts';
import { besideElders } from './elders.ts';
import { find, isSkipLink, load, make } from './dom.ts';
import { expectPassage, filled, toRow } from './resultaat.ts';

const PAGE = 10;
/** The address follows when typing rests: browsers refuse to rewrite it at every key. */
const ADDRESS_PAUSE = 300;
/** After so long without an answer the page says that it is looking. */
const BUSY_PAUSE = 600;

const input = find<HTMLInputElement>('#q');
const panel = find<HTMLDetailsElement>('#facets');
const list = find<HTMLOListElement>('#resultaten');
const status = find('#status');
const more = find<HTMLButtonElement>('#meer');
const boxes = [...panel.querySelectorAll<HTMLInputElement>('input')];

const count = Number(list.dataset['aantal']);
let opened: Promise<Opened> | undefined;
let ingangen: Promise<Ingang[]> | undefined;
let turn = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

const term = () => input.value.trim().slice(0, MOST_ASKED);

function chosen(): Choices {
  const choices: Choices = {};
  for (const { name, value, checked } of boxes) if (checked) (choices[name as FacetName] ??= []).push(value);
  return choices;
}

const isChosen = () => boxes.some(({ checked }) => checked);
/** Nothing to answer yet: a large site shows no list of everything. */
const isIdle = () => count > MOST_LISTED && !term() && !isChosen();

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

/** Without `counts` there is nothing to count yet. */
function showCounts(counts: Counts | undefined): void {
  for (const box of boxes) {
    const hits = counts && (counts[box.name as FacetName][box.value] ?? 0);
    const label = box.closest('label')!;
    label.classList.toggle('none', hits === 0 && !box.checked);
    label.querySelector('.count')!.textContent = String(hits ?? '');
  }
}

/** How much was found, for the words that were really asked. */
function sentence(total: number, { corrections }: Answer): string {
  const asked = corrections.reduce((text, { typed, form }) => text.replace(new RegExp(typed, 'i'), form), term());
  if (isIdle()) return t.zoek.alles(count);
  if (total === 0) return term() ? t.zoek.niets(term(), isChosen()) : t.zoek.nietsGekozen;
  if (term()) return t.zoek.gevonden(total, asked);
  return isChosen() ? t.zoek.gekozen(total) : t.zoek.alles(total);
}

/** Shows the next hits. A row that stands already is kept: a better answer moves it, and does not draw it again. */
function showMore(hits: Hit[], standing: ReadonlyMap<string, Element> = new Map()): void {
  const from = list.childElementCount;
  const next = hits.slice(from, from + PAGE);
  for (const hit of next) {
    const row = standing.get(`r-${hit.id}`) ?? toRow(hit, term() !== '');
    list.append(row);
    if (term()) expectPassage(row, hit);
  }
  const left = hits.length - from - next.length;
  more.hidden = left <= 0;
  more.textContent = t.zoek.meer(Math.min(PAGE, left));
  more.onclick = () => {
    showMore(hits);
    list.children[from + next.length]?.querySelector('a')?.focus();
  };
}

/** Replaces the list, and keeps the keyboard where it is when that result is still there. */
function showList(hits: Hit[]): void {
  const focused = document.activeElement;
  const isSame = (list.querySelector('.excerpt') !== null) === (term() !== '');
  const standing = new Map(isSame ? [...list.children].map((row) => [row.id, row] as const) : []);
  list.replaceChildren();
  showMore(hits, standing);
  if (list.contains(focused)) (focused as HTMLElement).focus({ preventScroll: true });
}

/** Says which words exist nowhere and what was asked instead, with a way to ask for exactly what was typed. */
function showCorrections({ hits, corrections, missing }: Answer): void {
  const line = find('#bedoeld');
  // With nothing found at all, the status says so already.
  const named = hits.length > 0 ? missing : [];
  const isCut = input.value.trim().length > MOST_ASKED;
  line.hidden = corrections.length + named.length === 0 && !isCut;
  line.replaceChildren(
    isCut ? `${t.zoek.ingekort(MOST_ASKED)} ` : '',
    ...named.map((word) => `${t.zoek.zonder(word)} `),
    ...corrections.flatMap(({ typed, form }) => {
      const url = new URL(location.href);
      url.searchParams.set('q', `"${typed}"`);
      return [`${t.zoek.bedoeld(typed, form)} `, make('a', { href: url.href }, t.zoek.precies(typed)), ' '];
    }),
  );
}

async function showIngangen(mine: number): Promise<void> {
  const line = find('#ingangen');
  const matches = term() ? matchIngangen(await (ingangen ??= load<Ingang[]>('ingangen.json')).catch(() => []), term()) : [];
  if (mine !== turn) return;
  line.hidden = matches.length === 0;
  const linkTo = ({ titel, url }: Ingang) => make('a', { href: new URL(url, document.baseURI).href }, titel);
  line.replaceChildren(...matches.flatMap((ingang, index) => [`${index > 0 ? ' · ' : ''}${ingang.soort}: `, linkTo(ingang)]));
}

function show({ answer, state }: Step): void {
  const hits = choose(answer.hits, chosen());
  panel.hidden = answer.hits.some(({ code, uitgave }) => !code && !uitgave);
  showCounts(isIdle() ? undefined : countFacets(answer.hits, chosen()));
  showList(hits);
  // What a glance lacks may still come: only a whole answer says what was not found.
  if (state === 'whole') status.textContent = sentence(hits.length, answer);
  if (state === 'whole') showCorrections(answer);
  if (state === 'failed') status.textContent = hits.length > 0 ? t.zoek.alleenTitels(hits.length) : t.zoek.geenIndex;
}

const NOTHING_ASKED: Step = { answer: { hits: [], corrections: [], missing: [] }, state: 'whole' };

/** Answers what now stands in the field and the choices; an answer that a newer one overtook is dropped. */
async function update(): Promise<void> {
  const mine = ++turn;
  list.setAttribute('aria-busy', 'true');
  void showIngangen(mine);
  const patience = setTimeout(() => (status.textContent = t.zoek.bezig), BUSY_PAUSE);
  try {
    const search = await (opened ??= openSearch(document.baseURI, count));
    let last = NOTHING_ASKED;
    for await (const step of isIdle() ? [NOTHING_ASKED] : answers(search, term())) {
      if (mine !== turn) return;
      show((last = step));
      // What makes the next answer better comes after what this one shows.
      await filled();
      if (step.state === 'failed') opened = undefined;
    }
    clearTimeout(patience);
    // After our own answer stands: others may be far away.
    const wider = await besideElders(last, term(), search);
    if (wider && mine === turn) show(wider);
  } catch {
    opened = undefined;
    if (mine === turn) show({ ...NOTHING_ASKED, state: 'failed' });
  } finally {
    clearTimeout(patience);
  }
  if (mine !== turn) return;
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
