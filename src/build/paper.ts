import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import Tinypool from 'tinypool';
import { type Kept, openKept } from '../kept.ts';
import type { Library } from '../model/library.ts';
import { readHuis } from '../paper/huis.ts';
import type { Maten } from '../paper/render.ts';
import { allSheets, type Sheet } from '../paper/sheets.ts';
import type { Drawn } from '../paper/worker.ts';
import { SITE } from '../site.ts';
import { type Folders, foldersOf, putting } from './putting.ts';
import { mistake, stage } from './stages.ts';

/** The entries as the site gives them out as data: paper is drawn from the same fields as the pages. */
async function readLibrary(folder: string): Promise<Library> {
  const read = async (naam: string) => JSON.parse(await readFile(join(folder, `data/${naam}.json`), 'utf8')) as Record<string, unknown>[];
  const entries = async (naam: string) => (await read(naam)).map(({ slug, url: _url, tekst, ...data }) => ({ slug, data, body: tekst }));
  const [algoritmes, casussen, delen, themas] = [await entries('algoritmes'), await entries('casussen'), await read('delen'), await read('themas')];
  return { algoritmes, casussen, delen, themas } as unknown as Library;
}

/** Who draws, on every core: processes, since in threads of one Typst would wait for itself. */
const openPool = () =>
  new Tinypool({
    filename: new URL('../paper/worker.ts', import.meta.url).href,
    runtime: 'child_process',
    // Bytes as bytes, and not as a list of numbers.
    serialization: 'advanced',
    minThreads: 0,
    idleTimeout: 1000,
  });

/** Draws all sheets that are not kept, and puts them in the site. Throws with every sheet whose text does not fit. */
async function draw(sheets: readonly Sheet[], folders: Folders, tokens: string, kept: Kept): Promise<void> {
  const pool = openPool();
  const huis = readHuis(SITE.naam, tokens);
  const put = putting(folders);
  // A deck is the same to the byte without what is known of its cards, and takes twice as long.
  const ofCards: Maten = {};
  const drawAll = (some: readonly Sheet[]) =>
    Promise.allSettled(
      some.map(async ({ path, template, data }) => {
        const sheet = { huis, template, data };
        const file = await kept.file(JSON.stringify(sheet), extname(path), async () => {
          const drawn = (await pool.run({ ...sheet, maten: template === 'deck' ? ofCards : {} })) as Drawn;
          if (template === 'kaart') Object.assign(ofCards, drawn.maten);
          return drawn.file;
        });
        put({ name: path, content: readFileSync(file) });
      }),
    );
  // Cards first, whose sizes the decks go by; then decks, which take longest, and the small ones fill up the end.
  const isCard = ({ template }: Sheet) => template === 'kaart';
  const results = [...(await drawAll(sheets.filter(isCard))), ...(await drawAll(sheets.filter((sheet) => !isCard(sheet)).toReversed()))];
  const problems = results.flatMap((result) => (result.status === 'rejected' ? [String((result.reason as Error).message)] : []));
  await pool.destroy();
  if (problems.length > 0) throw mistake(`Niet alles past op papier:\n  ${[...new Set(problems)].join('\n  ')}`);
}

/** Draws the cards, the voices and the decks as PDF, from the data of the finished site. */
export function paper(): AstroIntegration {
  let config: AstroConfig;
  return {
    name: 'werkvonken:paper',
    hooks: {
      'astro:config:done': (done) => {
        ({ config } = done);
      },
      'astro:build:done': async ({ dir, logger }) => {
        await stage(logger, async () => {
          const { root, site } = config;
          const sheets = allSheets(await readLibrary(fileURLToPath(dir)), SITE.naam, site);
          const kept = await openKept(root, 'papier', ['src/paper/']);
          await draw(sheets, foldersOf(config), await readFile(new URL('src/styles/tokens.css', root), 'utf8'), kept);
          await kept.tidy();
          return `${sheets.length} papieren`;
        });
      },
    },
  };
}
