/**
 * The page for an address that does not exist, on a site that was built without knowing where it would stand.
 * Such a page is given at any depth, so its links may start in the wrong folder: this looks where the site starts and mends them.
 */

/** The nearest folder above this address that holds the site, or nothing when it is nowhere. */
async function home(): Promise<string | undefined> {
  for (let folder = new URL('.', location.href); ; folder = new URL('..', folder)) {
    const { ok } = await fetch(new URL('favicon.svg', folder), { method: 'HEAD' });
    if (ok) return folder.href;
    if (folder.pathname === '/') return undefined;
  }
}

function mend(base: string): void {
  for (const [selector, name] of [
    ['a', 'href'],
    ['link', 'href'],
    ['form', 'action'],
  ] as const) {
    for (const element of document.querySelectorAll(`${selector}[${name}]`)) {
      const address = element.getAttribute(name)!;
      if (!address.startsWith('#')) element.setAttribute(name, new URL(address, base).href);
    }
  }
}

home().then(
  (base) => base && mend(base),
  () => undefined,
);
