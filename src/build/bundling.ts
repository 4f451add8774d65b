/** What Vite is spared in a build. */
import type { AstroConfig } from 'astro';
import type { Plugin } from 'vite';

/** Astro bundles its toolbar for developers at every clean build, which takes half a second, and we have none. */
export const withoutToolbar = (): Plugin => ({
  name: 'werkvonken:toolbar',
  configResolved({ environments: { client } }) {
    if (client) client.optimizeDeps.include = [];
  },
});

const ASKED = /\bimport\.meta\.env\??\.(DEV|PROD|SSR|BASE_URL|SITE)\b/g;

/** Writes out what a build is where our modules ask for it, and those of Astro: otherwise Astro starts esbuild for a dozen of them. */
export function writtenEnvironment({ site, base }: Pick<AstroConfig, 'site' | 'base'>): Plugin {
  const known: Readonly<Record<string, unknown>> = { DEV: false, PROD: true, SSR: true, BASE_URL: base, SITE: site };
  return {
    name: 'werkvonken:omgeving',
    // Before Astro looks.
    enforce: 'pre',
    apply: 'build',
    applyToEnvironment: ({ name }) => name !== 'client',
    transform: { filter: { code: ASKED }, handler: (code) => ({ code: code.replace(ASKED, (_, name: string) => String(JSON.stringify(known[name]))), map: null }) },
  };
}
