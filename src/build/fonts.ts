import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { fontProviders } from 'astro/config';
import Tinypool from 'tinypool';

const FONTS = [
  {
    name: 'Atkinson Hyperlegible Next',
    cssVariable: '--font-text',
    file: '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
    weight: '400 700',
    axes: { wght: { min: 400, max: 700 } },
  },
  {
    name: 'Bricolage Grotesque',
    cssVariable: '--font-display',
    file: '@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2',
    weight: '800',
    axes: { wght: 800 },
  },
] as const;

type Axes = (typeof FONTS)[number]['axes'];

const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCodePoint(32 + index)).join('');
const TEXTS = /\.(mdx|yaml|astro|ts|css)$/;

/** All characters that the texts of `folders` use, plus ASCII, each once and in order. */
async function charactersIn(folders: string[]): Promise<string> {
  const characters = new Set(ASCII);
  for (const folder of folders) {
    const names = await readdir(folder, { recursive: true });
    for (const name of names.filter((candidate) => TEXTS.test(candidate))) {
      for (const character of (await readFile(join(folder, name), 'utf8')).replace(/[ -~]+/g, '')) characters.add(character);
    }
  }
  return [...characters].sort().join('');
}

/** The typeface in `file` with these characters alone, in woff2. Kept in `folder` under what it is made from: cutting takes a second, and words seldom bring a new letter. */
async function cut(file: string, characters: string, axes: Axes, folder: URL, pool: Tinypool): Promise<URL> {
  const font = await readFile(file);
  const target = new URL(
    `${createHash('sha256')
      .update(font)
      .update(JSON.stringify([characters, axes]))
      .digest('hex')
      .slice(0, 16)}.woff2`,
    folder,
  );
  if (!existsSync(target)) await writeFile(target, (await pool.run({ file, characters, axes })) as Uint8Array);
  return target;
}

/**
 * Cuts the two typefaces down to the characters in use before Astro hashes and preloads them:
 * a visitor pays for the letters on the site, not for a language she does not read.
 */
export function fonts(): AstroIntegration {
  return {
    name: 'werkvonken:fonts',
    hooks: {
      'astro:config:setup': async ({ config, updateConfig }) => {
        const root = new URL('./', config.root);
        const folder = new URL('.build/fonts/', root);
        const require = createRequire(import.meta.url);
        const characters = await charactersIn(['content/', 'src/'].map((name) => new URL(name, root).pathname));
        await mkdir(folder, { recursive: true });
        const pool = new Tinypool({ filename: new URL('cutter.ts', import.meta.url).href, minThreads: 0 });
        const families = await Promise.all(
          FONTS.map(async ({ name, cssVariable, file, weight, axes }) => {
            const target = await cut(require.resolve(file), characters, axes, folder, pool);
            const variant = { src: [target] as [URL], weight, style: 'normal' as const };
            return {
              name,
              cssVariable: cssVariable as `--${string}`,
              provider: fontProviders.local(),
              fallbacks: ['sans-serif'],
              options: { variants: [variant] as [typeof variant] },
            };
          }),
        );
        await pool.destroy();
        updateConfig({ fonts: families as never });
      },
    },
  };
}
