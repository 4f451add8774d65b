/** Draws a card. The link holds its code, the deel it was drawn from and whether it shows large, so that a whole room sees the same. */
import type { Kaartje } from '../model/kaartjes.ts';
import { t } from '../strings.ts';
import { laadKaartjes, maak, vind } from './maak.ts';

const form = vind<HTMLFormElement>('#trek');
const deel = form.elements.namedItem('deel') as HTMLSelectElement;
const large = vind<HTMLButtonElement>('#groot');
const place = vind('#kaart');
/** So many draws before a card may come back. */
const RECENT = 8;

let cards: Kaartje[] = [];
let recent: string[] = [];

function tell(text: string): void {
  const line = vind('#melding');
  line.hidden = text === '';
  line.textContent = text;
}

interface Stand {
  code: string;
  deel: string;
  groot: boolean;
}

/** Reads `#A-21&deel=2&groot`; anything else in it means nothing. */
function readStand(): Stand {
  const params = new URLSearchParams(location.hash.slice(1, 200));
  const [code = ''] = [...params.keys()].filter((name) => name !== 'deel' && name !== 'groot');
  const nummer = params.get('deel') ?? '';
  return { code: code.toUpperCase(), deel: /^[123]$/.test(nummer) ? nummer : '', groot: params.has('groot') };
}

const toHash = ({ code, deel: nummer, groot }: Stand) => `#${[code, nummer && `deel=${nummer}`, groot && 'groot'].filter(Boolean).join('&')}`;

function show(): void {
  const stand = readStand();
  const card = cards.find(({ code }) => code === stand.code);
  deel.value = stand.deel;
  document.documentElement.classList.toggle('groot', stand.groot);
  large.setAttribute('aria-pressed', String(stand.groot));
  tell(stand.code && !card ? t.trek.onbekend(stand.code.slice(0, 20)) : '');
  place.hidden = !card;
  if (!card) return;
  place.className = `deel-${card.deel}`;
  place.replaceChildren(
    maak('p', {}, maak('span', { class: 'code', text: card.code })),
    maak('h2', { text: card.titel }),
    maak('p', { class: 'lead', text: card.kern }),
    maak('p', { class: 'vraag', text: card.vraag }),
    maak('p', { class: 'morgen' }, maak('strong', { text: `${t.morgen}. ` }), card.morgen ?? ''),
    maak('p', {}, maak('a', { href: new URL(card.url, document.baseURI).href, text: t.trek.lees })),
  );
  vind('#gezegd').textContent = t.trek.getrokken(card.code, card.titel);
}

function go(stand: Stand): void {
  if (toHash(stand) !== location.hash) history.pushState(null, '', toHash(stand));
  show();
}

/** A card from the chosen deel that did not come up just now. */
function draw(): void {
  const choice = cards.filter((card) => !deel.value || String(card.deel) === deel.value);
  const fresh = choice.filter(({ code }) => !recent.includes(code));
  const from = fresh.length > 0 ? fresh : choice;
  const { code } = from[Math.floor(Math.random() * from.length)]!;
  recent = [code, ...recent].slice(0, RECENT);
  go({ ...readStand(), code, deel: deel.value });
}

/** The view does not need the whole screen, but takes it where the browser lets it. */
function setLarge(groot: boolean): void {
  go({ ...readStand(), groot });
  if (groot) void document.documentElement.requestFullscreen?.().catch(() => undefined);
  else if (document.fullscreenElement) void document.exitFullscreen();
}

async function start(): Promise<void> {
  try {
    cards = (await laadKaartjes<Kaartje>()).filter(({ morgen }) => morgen);
  } catch {
    return tell(t.trek.geenKaarten);
  }
  form.hidden = false;
  show();
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    draw();
  });
  deel.addEventListener('change', () => go({ ...readStand(), deel: deel.value }));
  large.addEventListener('click', () => setLarge(!readStand().groot));
  addEventListener('keydown', ({ key }) => key === 'Escape' && readStand().groot && setLarge(false));
  addEventListener('fullscreenchange', () => !document.fullscreenElement && readStand().groot && setLarge(false));
  addEventListener('popstate', show);
  addEventListener('hashchange', show);
}

void start();
