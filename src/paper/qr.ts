import { encode } from 'uqr';

/**
 * A QR code that says `text`, as SVG. Dark modules side by side are one line as thick as a module, and all lines one path: with a square per
 * module, as uqr draws them, all papers together are nearly a fifth heavier.
 */
export function qrCode(text: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: 1 });
  const lines = data.flatMap((row, y) => [...row.map(Number).join('').matchAll(/1+/g)].map(({ index, 0: dark }) => `M${index} ${y + 0.5}h${dark.length}`));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path stroke="#000" d="${lines.join('')}"/></svg>`;
}
