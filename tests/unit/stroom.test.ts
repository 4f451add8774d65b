import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadContent } from '../../src/cli/content.ts';
import { readKleuren } from '../../src/model/kleuren.ts';
import type { Library } from '../../src/model/library.ts';
import { textWidth, wrap } from '../../src/model/regels.ts';
import { type Box, kaartjes, layOut, type Stroom, WIDTH, zijwegen } from '../../src/model/stroom.ts';
import { drawStroom } from '../../src/model/stroomtekening.ts';
import { raysOfAlgoritme } from '../../src/model/vonk.ts';
import { tStroom } from '../../src/strings/stroom.ts';
import { makeAlgoritme, ROOT } from '../support.ts';

let library: Library;
let tokens: string;
beforeAll(async () => {
  ({ library } = await loadContent(ROOT));
  tokens = await readFile(join(ROOT, 'src/styles/tokens.css'), 'utf8');
});

const kaartje = () => ({ titel: 'Een andere kaart', deel: 3 });
const stap = (uitgangen: { als: string; naar: number | string }[]) => ({ doe: 'Doe iets.', beslispunt: { vraag: 'Gaat het?', uitgangen } });
const draw = (stappen: unknown[]) => layOut(makeAlgoritme({ stappen }).data, kaartje);
const overlaps = (a: Box, b: Box) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const name = ({ kind, lines }: Box) => `${kind} ${lines.join(' ')}`;

/** What a drawing has in common with a heap: things on top of each other, over the edge, or lines through words. */
function mess({ height, boxes, lines }: Stroom): string[] {
  const pairs = boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => overlaps(a, b))
      .map((b) => `${name(a)} × ${name(b)}`),
  );
  const outside = boxes.filter(({ x, y, ...box }) => x < 0 || y < 0 || x + box.width > WIDTH || y + box.height > height).map(name);
  const segments = lines.flatMap(({ points }) => points.slice(1).map((to, index) => [points[index]!, to] as const));
  const crossed = segments.flatMap(([[x1, y1], [x2, y2]]) => {
    const line = { x: Math.min(x1, x2) - 1, y: Math.min(y1, y2) - 1, width: Math.abs(x2 - x1) + 2, height: Math.abs(y2 - y1) + 2 } as Box;
    // A line touches what it comes from or leads to.
    return boxes
      .filter(({ x, y, width, height: tall, ...box }) => overlaps(line, { ...box, x: x + 1.5, y: y + 1.5, width: width - 3, height: tall - 3 }))
      .map((box) => `${x1},${y1} → ${x2},${y2} × ${name(box)}`);
  });
  const beside = lines
    .flatMap(({ points }) => points)
    .filter(([x, y]) => x < 0 || x > WIDTH || y > height)
    .map((point) => `a line at ${point.join()}`);
  return [...pairs, ...outside, ...crossed, ...beside];
}

