import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const CONFIG = /\/src\/content\.config\.ts$/;

/** Loads the file as Node does, which reads TypeScript itself, and has most of what it needs already. */
const natively = {
  name: 'werkvonken:collections',
  load: {
    filter: { id: CONFIG },
    handler: (id: string) => `import { createRequire } from 'node:module';\nexport const { collections } = createRequire(${JSON.stringify(id)})(${JSON.stringify(id)});`,
  },
};

/** All entries, from the file that Astro keeps them in. By itself it makes them a text in the code: the bundler reads that, writes it and has it read again. */
const stored = (cache: URL) => ({
  name: 'werkvonken:ingangen',
  load: {
    order: 'pre' as const,
    filter: { id: /^\0astro:data-layer-content$/ },
    handler: () => `import { readFileSync } from 'node:fs';\nexport default JSON.parse(readFileSync(${JSON.stringify(fileURLToPath(new URL('data-store.json', cache)))}, 'utf8'));`,
  },
});

/**
 * How src/content.config.ts is read. Astro does so module by module, also its own; that takes a second and a half of every build.
 * In a preview our own modules stay as they are, so that an edited schema counts at once.
 */
export function collections(): AstroIntegration {
  return {
    name: 'werkvonken:collections',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        const external = { environments: { astro: { resolve: { external: ['astro/loaders', 'astro/content/config'] } } } };
        updateConfig({ vite: command === 'build' ? { plugins: [natively, stored(config.cacheDir)] } : external });
      },
    },
  };
}
