import { rename, rm } from 'node:fs/promises';
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
      'astro:config:setup': ({ config }) => {
        target = new URL('dist/', config.root);
      },
      'astro:build:done': async ({ dir }) => {
        await rm(target, { recursive: true, force: true });
        await rename(dir, target);
      },
    },
  };
}
