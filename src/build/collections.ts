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

/**
 * How src/content.config.ts is read. Astro does so module by module, also its own; that takes a second and a half of every build.
 * In a preview our own modules stay as they are, so that an edited schema counts at once.
 */
export function collections(): AstroIntegration {
  return {
    name: 'werkvonken:collections',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        const external = { environments: { astro: { resolve: { external: ['astro/loaders', 'astro/content/config'] } } } };
        updateConfig({ vite: command === 'build' ? { plugins: [natively] } : external });
      },
    },
  };
}
