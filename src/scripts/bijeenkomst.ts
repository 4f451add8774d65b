/** The meeting page: what is chosen, in which order, for how long. The link holds all of it; a pick in progress also waits in this tab. */
import { type Bijeenkomst, leeg, minuten, MOST_ONDERDELEN, type Onderdeel, readErbij, readLink, schoon, totaal, verplaats, writeLink } from '../model/bijeenkomst.ts';
import type { Kaartje } from '../model/kaartjes.ts';
import { t } from '../strings.ts';
import { toonPapier } from './bijeenkomst-papier.ts';
import { toRij } from './bijeenkomst-rij.ts';
import { laadKaartjes, maak, vind } from './maak.ts';

const KEPT = 'bijeenkomst';
const CHOICES = 6;

const form = vind<HTMLFormElement>('#bijeenkomst');
const list = vind<HTMLOListElement>('#programma');
const search = vind<HTMLInputElement>('#zoek');
const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement;

let kaartjes = new Map<string, Kaartje>();
let known = new Map<string, number>();
let nu: Bijeenkomst = leeg();

const say = (text: string) => (vind('#gezegd').textContent = text);
function tell(text: string): void {
  const line = vind('#melding');
  line.hidden = text === '';
  line.textContent = text;
}

/** The tab's memory may be refused; then the link alone holds the meeting. */
function keep(text: string): void {
  try {
    sessionStorage.setItem(KEPT, text);
  } catch {
    // Nothing is lost: the link holds it all.
  }
}
function kept(): string {
  try {
    return sessionStorage.getItem(KEPT) ?? '';
  } catch {
    return '';
  }
}

/** Writes the link: a step back for every change in the list, none for every key in a field. */
function save(isStep: boolean): void {
  const link = writeLink(nu);
  keep(link);
  if (isStep && `#${link}` !== location.hash) history.pushState(null, '', `#${link}`);
  else history.replaceState(null, '', `#${link}`);
}

function showTotal(): void {
  const line = vind('#totaal');
  const [used, left] = [totaal(nu), nu.tijd - totaal(nu)];
  line.hidden = nu.onderdelen.length === 0;
  line.classList.toggle('lang', left < 0);
  line.textContent = left < 0 ? t.bijeenkomst.teLang(used, -left) : t.bijeenkomst.over(used, left);
  void toonPapier(nu, kaartjes);
}

function draw(): void {
  for (const name of ['titel', 'wanneer', 'begin', 'tijd'] as const) if (document.activeElement !== field(name)) field(name).value = String(nu[name]);
  vind('#leeg').hidden = nu.onderdelen.length > 0;
  list.replaceChildren(
    ...nu.onderdelen.map((onderdeel, index) =>
      toRij(kaartjes.get(onderdeel.code)!, onderdeel, index, nu.onderdelen.length, {
        verplaats: (to, button) => move(index, to, button),
        weg: () => remove(index),
        wijzig: (change) => edit(index, change),
      }),
    ),
  );
  showTotal();
}

function change(onderdelen: Onderdeel[]): void {
  nu = { ...nu, onderdelen };
  save(true);
  draw();
}

function move(from: number, to: number, button: string): void {
  const { code } = nu.onderdelen[from]!;
  change(verplaats(nu.onderdelen, from, to));
  list.children[to]?.querySelector<HTMLElement>(button)?.focus();
  say(t.bijeenkomst.verplaatst(code, to + 1, nu.onderdelen.length));
}

function remove(index: number): void {
  const before = nu.onderdelen;
  const { code } = before[index]!;
  change(before.filter((_, place) => place !== index));
  tell(t.bijeenkomst.weg(code));
  const undo = maak('button', { type: 'button', text: t.bijeenkomst.terug, onclick: () => (tell(''), change(before)) });
  vind('#melding').append(' ', undo);
  undo.focus();
}

/** A change in a field keeps the rows as they are, so that the cursor stays. */
function edit(index: number, changed: Partial<Onderdeel>): void {
  nu = { ...nu, onderdelen: nu.onderdelen.map((item, place) => (place === index ? { ...item, ...changed } : item)) };
  save(false);
  showTotal();
}

function add({ code, minuten: count }: Kaartje): void {
  if (nu.onderdelen.length >= MOST_ONDERDELEN) return tell(t.bijeenkomst.vol(MOST_ONDERDELEN));
  change([...nu.onderdelen, { code, minuten: count, notitie: '' }]);
  say(t.bijeenkomst.erbij(code));
}

function showChoices(): void {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const found = words.length === 0 ? [] : [...kaartjes.values()].filter(({ code, titel, kern }) => words.every((word) => `${code} ${titel} ${kern}`.toLowerCase().includes(word)));
  const choices = found.slice(0, CHOICES).map((kaartje) => maak('li', {}, maak('button', { type: 'button', text: `+ ${kaartje.code} ${kaartje.titel}`, onclick: () => add(kaartje) })));
  vind('#keuze').replaceChildren(...(words.length > 0 && choices.length === 0 ? [maak('li', { text: t.bijeenkomst.nietGevonden })] : choices));
}

/** Reads the address; `erbij=` adds to what this tab was working on. */
function readAddress(): void {
  const extra = readErbij(location.hash, known);
  const isAdding = /(^|[#&])erbij=/.test(location.hash);
  const { bijeenkomst, weg } = readLink(isAdding || location.hash.length < 2 ? kept() : location.hash, known);
  nu = { ...bijeenkomst, onderdelen: [...bijeenkomst.onderdelen, ...extra].slice(0, MOST_ONDERDELEN) };
  const missed = isAdding && extra.length === 0 ? [...weg, schoon(location.hash.split('erbij=')[1] ?? '', 24)] : weg;
  tell(missed.length > 0 ? t.bijeenkomst.gemist(missed.slice(0, 5)) : '');
  if (isAdding) save(false);
  draw();
}

function onField(): void {
  const tijd = minuten(field('tijd').value) ?? nu.tijd;
  nu = { ...nu, titel: schoon(field('titel').value), wanneer: schoon(field('wanneer').value), begin: field('begin').value, tijd };
  save(false);
  showTotal();
}

async function share(): Promise<void> {
  save(false);
  try {
    if (navigator.share && matchMedia('(pointer: coarse)').matches) await navigator.share({ title: nu.titel || document.title, url: location.href });
    else {
      await navigator.clipboard.writeText(location.href);
      tell(t.bijeenkomst.gekopieerd);
    }
  } catch {
    tell(t.bijeenkomst.kopieerZelf);
  }
}

async function start(): Promise<void> {
  try {
    kaartjes = new Map((await laadKaartjes<Kaartje>()).map((kaartje) => [kaartje.code, kaartje]));
  } catch {
    return tell(t.bijeenkomst.geenKaarten);
  }
  known = new Map([...kaartjes].map(([code, { minuten: count }]) => [code, count]));
  form.hidden = false;
  readAddress();
  addEventListener('popstate', readAddress);
  addEventListener('hashchange', readAddress);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    // Enter in a field is no wish to print.
    if (!(document.activeElement instanceof HTMLInputElement)) void toonPapier(nu, kaartjes).then(() => print());
  });
  for (const name of ['titel', 'wanneer', 'begin', 'tijd']) field(name).addEventListener('input', onField);
  search.addEventListener('input', showChoices);
  vind('#deel').addEventListener('click', () => void share());
  vind('#opnieuw').addEventListener('click', () => {
    nu = leeg();
    change([]);
    tell(t.bijeenkomst.opnieuw);
  });
}

void start();
