/** Says how much two pictures of a page differ to a reader, not to a machine. */
import pixelmatch from 'pixelmatch';
import sharp from 'sharp';

/** Means over squares of so many pixels are compared: they hold colour and place, and not how the edge of a letter is smoothed. */
const SQUARE = 4;
/** How far two means may lie apart in OKLab, where 1 is black to white: softer than the softest tint of ours against the paper (0.09). */
const THRESHOLD = 0.05;
/** A square counts when it differs wherever the new picture is laid: a letter may stand a pixel aside. */
const SHIFTS = [-1, 0, 1].flatMap((left) => [-1, 0, 1].map((top) => ({ left, top })));
const RED = [215, 0, 60, 255];

/**
 * The share of squares that may differ: 25 by 25 pixels of a window of 1280 by 800, and 13 by 13 at 360. Measured: 0% in a Chromium of eighteen versions
 * ago and with other hinting, at most 0.051% with every line a pixel aside; from 0.06% for a small accent in another colour, 5% for another font.
 */
export const TOLERANCE = 0.0006;

interface Means {
  data: Buffer;
  width: number;
  height: number;
}

async function means(picture: Buffer, { left, top }: { left: number; top: number }): Promise<Means> {
  const { width, height } = await sharp(picture).metadata();
  const size = { width: Math.floor((width - 2) / SQUARE), height: Math.floor((height - 2) / SQUARE) };
  const inner = sharp(picture)
    .ensureAlpha()
    .extract({ left: 1 + left, top: 1 + top, width: width - 2, height: height - 2 });
  return {
    data: await inner
      .resize({ ...size, fit: 'fill', kernel: 'linear' })
      .raw()
      .toBuffer(),
    ...size,
  };
}

/** Per square whether it differs, as pixelmatch sees it; what is only anti-aliasing does not. */
function mask(kept: Means, seen: Means): boolean[] {
  const drawn = new Uint8Array(kept.data.length);
  pixelmatch(kept.data, seen.data, drawn, kept.width, kept.height, { threshold: THRESHOLD, diffMask: true });
  return Array.from({ length: kept.width * kept.height }, (_, place) => drawn[place * 4 + 3]! > 0);
}

function draw({ data, width, height }: Means, differs: boolean[]): Promise<Buffer> {
  const drawn = Buffer.from(data.map((value) => 255 - (255 - value) / 3));
  differs.forEach((is, place) => is && drawn.set(RED, place * 4));
  return sharp(drawn, { raw: { width, height, channels: 4 } })
    .resize({ width: width * SQUARE, kernel: 'nearest' })
    .png()
    .toBuffer();
}

/** Compares two pictures (PNG or WebP): the share of squares that differ, and the first picture made pale with those in red. Throws when their sizes differ. */
export async function compare(kept: Buffer, seen: Buffer): Promise<{ share: number; difference: Buffer }> {
  const [a, b] = await Promise.all([kept, seen].map((picture) => sharp(picture).metadata()));
  if (a!.width !== b!.width || a!.height !== b!.height) throw new Error(`The pictures differ in size: ${a!.width} by ${a!.height} and ${b!.width} by ${b!.height}.`);
  const first = await means(kept, { left: 0, top: 0 });
  const masks = await Promise.all(SHIFTS.map(async (shift) => mask(first, await means(seen, shift))));
  const differs = masks[0]!.map((_, place) => masks.every((found) => found[place]));
  return { share: differs.filter(Boolean).length / differs.length, difference: await draw(first, differs) };
}