describe('the way through a card', () => {
  it('is drawn for every card with nothing over anything else, and no line through words', () => {
    expect(library.algoritmes).toHaveLength(50);
    const messes = library.algoritmes.flatMap(({ data }) => mess(layOut(data, kaartjes(library))).map((what) => `${data.code}: ${what}`));
    expect(messes).toEqual([]);
  });
  it('would be called a mess when two things lay over each other', () => {
    const { boxes, ...rest } = draw([
      stap([
        { als: 'ja', naar: 2 },
        { als: 'nee', naar: 'stop' },
      ]),
      { doe: 'Doe meer.' },
      { doe: 'Rond af.' },
    ]);
    expect(mess({ ...rest, boxes })).toEqual([]);
    expect(mess({ ...rest, boxes: boxes.map((box) => (box.kind === 'stop' ? { ...box, y: box.y - 40 } : box)) })).not.toEqual([]);
  });
  it('holds every word of the steps, the questions and the answers', () => {
    for (const { data } of library.algoritmes) {
      const words = layOut(data, kaartjes(library)).boxes.map(({ lines }) => lines.join(' ').toLowerCase());
      const wanted = data.stappen.flatMap(({ doe, beslispunt }) => [doe, ...(beslispunt ? [beslispunt.vraag, ...beslispunt.uitgangen.map(({ als }) => als)] : [])]);
      for (const text of wanted) expect(words).toContain(text.toLowerCase());
    }
  });
  it('says who does it, with how many and how long, and marks the answer with which the track goes on', () => {
    const card = makeAlgoritme({ rollen: ['bewoner', 'ambtenaar', 'raadslid'], groep: { min: 2, max: 8 }, duur: { min: 30, max: 60 } }).data;
    const { boxes, lines } = layOut(card, kaartje);
    expect(boxes.find(({ kind }) => kind === 'wie')!.lines).toEqual(['Wie: bewoner, ambtenaar of raadslid', '2 tot 8 mensen · 30 tot 60 minuten']);
    expect(lines.filter(({ kind }) => kind === 'door')).toHaveLength(1);
    expect(
      draw([
        stap([
          { als: 'ja', naar: 3 },
          { als: 'nee', naar: 'stop' },
        ]),
        { doe: 'Los.' },
        { doe: 'Rond af.' },
      ]).lines.some(({ kind }) => kind === 'door'),
    ).toBe(false);
  });
  it('is the same every time', () => {
    const { data } = library.algoritmes[0]!;
    expect(layOut(data, kaartjes(library))).toEqual(layOut(data, kaartjes(library)));
  });
  it('brings a jump back beside the track and above its step', () => {
    const { boxes, lines } = draw([
      { doe: 'Doe iets.' },
      stap([
        { als: 'ja', naar: 3 },
        { als: 'nee', naar: 1 },
        { als: 'nooit', naar: 'stop' },
      ]),
      { doe: 'Rond af.' },
    ]);
    const first = boxes.find(({ kind }) => kind === 'nummer')!;
    const jumps = lines.filter(({ kind }) => kind === 'sprong');
    expect(jumps).toHaveLength(1);
    expect(jumps[0]!.points.at(-1)).toEqual([first.x + first.width / 2, first.y]);
    expect(Math.max(...jumps[0]!.points.map(([x]) => x))).toBeGreaterThan(Math.max(...boxes.filter(({ kind }) => kind !== 'titel').map(({ x, width }) => x + width)));
  });
  it('gives two jumps over the same stretch a lane each', () => {
    const { lines } = draw([
      { doe: 'Doe iets.' },
      { doe: 'Doe meer.' },
      stap([
        { als: 'een', naar: 1 },
        { als: 'twee', naar: 2 },
        { als: 'nooit', naar: 'stop' },
      ]),
    ]);
    const lanes = lines.filter(({ kind }) => kind === 'sprong').map(({ points }) => points[1]![0]);
    expect(new Set(lanes).size).toBe(2);
  });
  it('stays within its width when every answer is a jump', () => {
    const steps = Array.from({ length: 7 }, (_, index) => ({ doe: `Doe ${index}.` }));
    const jumps = (...to: (number | string)[]) => stap(to.map((naar, index) => ({ als: `antwoord ${index}`, naar }))).beslispunt;
    expect(mess(draw(steps.map((step, index) => (index > 3 ? { ...step, beslispunt: jumps(1, 2, 3, index === 6 ? 'stop' : 4) } : step))))).toEqual([]);
  });
  it('draws no track between a decision and a step that no answer leads on to', () => {
    const { boxes, lines } = draw([
      stap([
        { als: 'ja', naar: 3 },
        { als: 'nee', naar: 'stop' },
      ]),
      { doe: 'Los.' },
      { doe: 'Rond af.' },
    ]);
    const second = boxes.filter(({ kind }) => kind === 'nummer')[1]!;
    expect(lines.filter(({ kind, points }) => kind === 'spoor' && points.at(-1)![1] === second.y)).toEqual([]);
  });
});

