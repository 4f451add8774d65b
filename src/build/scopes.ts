/** Astro marks every element with the scope of its styles: written out, they made up a sixth of the whole site. */
import type { Plugin } from 'vite';

const SCOPE = /data-astro-cid-[a-z0-9]+/g;

/** Gives the scopes of all components names of a few letters, once they are bundled: in the code that draws the pages, and in their styles. */
export function shortScopes(): Plugin {
  const found = new Set<string>();
  return {
    name: 'werkvonken:scopes',
    enforce: 'post',
    apply: 'build',
    transform: {
      filter: { id: /\.astro$/ },
      handler: (code) => {
        for (const [scope] of code.matchAll(SCOPE)) found.add(scope);
      },
    },
    generateBundle: {
      // Before Astro takes the styles out of the bundle.
      order: 'pre',
      handler: (_, bundle) => {
        // In order, so that the same site gives them the same names.
        const names = new Map([...found].sort().map((scope, place) => [scope, `data-${place.toString(36)}`]));
        const shortened = (text: string) => text.replace(SCOPE, (scope) => names.get(scope) ?? scope);
        for (const item of Object.values(bundle)) {
          if (item.type === 'chunk') item.code = shortened(item.code);
          else if (typeof item.source === 'string') item.source = shortened(item.source);
        }
      },
    },
  };
}
