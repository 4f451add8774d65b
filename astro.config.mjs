import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import { begrippenInTekst } from './src/build/begrippen.ts';
import { checking } from './src/build/checking.ts';
import { collections } from './src/build/collections.ts';
import { engine } from './src/build/engine.ts';
import { fonts } from './src/build/fonts.ts';
import { footnotesFromBronnen, footnoteTexts, shownLabel } from './src/build/footnotes.ts';
import { headers } from './src/build/headers.ts';
import { icons } from './src/build/icons.ts';
import { links } from './src/build/links.ts';
import { offline } from './src/build/offline.ts';
import { paper } from './src/build/paper.ts';
import { publish } from './src/build/publish.ts';
import { schemas } from './src/build/schemas.ts';
import { search } from './src/build/search.ts';
import { sitemap } from './src/build/sitemap.ts';
import { stages } from './src/build/stages.ts';
import { summary } from './src/build/summary.ts';

const site = process.env['SITE'];
// PAPER=uit leaves the PDFs out: for whoever measures, or wants to look at pages alone.
const sheets = process.env['PAPER'] === 'uit' ? [sitemap(), links('/papier/')] : [paper(), sitemap(), links()];

/** @type {import('astro').AstroUserConfig} Not by astro/config: that loads all it could do, which takes a tenth of a second. */
export default {
  ...(site ? { site } : {}),
  output: 'static',
  logger: { entrypoint: './src/build/log.ts' },
  // Beside the project and not in node_modules, which projects may share.
  cacheDir: './.build/cache',
  compressHTML: true,
  devToolbar: { enabled: false },
  // Writes .astro/collections, from which editors complete and check front matter (see .vscode).
  experimental: { contentIntellisense: true },
  // One file per address: it resolves on every host, in a zip and on a USB stick.
  // Two pages at once: while one is written another is made. More of them only take memory.
  build: { format: 'file', inlineStylesheets: 'always', concurrency: 2 },
  trailingSlash: 'never',
  markdown: {
    syntaxHighlight: false,
    processor: satteri({
      mdastPlugins: [footnotesFromBronnen, begrippenInTekst],
      hastPlugins: [shownLabel],
      features: { smartPunctuation: false, gfm: { footnotes: footnoteTexts } },
    }),
  },
  integrations: [engine(), schemas(), checking(), collections(), mdx(), stages(), fonts(), icons(), ...sheets, search(), headers(), offline(), summary(), publish()],
};
