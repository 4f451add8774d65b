import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { AstroConfig, AstroIntegration } from 'astro';
import { openKept } from '../kept.ts';
import { ICONS, TAB_ICON, TOUCH_ICON } from '../model/app.ts';
import { readHuis } from '../paper/huis.ts';
import { foldersOf, putting } from './putting.ts';

/** The mark of the site as a square image on paper of its own colour; `room` is how far the paper reaches from the middle, where the mark reaches to 16. */
function square(mark: string, paper: string, room: number): Buffer {
  const inside = mark.replace(/^<svg[^>]*>|<\/svg>\s*$/g, '');
  const look = /^<svg([^>]*)>/.exec(mark)![1]!.replace(/viewBox="[^"]*"/, '');
  const size = room * 2;
  return Buffer.from(`<svg${look} viewBox="${-room} ${-room} ${size} ${size}"><path fill="${paper}" d="M${-room} ${-room}h${size}v${size}h-${size}z"/>${inside}</svg>`);
}

/** A PNG of 32 by 32 as an icon file: a directory of one entry before it (ICO, as Windows Vista and later read it). */
function toIco(png: Buffer): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.set([TAB_ICON.maat, TAB_ICON.maat], 6);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}

/** An icon of `size` pixels; loads what draws it when there is one to draw, since that takes as long. */
async function draw(svg: Buffer, size: number, room: number): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  return sharp(svg, { density: (72 * size) / (room * 2) })
    .resize(size)
    .png({ compressionLevel: 9 })
    .toBuffer();
}

interface Icon {
  naam: string;
  file: URL;
}

/** Draws the icons of the project at `root` that are not kept. */
async function drawIcons(root: URL): Promise<Icon[]> {
  const read = (path: string) => readFile(new URL(path, root), 'utf8');
  const [mark, tokens, kept] = await Promise.all([read('public/favicon.svg'), read('src/styles/tokens.css'), openKept(root, 'iconen', ['src/build/icons.ts'])]);
  const paper = readHuis('', tokens)['paper']!;
  const keep = async ({ naam, maat, ruimte }: { naam: string; maat: number; ruimte: number }) => {
    const svg = square(mark.trim(), paper, ruimte);
    const file = await kept.file(`${naam} ${maat} ${svg}`, extname(naam), async () => {
      const png = await draw(svg, maat, ruimte);
      return naam.endsWith('.ico') ? toIco(png) : png;
    });
    return { naam, file };
  };
  const icons = await Promise.all([TAB_ICON, TOUCH_ICON, ...ICONS].map(keep));
  await kept.tidy();
  return icons;
}

/** Draws the icons under which a device keeps the site, from the mark that stands in a browser's tab. */
export function icons(): AstroIntegration {
  let config: AstroConfig;
  let drawn: Promise<Icon[]>;
  return {
    name: 'werkvonken:icons',
    hooks: {
      'astro:config:done': (done) => {
        ({ config } = done);
      },
      // Beside the rest of the build, not at its end.
      'astro:build:start': () => {
        drawn = drawIcons(config.root);
        // Whoever waits for it hears of it.
        drawn.catch(() => {});
      },
      'astro:build:done': async () => {
        const put = putting(foldersOf(config));
        for (const { naam, file } of await drawn) put({ name: naam, content: readFileSync(file) });
      },
    },
  };
}
