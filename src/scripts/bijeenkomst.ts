/** The page that composes a meeting. All of it stands in the fragment of the address; the tab remembers the last state, to add to from other pages. */
import { agenda, EIGEN_MINUTEN, fillIn, moved } from '../model/agenda.ts';
import { type Bijeenkomst, LIMIETEN, nieuweBijeenkomst, readBijeenkomst, writeBijeenkomst } from '../model/bijeenkomst.ts';
import type { Keuze } from '../model/keuzes.ts';
import { tBijeenkomst as t } from '../strings/bijeenkomst.ts';
import { makeShare } from './delen.ts';
import { arrived, find, isSkipLink, load } from './dom.ts';
import { KEUZE, recall, remember } from './geheugen.ts';
import { drawPapier } from './papier.ts';
import { type Acties, drawProgramma, drawTimes, focusOn, nameOf } from './programma.ts';
import { makeDraggable } from './slepen.ts';
import { drawStand } from './stand.ts';
import { showLoss } from './verlies.ts';
import { makeFinder } from './zoeklijst.ts';

/** The address and the papers follow when typing rests. */
const PAUSE = 300;
const FIELDS = ['titel', 'datum', 'plek', 'begin'] as const;

const list = find<HTMLOListElement>('#programma');
const papier = find('#papier');
const undo = find('#terug');
const tijd = find<HTMLInputElement>('#tijd');
const field = (name: (typeof FIELDS)[number]) => find<HTMLInputElement>(`#${name}`);

let known: ReadonlyMap<string, Keuze> = new Map();
let stand = nieuweBijeenkomst();
let timer: ReturnType<typeof setTimeout> | undefined;
let papers: Promise<unknown> = Promise.resolve();

function say(text: string): void {
  find('#status').textContent = text;
}

/** What changes while someone types: never the field that is typed in. */
function drawAround(): void {
  const times = agenda(stand);
  drawTimes(list, times);
  drawStand(stand, times);
}

function drawPapers(): void {
  papers = drawPapier(papier, stand, known).then((codes) => {
    find('#gemist').textContent = codes.length > 0 ? t.geenTekstVoor(codes) : '';
  });
}

function draw(): void {
  for (const name of FIELDS) field(name).value = stand[name];
  tijd.value = stand.tijd === undefined ? '' : String(stand.tijd);
  drawProgramma(list, stand, known, acties);
  find('#leeg').hidden = stand.onderdelen.length > 0;
  drawAround();
  drawPapers();
}

/** Writes the state in the address that is there, and in the memory of the tab. */
function save(): void {
  clearTimeout(timer);
  timer = undefined;
  const fragment = writeBijeenkomst(stand);
  history.replaceState(null, '', `#${fragment}`);
  remember(KEUZE, fragment);
}

function typed(fields: Partial<Bijeenkomst>): void {
  stand = { ...stand, ...fields };
  drawAround();
  clearTimeout(timer);
  timer = setTimeout(() => {
    save();
    drawPapers();
  }, PAUSE);
}

/** A change that the back button undoes. */
function put(next: Bijeenkomst): void {
  if (timer !== undefined) save();
  stand = next;
  undo.hidden = true;
  history.pushState(null, '', `#${writeBijeenkomst(stand)}`);
  save();
  draw();
}

/** Offers to go back to `before`, and leaves the focus on that offer. */
function offerBack(text: string, label: string, before: Bijeenkomst, done: string): void {
  undo.hidden = false;
  find('#terug span').textContent = text;
  const back = find<HTMLButtonElement>('#terug button');
  back.textContent = label;
  back.onclick = () => {
    put(before);
    find('#programmakop').focus();
    say(done);
  };
}

function add(item: { code: string; titel: string; minuten: number }): boolean {
  const name = item.code || item.titel;
  const isIn = item.code !== '' && stand.onderdelen.some(({ code }) => code === item.code);
  const isFull = stand.onderdelen.length >= LIMIETEN.onderdelen;
  if (!isIn && !isFull) put({ ...stand, onderdelen: [...stand.onderdelen, { ...item, noot: '' }] });
  say(isIn ? t.stondEr(name) : isFull ? t.vol(LIMIETEN.onderdelen) : t.erbij(name));
  return !isIn && !isFull;
}