describe('lines of text', () => {
  it('fit the width and keep every word', () => {
    const lines = wrap('een zin van een paar woorden die niet op één regel past', 100, 15);
    expect(lines.join(' ')).toBe('een zin van een paar woorden die niet op één regel past');
    expect(lines.filter((line) => textWidth(line, 15) > 100)).toEqual([]);
  });
  it('give a word that is too wide a line by itself', () => expect(wrap('de verantwoordelijkheid nu', 60, 15)).toEqual(['de', 'verantwoordelijkheid', 'nu']));
});

describe('the drawing', () => {
  const drawing = (titel = 'Titel') =>
    drawStroom(layOut(makeAlgoritme({ titel }).data, kaartje), { deel: 2, rays: [{ angle: 0, length: 40, end: 'plain' }], title: `A-01 ${titel}`, kleuren: readKleuren(tokens) });
  it('has the colours of the house style in light and in dark, and no others', () => {
    const { licht, donker } = readKleuren(tokens);
    const [light, dark] = drawing().split('@media(prefers-color-scheme:dark)');
    expect(light).toContain(licht.get('deel-2'));
    expect(dark).toContain(donker.get('deel-2'));
    const known = new Set([...licht.values(), ...donker.values()]);
    expect(
      drawing()
        .match(/#[0-9a-f]{3,6}\b/gi)!
        .filter((colour) => !known.has(colour)),
    ).toEqual([]);
  });
  it('follows when a municipality changes the house style, and stops when a colour is gone', () => {
    expect(readKleuren(tokens.replaceAll('#0b6553', '#123456')).licht.get('deel-2')).toBe('#123456');
    expect(() => readKleuren(':root { --paper: #fff }')).toThrow('donkere kleuren');
    const bare = readKleuren(tokens.replace(/--block-ink:.*;/g, ''));
    expect(() => drawStroom(layOut(makeAlgoritme().data, kaartje), { deel: 1, rays: [], title: '', kleuren: bare })).toThrow('block-ink');
  });
  it('takes text as text', () => expect(drawing('Jij & ik > wij < 3')).toContain('Jij &amp; ik &gt; wij &lt; 3'));
  it('asks nothing of outside: no style attribute, script, picture or address', () => expect(drawing()).not.toMatch(/style="|<script|<image|href|url\((?!#)/));
  it('weighs at most 8 kB, and 3 on its way', () => {
    const kleuren = readKleuren(tokens);
    const drawings = library.algoritmes.map(({ data }) =>
      drawStroom(layOut(data, kaartjes(library)), { deel: data.deel, rays: raysOfAlgoritme(data), title: data.titel, kleuren }),
    );
    expect(Math.max(...drawings.map((svg) => Buffer.byteLength(svg)))).toBeLessThanOrEqual(8_000);
    expect(Math.max(...drawings.map((svg) => gzipSync(svg).length))).toBeLessThanOrEqual(3_000);
  });
});

describe('the words beside the drawing', () => {
  it('name every way off the track once', () => {
    const { stappen } = makeAlgoritme({
      stappen: [
        { doe: 'Doe iets.' },
        stap([
          { als: 'ja', naar: 3 },
          { als: 'nee', naar: 1 },
          { als: 'nooit', naar: 'stop' },
        ]),
        stap([
          { als: 'ja', naar: 'A-09' },
          { als: 'nee', naar: 'stop' },
        ]),
      ],
    }).data;
    expect(zijwegen(stappen, tStroom.zijweg)).toEqual(['stap 1', 'stop', 'A-09']);
    expect(tStroom.alt('A-01', 3, 2, zijwegen(stappen, tStroom.zijweg))).toBe('De stappen van A-01 als spoor: 3 stappen, 2 keer kiezen, met zijwegen naar stap 1, stop en A-09.');
  });
});
