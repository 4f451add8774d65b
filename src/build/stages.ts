/** What a build says about itself: a line per stage, with how much it did and how long that took. */
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';

/** The time from `start`, by the clock of performance, until now. */
export const since = (start: number) => `${((performance.now() - start) / 1000).toFixed(1).replace('.', ',')} s`;

/** What an editor can mend, in words for an editor: it is told without the places in the code where it came to light. */
export const mistake = (message: string): Error => Object.assign(new Error(message), { stack: '' });

/** Does `work`, which returns what it did, and says so with its time. */
export async function stage(logger: AstroIntegrationLogger, work: () => Promise<string>): Promise<void> {
  const start = performance.now();
  logger.info(`${await work()} in ${since(start)}`);
}

/** Times what Astro does itself: reading the content, and then making the pages. */
export function stages(): AstroIntegration {
  let start = 0;
  const say = (logger: AstroIntegrationLogger, name: string, done: string) => {
    logger.fork(`werkvonken:${name}`).info(`${done} in ${since(start)}`);
    start = performance.now();
  };
  return {
    name: 'werkvonken:stages',
    hooks: {
      'astro:config:setup': () => {
        start = performance.now();
      },
      'astro:build:start': ({ logger }) => say(logger, 'inhoud', 'gelezen'),
      'astro:build:done': ({ logger, pages }) => say(logger, 'paginas', `${pages.length} pagina’s`),
    },
  };
}