const acties: Acties = {
  move: (from, to) => {
    const item = stand.onderdelen[from]!;
    const count = stand.onderdelen.length;
    if (to < 0) return say(t.bovenaan(nameOf(item)));
    if (to >= count) return say(t.onderaan(nameOf(item)));
    put({ ...stand, onderdelen: moved(stand.onderdelen, from, to) });
    focusOn(list, to, to < from ? 'hoger' : 'lager');
    say(t.staatOp(nameOf(item), to + 1, count));
  },
  remove: (index) => {
    const before = stand;
    const naam = nameOf(stand.onderdelen[index]!);
    put({ ...stand, onderdelen: stand.onderdelen.filter((_, place) => place !== index) });
    offerBack(t.isWeg(naam), t.zetTerug(naam), before, t.teruggezet(naam));
    find('#terug button').focus();
    say(t.isWeg(naam));
  },
  change: (index, fields) => typed({ onderdelen: stand.onderdelen.map((item, place) => (place === index ? { ...item, ...fields } : item)) }),
};

const read = (fragment: string) => {
  const { bijeenkomst, erbij, verlies } = readBijeenkomst(fragment);
  const filled = fillIn(bijeenkomst, known);
  return { bijeenkomst: filled.bijeenkomst, erbij, verlies: [...verlies, ...filled.verlies] };
};

/** Reads the address: a whole meeting, or cards to add to the pick in progress, or nothing, and then that pick. */
function open(isArrival: boolean): void {
  const fragment = location.hash.slice(1);
  if (isSkipLink(fragment)) return save();
  const stored = read(recall(KEUZE));
  const link = read(fragment);
  const isAddition = link.bijeenkomst.onderdelen.length === 0 && (link.erbij.length > 0 || fragment === '');
  const base = isAddition ? stored.bijeenkomst : link.bijeenkomst;
  const more = read(link.erbij.filter((code) => !base.onderdelen.some((item) => item.code === code)).join('&'));
  stand = { ...base, onderdelen: [...base.onderdelen, ...more.bijeenkomst.onderdelen].slice(0, LIMIETEN.onderdelen) };
  save();
  undo.hidden = true;
  draw();
  showLoss(find('#verlies'), [...link.verlies, ...more.verlies]);
  if (link.erbij.length > 0) say(link.erbij.map((code) => (more.bijeenkomst.onderdelen.some((item) => item.code === code) ? t.erbij(code) : t.stondEr(code))).join(' '));
  const isOther = isArrival && !isAddition && stored.bijeenkomst.onderdelen.length > 0 && writeBijeenkomst(stored.bijeenkomst) !== writeBijeenkomst(stand);
  if (isOther) offerBack(t.eerder, t.haalEerder, stored.bijeenkomst, t.eerderTerug);
}

function listenToFields(): void {
  for (const name of FIELDS) field(name).addEventListener('input', () => typed({ [name]: field(name).value }));
  tijd.addEventListener('input', () => typed({ tijd: tijd.value === '' ? undefined : Math.max(0, Math.min(LIMIETEN.tijd, Math.round(Number(tijd.value)) || 0)) }));
  addEventListener('pagehide', () => timer !== undefined && save());
  find('#eigen').addEventListener('click', () => {
    if (add({ code: '', titel: '', minuten: EIGEN_MINUTEN })) list.lastElementChild!.querySelector<HTMLElement>('.naam')!.focus();
  });
}

function listenToButtons(): void {
  const told = (isCopied: boolean) => say(isCopied ? t.gekopieerd : t.nietGekopieerd);
  makeShare(find('#kopieer'), find('#deel'), save, () => stand.titel || document.title, told);
  find('#druk').addEventListener('click', () => {
    say(t.laden);
    drawPapers();
    void papers.then(() => {
      say('');
      print();
    });
  });
  find('#opnieuw').addEventListener('click', () => {
    const before = stand;
    put(nieuweBijeenkomst());
    offerBack(t.opnieuw, t.zetTerug(t.alles), before, t.teruggezet(t.alles));
    find('#terug button').focus();
    say(t.opnieuw);
  });
  for (const box of document.querySelectorAll<HTMLInputElement>('#bladen input')) box.addEventListener('change', () => papier.classList.toggle(`zonder-${box.name}`, !box.checked));
}

async function start(): Promise<void> {
  const keuzes = await load<Keuze[]>('keuzes.json');
  arrived(find('#geenlijst'));
  known = new Map(keuzes.map((keuze) => [keuze.code, keuze]));
  makeFinder(find<HTMLInputElement>('#zoekkaart'), find('#vondsten'), keuzes, (keuze) => void add(keuze), say);
  makeDraggable(list, (from, to) => (from === to ? draw() : acties.move(from, to)));
  listenToFields();
  listenToButtons();
  find('#werkplaats').hidden = false;
  open(true);
  addEventListener('popstate', () => open(false));
  // Back from another page, on which something may have been added.
  addEventListener('pageshow', ({ persisted }) => persisted && open(true));
}

start().catch(() => (find('#geenlijst').textContent = t.geenLijst));
