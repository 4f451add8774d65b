/** What the check finds stops a build; and while someone writes, `npm run dev` shows it, in the browser and in Dutch, until it is mended. */
import { execFile } from 'node:child_process';
import { watch } from 'node:fs';
import { createServer } from 'node:http';
import { constants, setPriority } from 'node:os';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration, AstroIntegrationLogger } from 'astro';
import { BESIDE, CODE } from './engine.ts';
import { errorPage } from './foutpagina.ts';
import { since } from './stages.ts';

declare global {
  namespace Astro {
    interface IntegrationHooks {
      /** For who stumbles over the content: waits for the check, which ends the build with what is wrong. */
      'werkvonken:gecontroleerd': () => Promise<void>;
      /** For who draws the report: waits until the check has made it. */
      'werkvonken:gerapporteerd': () => Promise<void>;
    }
  }
}

/** Behind an address: show the page as far as it can be drawn. */
const ANYWAY = 'toch';

interface Findings {
  /** The listing of `npm run check`; empty when all is well. */
  listing: string;
  /** Whether every file is right by itself, so that Astro can read them all. */
  isReadable: boolean;
}

/**
 * What `npm run check` says of the project in `root`. A process of its own, so that an edited schema counts too.
 * For a build, which hears by `onSound` that all is well, it makes the report as well.
 */
function findings(root: string, onSound?: () => void): Promise<Findings> {
  return new Promise((done) => {
    const asked = onSound ? ['rapport'] : [];
    const options = { maxBuffer: 2 ** 26, env: { ...process.env, NODE_COMPILE_CACHE: join(root, CODE) } };
    const check = execFile(process.execPath, [...BESIDE, join(root, 'src/cli/check.ts'), root, ...asked], options, (error, _, listing) =>
      done({ listing: error ? listing || error.message : '', isReadable: !error || error.code === 2 }),
    );
    // A build waits for it late: it takes what processors have left.
    if (onSound && check.pid) setPriority(check.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    // The one thing it says there.
    check.stdout?.once('data', () => onSound?.());
  });
}

/** A check for a build, of the project in `root`. */
interface Begun {
  root: string;
  /** What to say when all is well; it does not come when something is wrong. */
  well: Promise<string>;
  found: Promise<Findings>;
}

function begin(root: string): Begun {
  const start = performance.now();
  const well = Promise.withResolvers<string>();
  return { root, well: well.promise, found: findings(root, () => well.resolve(`de inhoud klopt in ${since(start)}`)) };
}

// CONTROLE=uit is for tests of what the check does not let through.
const isWanted = process.env['CONTROLE'] !== 'uit';
let begun: Begun | undefined;
/** Begins the check for a build of the project in `root` before Astro is loaded, which takes a processor a second and leaves the others alone. */
export function checkAhead(root: string): void {
  if (isWanted) begun = begin(root);
}

interface Checked {
  /** That all is well; it does not come when something is wrong. */
  sound: Promise<void>;
  /** And that the report is made. */
  reported: Promise<void>;
}

/** Checks the project in `root` for a build, which goes on meanwhile; ends it, in Dutch, when something is wrong. */
function stopUnlessSound(root: string, logger: AstroIntegrationLogger): Checked {
  const { well, found } = begun?.root === root ? begun : begin(root);
  const reported = found.then(async ({ listing }) => {
    if (listing) await new Promise(() => process.stderr.write(listing, () => process.exit(1)));
  });
  return { sound: well.then((line) => logger.fork('werkvonken:check').info(line)), reported };
}

/** Whether a request asks for a page as it should be; who asks for it anyway gets it as it is. */
const isForPage = (url: string) => /(\/|\.html)(\?|$)/.test(url) && !new RegExp(`[?&]${ANYWAY}\\b`).test(url);

const HTML = { 'content-type': 'text/html; charset=utf-8' };

/** Astro ends when it starts with an entry that is wrong. So wait until none is, with the listing in the terminal and on the address of the site. */
async function waitUntilSound(root: string, { host, port }: AstroConfig['server'], logger: AstroIntegrationLogger): Promise<void> {
  let found = await findings(root);
  if (found.isReadable) return;
  const server = createServer((_, response) => response.writeHead(500, HTML).end(errorPage(found.listing)));
  // The address may be taken, by a server that is about to restart: then the terminal alone tells.
  server.on('error', () => {});
  server.listen(port, typeof host === 'string' ? host : 'localhost');
  const watcher = watch(join(root, 'content'), { recursive: true });
  while (!found.isReadable) {
    logger.error(`\n${found.listing}\nVerbeter dit en bewaar het bestand; de site start dan vanzelf.`);
    await new Promise((changed) => watcher.once('change', changed));
    found = await findings(root);
  }
  watcher.close();
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
}

/** Calls `work` again and again, as long as it was asked for meanwhile: a hundred changes at once are two rounds and not a hundred. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let wanted = false;
  let busy = false;
  return async () => {
    wanted = true;
    if (busy) return;
    busy = true;
    while (wanted) {
      wanted = false;
      await work();
    }
    busy = false;
  };
}

/** Checks the content beside the build, and stops that when something is wrong; in the preview when it starts and at every change, and shows what is wrong instead of the page. */
export function checking(): AstroIntegration {
  let root: string;
  let checked: Checked = { sound: Promise.resolve(), reported: Promise.resolve() };
  return {
    name: 'werkvonken:controle',
    hooks: {
      'astro:config:setup': async ({ command, config, logger, updateConfig }) => {
        root = fileURLToPath(config.root);
        if (command === 'dev') await waitUntilSound(root, config.server, logger);
        if (command === 'build' && isWanted) checked = stopUnlessSound(root, logger);
        // What is bundled is not yet made into pages: those may be of content that is right.
        updateConfig({ vite: { plugins: [{ name: 'werkvonken:controle', writeBundle: () => checked.sound }] } });
      },
      'werkvonken:gecontroleerd': () => checked.sound,
      'werkvonken:gerapporteerd': () => checked.reported,
      'astro:server:setup': ({ server, logger }) => {
        let listing = '';
        const check = oneAtATime(async () => {
          const { listing: found } = await findings(root);
          if (found === listing) return;
          if (found) logger.error(`\n${found}`);
          else logger.info('De inhoud klopt weer.');
          listing = found;
          server.ws.send({ type: 'full-reload' });
        });
        void check();
        server.watcher.on('all', (_, path) => {
          if (path.startsWith(join(root, 'content') + sep)) void check();
        });
        server.middlewares.use(({ url = '' }, response, next) => {
          if (!listing || !isForPage(url)) return next();
          response.writeHead(500, HTML).end(errorPage(listing, `${url}${url.includes('?') ? '&' : '?'}${ANYWAY}`));
        });
      },
    },
  };
}
