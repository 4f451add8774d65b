/** Astro marks every element with the scope of its styles: written out, they made up a sixth of the whole site. */
import type { Plugin } from 'vite';

const SCOPE = /data-astro-cid-[a-z0-9]+/g;

/** Collects the scopes of all components while they are bundled. */
export function collectScopes(): { plugin: Plugin; names: () => Map<string, string> } {
  const found = new Set<string>();
  const plugin: Plugin = {
    name: 'werkvonken:scopes',
    enforce: 'post',
    transform: {
      filter: { id: /\.astro$/ },
      handler: (code) => {
        for (const [scope] of code.matchAll(SCOPE)) found.add(scope);
      },
    },
  };
  // In order, so that the same site gives them the same names.
  return { plugin, names: () => new Map([...found].sort().map((scope, place) => [scope, `data-${place.toString(36)}`])) };
}

/** `html` with its scopes under these names of a few letters. */
export const shortScopes = (html: string, names: ReadonlyMap<string, string>): string => html.replace(SCOPE, (scope) => names.get(scope) ?? scope);
