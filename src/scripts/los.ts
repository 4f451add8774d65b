/** The small search of the library in one file. It reads what stands on the page; there is no index to load. */
import { fold } from '../model/text.ts';
import { isStopword, stem, tokens } from '../search/dutch.ts';
import { tLos as t } from '../strings.ts';

interface Blad {
  row: HTMLElement;
  /** Stems and folded text of the line in the contents with its search words, and of the whole entry. */
  kop: [Set<string>, string];
  tekst: [Set<string>, string];
}

/** A word in the title or the search words says more about an entry than one in its text. */
const IN_HEAD = 5;
const find = <T extends HTMLElement>(selector: string) => document.querySelector<T>(selector)!;
const list = find('#lijst');
const field = find<HTMLInputElement>('#q');

const known = new Map<string, string>();
function stemOf(word: string): string {
  if (!known.has(word)) known.set(word, stem(word));
  return known.get(word)!;
}
const read = (text: string): Blad['kop'] => [new Set(tokens(text).map(stemOf)), fold(text)];

function readBlad(row: HTMLElement): Blad {
  const entry = document.getElementById(row.querySelector('a')!.hash.slice(1))!;
  return { row, kop: read(`${row.textContent} ${row.dataset['woorden']}`), tekst: read(entry.textContent) };
}

/** Whether a word stands there in any form, or, when it is long enough to mean something, inside a longer word. */
const holds = ([stems, text]: Blad['kop'], word: string) => stems.has(stemOf(word)) || (word.length > 3 && text.includes(word));

/** How well an entry answers these words; 0 when it lacks one of them. */
function worth({ kop, tekst }: Blad, words: readonly string[]): number {
  const each = words.map((word) => (holds(kop, word) ? IN_HEAD : 0) + (holds(tekst, word) ? 1 : 0));
  return each.includes(0) ? 0 : each.reduce((sum, value) => sum + value, 0);
}

let bladen: Blad[] | undefined;

function search(): void {
  const all = tokens(field.value);
  const words = all.some((word) => !isStopword(word)) ? all.filter((word) => !isStopword(word)) : all;
  bladen ??= [...list.querySelectorAll('li')].map(readBlad);
  const found = words.length === 0 ? [] : bladen.map((blad) => ({ blad, value: worth(blad, words) })).filter(({ value }) => value > 0);
  found.sort((a, b) => b.value - a.value);
  find('#gevonden').replaceChildren(...found.map(({ blad }) => blad.row.cloneNode(true)));
  list.hidden = words.length > 0;
  find('#status').textContent = words.length > 0 ? t.gevonden(found.length, field.value.trim()) : '';
}

const form = find<HTMLFormElement>('#zoek');
form.hidden = false;
form.addEventListener('submit', (event) => {
  event.preventDefault();
  find('#gevonden').querySelector('a')?.focus();
});
field.addEventListener('input', search);
