import { rmSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';

/**
 * The last step of a build: puts the finished site in `dist`. Until then everything happens elsewhere,
 * so an error leaves the previous `dist` as it was and never half a new one.
 */
export function publish(): AstroIntegration {
  let target: URL;
  return {
    name: 'werkvonken:publish',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        target = config.outDir;
        const workshop = new URL('.build/dist/', config.root);
        if (command === 'build') updateConfig({ outDir: workshop, build: { client: new URL('client/', workshop), server: new URL('server/', workshop) } });
      },
      'astro:build:done': async ({ dir }) => {
        // At once: by promises it takes a step for every file.
        rmSync(target, { recursive: true, force: true });
        await rename(dir, target);
      },
    },
  };
}
