/** Makes elements; text only ever goes in as text. */

type Made = Record<string, string | boolean | ((event: Event) => void)>;

/** An element with attributes; `text` is its text, a property that starts with `on` listens, true stands alone and false is left out. */
export function maak<K extends keyof HTMLElementTagNameMap>(tag: K, made: Made = {}, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(made)) {
    if (name === 'text') element.textContent = String(value);
    else if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children);
  return element;
}

export const vind = <T extends HTMLElement>(selector: string) => document.querySelector<T>(selector)!;

/** All cards and cases. Rejects without a network. */
export async function laadKaartjes<T>(): Promise<T[]> {
  const response = await fetch(new URL('data/kaartjes.json', document.baseURI));
  if (!response.ok) throw new Error(String(response.status));
  return response.json() as Promise<T[]>;
}
