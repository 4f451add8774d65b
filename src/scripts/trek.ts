/** The page that draws a card. The address carries its code, so that a whole room sees the same one. */
import type { Trekkaart } from '../model/keuzes.ts';
import { draw, pile, readTrekking, type Trekking, writeTrekking } from '../model/trekking.ts';
import { tTrek as t } from '../strings.ts';
import { makeShare } from './delen.ts';
import { arrived, find, home, isSkipLink, load } from './dom.ts';
import { recall, remember } from './geheugen.ts';

const RECENT = 'getrokken';
/** As many as one session would draw: they do not come back soon. */
const REMEMBERED = 12;

let cards: Trekkaart[] = [];
let trekking = readTrekking('');

const recent = () => recall(RECENT).split(' ').filter(Boolean);
const address = () => `#${writeTrekking(trekking)}`;

function say(text: string): void {
  find('#status').textContent = text;
}

function showCard(kaart: Trekkaart): void {
  find('#kaart').className = `deel-${kaart.deel}`;
  for (const name of ['code', 'titel', 'kern', 'hart', 'vraag'] as const) find(`#k-${name}`).textContent = kaart[name];
  find('#k-morgen').textContent = kaart.morgen ?? '';
  find('#morgen').hidden = !kaart.morgen;
  const read = find<HTMLAnchorElement>('#lees');
  read.href = new URL(kaart.url, home()).href;
  read.textContent = t.lees(kaart.code);
  const add = find<HTMLAnchorElement>('#erbij');
  add.hash = `erbij=${kaart.code}`;
}

/** The big view, in smaller type where a card would not fit the screen. */
function showSize(isGroot: boolean): void {
  const { classList } = document.documentElement;
  classList.toggle('groot', isGroot);
  classList.remove('krap');
  if (isGroot) classList.toggle('krap', document.documentElement.scrollHeight > innerHeight);
}

function show(): void {
  const kaart = cards.find(({ code }) => code === trekking.code);
  const asked = trekking.code || trekking.vreemd;
  const isGroot = trekking.isGroot && kaart !== undefined;
  if (kaart) showCard(kaart);
  find('#kaart').hidden = find('#daarna').hidden = !kaart;
  find('#rug').hidden = Boolean(kaart);
  find('#fout').textContent = !kaart && asked ? t.fout(asked.slice(0, 30)) : '';
  for (const button of document.querySelectorAll('[data-trek]')) button.textContent = kaart ? t.nogEen : t.trek;
  find('#sluit').hidden = !isGroot;
  showSize(isGroot);
  for (const box of document.querySelectorAll<HTMLInputElement>('#keuze input')) box.checked = box.value === (box.name === 'deel' ? String(trekking.deel ?? '') : trekking.stapel);
}

function drawCard(): void {
  const kaart = draw(pile(cards, trekking), [...recent(), trekking.code], Math.random);
  if (!kaart) return say(t.leeg);
  trekking = { ...trekking, code: kaart.code, vreemd: '' };
  remember(RECENT, [...recent(), kaart.code].slice(-REMEMBERED).join(' '));
  history.pushState(null, '', address());
  show();
  say(t.getrokken(`${kaart.code} ${kaart.titel}`));
}

function setGroot(isGroot: boolean): void {
  if (trekking.isGroot === isGroot) return;
  trekking = { ...trekking, isGroot };
  history.replaceState(null, '', address());
  show();
  find(isGroot ? '#sluit' : '#groot').focus();
  if (isGroot) document.documentElement.requestFullscreen?.().catch(() => undefined);
  else if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
}

function choose(change: Partial<Trekking>): void {
  trekking = { ...trekking, ...change };
  history.replaceState(null, '', address());
}

function read(): void {
  const fragment = location.hash.slice(1);
  if (isSkipLink(fragment)) return history.replaceState(null, '', address());
  trekking = readTrekking(fragment);
  show();
}

function listen(): void {
  for (const button of document.querySelectorAll('[data-trek]')) button.addEventListener('click', drawCard);
  find('#groot').addEventListener('click', () => setGroot(true));
  find('#sluit').addEventListener('click', () => setGroot(false));
  find('#keuze').addEventListener('change', ({ target }) => {
    const { name, value } = target as HTMLInputElement;
    choose(name === 'deel' ? { deel: value ? Number(value) : undefined } : { stapel: value as Trekking['stapel'] });
  });
  addEventListener('keydown', ({ key }) => key === 'Escape' && setGroot(false));
  // Escape in full screen goes to the browser; leaving that leaves the big view too.
  document.addEventListener('fullscreenchange', () => document.fullscreenElement ?? setGroot(false));
  makeShare(
    find('#kopieer'),
    find('#deel'),
    () => undefined,
    () => find('#k-titel').textContent,
    (isCopied) => say(isCopied ? t.gekopieerd : t.nietGekopieerd),
  );
  addEventListener('resize', () => showSize(!find('#sluit').hidden));
  addEventListener('popstate', read);
}

async function start(): Promise<void> {
  cards = await load<Trekkaart[]>('trekkaarten.json');
  arrived(find('#geenkaarten'));
  listen();
  find('#tafel').hidden = false;
  read();
}

start().catch(() => (find('#geenkaarten').textContent = t.geenKaarten));
