import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroUserConfig } from 'astro';
import Tinypool from 'tinypool';
import { digest } from '../kept.ts';

const require = createRequire(import.meta.url);
const { version } = require('subset-font/package.json') as { version: string };

const FONTS = [
  {
    name: 'Atkinson Hyperlegible Next',
    cssVariable: '--font-text',
    fallbacks: ['Atkinson als Arial', 'Atkinson als Roboto', 'sans-serif'],
    file: '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
    weight: '400 700',
    axes: { wght: { min: 400, max: 700 } },
  },
  {
    name: 'Bricolage Grotesque',
    cssVariable: '--font-display',
    fallbacks: ['Bricolage als Arial', 'Bricolage als Roboto', 'sans-serif'],
    file: '@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2',
    weight: '800',
    axes: { wght: 800 },
  },
] as const;

type Axes = (typeof FONTS)[number]['axes'];

const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCodePoint(32 + index)).join('');
const TEXTS = /\.(mdx|yaml|astro|ts|css)$/;

/** All characters that the texts of `folders` use, plus ASCII, each once and in order. Reads them at once: by promises a thousand texts take a third of a second. */
function charactersIn(folders: string[]): string {
  const characters = new Set(ASCII);
  const files = folders.flatMap((folder) => (readdirSync(folder, { recursive: true }) as string[]).filter((name) => TEXTS.test(name)).map((name) => join(folder, name)));
  for (const file of files) for (const character of readFileSync(file, 'utf8').replace(/[ -~]+/g, '')) characters.add(character);
  return [...characters].sort().join('');
}

/** Where the typeface in `file` with these characters alone is kept: under what it is made from, since cutting takes a second, and words seldom bring a new letter. */
function placeOf(file: string, characters: string, axes: Axes, folder: URL): URL {
  return new URL(`${digest(readFileSync(file), JSON.stringify([characters, axes, version])).slice(0, 16)}.woff2`, folder);
}

interface Cut {
  file: string;
  axes: Axes;
  target: URL;
}

/** Makes the files that are not there yet, in a thread: the memory that it takes goes with that. */
async function cutAll(cuts: readonly Cut[], characters: string): Promise<void> {
  const pool = new Tinypool({ filename: new URL('cutter.ts', import.meta.url).href, minThreads: 0, maxThreads: 1 });
  await Promise.all(
    cuts
      .filter(({ target }) => !existsSync(target))
      .map(async ({ file, axes, target }) => {
        // Under its own name only when it is whole: a build may be stopped at any time.
        const part = new URL(`${target.href}.half`);
        await writeFile(part, (await pool.run({ file, characters, axes })) as Uint8Array);
        await rename(part, target);
      }),
  );
  await pool.destroy();
}

/** A typeface as Astro takes it. What stands in for it until it is there is ours (src/styles/letters.css): Astro would unpack the typeface in every build, and knows Arial alone. */
function familyOf({ name, cssVariable, fallbacks, weight }: (typeof FONTS)[number], target: URL): NonNullable<AstroUserConfig['fonts']>[number] {
  const face = () => ({ fonts: [{ src: [{ url: fileURLToPath(target) }], weight, style: 'normal' }] });
  return { name, cssVariable, fallbacks: [...fallbacks], optimizedFallbacks: false, provider: { name, resolveFont: face } };
}

/**
 * Cuts the two typefaces down to the characters in use before Astro hashes and preloads them:
 * a visitor pays for the letters on the site, not for a language she does not read.
 */
export function fonts(): AstroIntegration {
  let ready = Promise.resolve();
  return {
    name: 'werkvonken:fonts',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig }) => {
        const root = new URL('./', config.root);
        const folder = new URL('.build/fonts/', root);
        const characters = charactersIn(['content/', 'src/'].map((name) => new URL(name, root).pathname));
        await mkdir(folder, { recursive: true });
        const cuts = FONTS.map(({ file: name, axes }) => {
          const file = require.resolve(name);
          return { file, axes, target: placeOf(file, characters, axes, folder) };
        });
        updateConfig({ fonts: FONTS.map((font, index) => familyOf(font, cuts[index]!.target)) });
        ready = cutAll(cuts, characters);
        // Whoever waits for it hears of it.
        ready.catch(() => {});
        if (command !== 'build') await ready;
      },
      // A build reads the content first, and the typefaces after that.
      'astro:build:start': () => ready,
    },
  };
}
