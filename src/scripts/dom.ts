/** The few things that every script does with the page. Text goes in as text, never as HTML. */

export const find = <T extends HTMLElement = HTMLElement>(selector: string): T => document.querySelector<T>(selector)!;

/** A new element with attributes and children; an attribute that is undefined is left out. */
export function make<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Record<string, string | undefined> = {}, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

export function button(text: string, attributes: Record<string, string | undefined>, onClick: () => void): HTMLButtonElement {
  const made = make('button', { type: 'button', ...attributes }, text);
  made.addEventListener('click', onClick);
  return made;
}

/** What a page waited for is there: the line that says so (scripts/haperde) goes. */
export function arrived(line: HTMLElement): void {
  delete line.dataset['bezig'];
  line.textContent = '';
}

/** Whether this fragment is not of ours: the link past the menu leads to the text. */
export const isSkipLink = (fragment: string): boolean => fragment === document.querySelector('main')?.id;

/** Where the site starts, seen from any of its pages: the icon lies there, and its address is made relative with all others. */
export const home = (): string => new URL('.', find<HTMLLinkElement>('link[rel=icon]').href).href;

/** The data file of that name, wherever the site stands. */
export async function load<T>(name: string): Promise<T> {
  const response = await fetch(new URL(`data/${name}`, home()));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return (await response.json()) as T;
}

/** Puts `text` on the clipboard; false where the browser does not allow it. */
export const copy = (text: string): Promise<boolean> =>
  navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  ) ?? Promise.resolve(false);
