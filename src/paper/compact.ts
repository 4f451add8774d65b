/**
 * Makes a PDF smaller without changing what is in it. Typst writes as plain text the hundreds of objects that tag a sheet, and the tables that
 * turn glyphs into letters; compressed together they take a tenth of that. The forms are those of ISO 32000-1, 7.5.7 (object streams) and 7.5.8
 * (cross-reference streams), which readers know since PDF 1.5 (2003).
 */
import { zlibSync } from 'fflate';

/** A PDF as text has a character per byte, so that a place in the text is a place in the file. */
const BYTES = 'latin1';
const STREAM = '>>\nstream\n';

interface Parts {
  /** What comes before the first object. */
  header: string;
  /** The content of each object, by its number. */
  objects: Map<number, string>;
  /** What the trailer holds, save its size. */
  trailer: string;
}

/** Takes a PDF apart by the table at its end. Throws when it is not one as Typst writes it. */
function readParts(pdf: string): Parts {
  const end = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf)?.[1]);
  const [, rows = '', size, trailer = ''] = /^xref\s+0 \d+\s+([\d\snf]+)trailer\s+<<\s+\/Size (\d+)([\s\S]*)>>\s+startxref/.exec(pdf.slice(end)) ?? [];
  const places = [...rows.matchAll(/(\d{10}) \d{5} ([nf])/g)].map(([, place, use]) => (use === 'n' ? Number(place) : undefined));
  if (places.length === 0 || places.length !== Number(size)) throw new Error('Deze pdf is anders opgebouwd dan Typst hem schrijft.');
  const inOrder = [...places.filter((place) => place !== undefined), end].sort((a, b) => a - b);
  const next = new Map(inOrder.map((place, index) => [place, inOrder[index + 1]]));
  const content = (place: number) => pdf.slice(place, next.get(place)).replace(/^\d+ 0 obj\s+|\s+endobj\s*$/g, '');
  return { header: pdf.slice(0, inOrder[0]), trailer, objects: new Map(places.flatMap((place, number) => (place === undefined ? [] : [[number, content(place)]]))) };
}

/** A compressed stream, with `entries` in its dictionary. */
function stream(entries: string, content: Buffer): string {
  const packed = Buffer.from(zlibSync(content, { level: 9 })).toString(BYTES);
  return `<<${entries}/Filter /FlateDecode\n/Length ${packed.length}\n${STREAM}${packed}\nendstream`;
}

/** A stream that was not compressed yet, compressed. Metadata is left alone: programs look for it as plain text. */
function compressed(object: string): string {
  const start = object.indexOf(STREAM);
  const entries = object.slice('<<'.length, start);
  if (/\/(Filter|Metadata)\b/.test(entries)) return object;
  return stream(entries.replace(/\/Length \d+\s/, ''), Buffer.from(object.slice(start + STREAM.length, -'\nendstream'.length), BYTES));
}

/** Objects together in one stream: first of each its number and where it begins, then what is in them. */
function together(objects: readonly (readonly [number: number, content: string])[]): string {
  let end = 0;
  const begin = objects.map(([number, content]) => {
    const place = end;
    end += content.length + 1;
    return `${number} ${place} `;
  });
  const list = begin.join('');
  return stream(`/Type /ObjStm\n/N ${objects.length}\n/First ${list.length}\n`, Buffer.from(list + objects.map(([, content]) => content).join('\n'), BYTES));
}

/** A row of the table: its kind (1 in the file, 2 in a stream), the place or the number of the stream, and the place in that. */
function row(kind: number, place: number, index = 0): Buffer {
  const bytes = Buffer.alloc(7);
  bytes.writeUInt8(kind);
  bytes.writeUInt32BE(place, 1);
  bytes.writeUInt16BE(index, 5);
  return bytes;
}

/** The same PDF, smaller. Throws when it is not one as Typst writes it. */
export function compact(pdf: Buffer): Buffer {
  const { header, objects, trailer } = readParts(pdf.toString(BYTES));
  const isStream = ([, content]: readonly [number, string]) => content.includes(STREAM);
  const loose = [...objects].filter((object) => !isStream(object));
  const [pack, table] = [Math.max(...objects.keys()) + 1, Math.max(...objects.keys()) + 2];
  const rows = Array.from({ length: table + 1 }, () => row(0, 0));
  loose.forEach(([number], index) => (rows[number] = row(2, pack, index)));
  let text = header;
  const write = (number: number, content: string) => (text += `${number} 0 obj\n${content}\nendobj\n\n`);
  for (const [number, content] of [...[...objects].filter(isStream).map(([number, content]) => [number, compressed(content)] as const), [pack, together(loose)] as const]) {
    rows[number] = row(1, text.length);
    write(number, content);
  }
  const start = text.length;
  rows[table] = row(1, start);
  write(table, stream(`/Type /XRef\n/W [1 4 2]\n/Size ${table + 1}${trailer}`, Buffer.concat(rows)));
  return Buffer.from(`${text}startxref\n${start}\n%%EOF`, BYTES);
}
