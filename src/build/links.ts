import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import { digest, digestOfMakers } from '../kept.ts';
import { paths } from '../model/paths.ts';
import { finishing } from './drawing.ts';
import { type Earlier, openEarlier } from './earlier.ts';
import { toLetters } from './letters.ts';
import { withinOneFile } from './los.ts';
import { type Imports, readImports } from './preloads.ts';
import { foldersOf, putting } from './putting.ts';
import { shortScopes } from './scopes.ts';
import { makeSettler, type Settler } from './settle.ts';
import { mistake, stage } from './stages.ts';
import { nameStyles, type Templates } from './styles.ts';

/** What other steps of the build hear while pages are drawn. */
interface Told {
  /** Each page, as it will stand in the site, in letters; `name` is its place, such as `/deel/1.html`. */
  'werkvonken:pagina': { name: string; html: string };
  /** The data of all entries are written. */
  'werkvonken:gegevens': void;
  /** Every page of an entry is drawn. */
  'werkvonken:ingangen': void;
  /** Every page is drawn. */
  'werkvonken:getekend': void;
  'werkvonken:gerapporteerd': void;
}

declare global {
  namespace Astro {
    interface IntegrationHooks {
      'werkvonken:pagina': (page: Told['werkvonken:pagina']) => void;
      'werkvonken:gegevens': () => void;
      'werkvonken:ingangen': () => void;
      'werkvonken:getekend': () => Promise<void>;
    }
  }
}

/** The names of all files in `folder`, from its root: `/deel/1.html`. */
async function fileNames(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length));
  return paths.map((path) => `/${path.replaceAll('\\', '/').replace(/^\/+/, '')}`).sort();
}

/**
 * Settles what is not yet settled of the built site in `folder`, and gives each file that changes to `write`.
 * Returns every address that leads nowhere, as `page → link`. What lies under the path `unmade` was not built this time and counts as there.
 */
export async function settleLinks(folder: string, settler: Settler, write: (name: string, bytes: Uint8Array) => void, unmade?: string): Promise<string[]> {
  const names = await fileNames(folder);
  for (const name of names.filter(settler.awaits)) {
    const bytes = readFileSync(join(folder, name));
    const settled = settler.settle(name, bytes).bytes;
    if (!bytes.equals(settled)) write(name, settled);
  }
  return settler.broken(new Set(names), unmade);
}

/** What every page is drawn with, beside what it is drawn from. */
const makersOf = ({ root, site, fonts }: AstroConfig, imports: Imports) => digest(digestOfMakers(root, ['src/', 'astro.config.mjs']), JSON.stringify([site, fonts, [...imports]]));

/** Makes the links of the site relative as its pages are drawn. Fails the build when one does not resolve, and names them all. Links to under `unmade` count as good. */
export function links(unmade?: string): AstroIntegration {
  let config: AstroConfig;
  let settler: Settler;
  let earlier: Earlier;
  let templates: Templates;
  const tell = async <K extends keyof Told>(hook: K, told: Told[K]) => {
    for (const { hooks } of config.integrations) await (hooks[hook] as ((told: Told[K]) => unknown) | undefined)?.(told);
  };
  return {
    name: 'werkvonken:links',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [shortScopes()] } });
      },
      'astro:config:done': (done) => {
        ({ config } = done);
      },
      'astro:build:setup': ({ pages }) => {
        templates = pages;
      },
      'astro:build:start': ({ setPrerenderer }) => {
        const folder = fileURLToPath(config.outDir);
        setPrerenderer((drawing) => ({
          ...finishing(drawing, foldersOf(config), {
            ready: async (name) => name === paths.redactie && tell('werkvonken:gerapporteerd', undefined),
            finish: async (name, key, draw) => {
              // What would be drawn the same as in the earlier build is taken from there.
              const { bytes, letters, known } = await earlier.page(name, key, async () => {
                const drawn = await draw();
                const final = settler.settle(name, name === paths.los ? await withinOneFile(drawn, folder) : drawn);
                return { ...final, known: settler.known(name) };
              });
              settler.know(name, known);
              if (name.endsWith('.html')) await tell('werkvonken:pagina', { name, html: letters ?? toLetters(bytes) });
              return bytes;
            },
            onData: () => tell('werkvonken:gegevens', undefined),
            onEntries: () => tell('werkvonken:ingangen', undefined),
            onAll: () => tell('werkvonken:getekend', undefined),
          }),
          setup: async () => {
            await drawing.setup?.();
            const imports = await readImports(folder);
            earlier = await openEarlier(config.root, makersOf(config, imports));
            settler = makeSettler({ names: earlier.names, imports, site: config.site, written: nameStyles(templates) });
          },
        }));
      },
      'astro:build:done': ({ dir, logger }) =>
        stage(logger, async () => {
          const put = putting(foldersOf(config));
          const broken = await settleLinks(fileURLToPath(dir), settler, (name, content) => put({ name, content }), unmade);
          if (broken.length > 0) throw mistake(`Links die nergens heen gaan (${broken.length}):\n  ${broken.join('\n  ')}`);
          await earlier.save();
          return 'nagelopen: elke link gaat ergens heen';
        }),
    },
  };
}
