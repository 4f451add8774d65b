/** Draws the way through a card as an SVG file that stands by itself: on a page, on paper, or in someone's own document. */
import type { Kleuren } from './kleuren.ts';
import { textWidth } from './regels.ts';
import { type Box, type Line, RADIUS, type Stroom, TYPE, WIDTH } from './stroom.ts';
import type { Ray } from './vonk.ts';

/** What is in which colour: a property, the name of a token (DEEL stands for the card's own) and the classes of the drawing. */
const COLOURS: readonly [property: string, token: string, classes: string][] = [
  ['fill', 'surface', '.p,.n,.k'],
  ['fill', 'ink', '.i'],
  ['fill', 'ink-2', '.m'],
  ['fill', 'DEEL-soft', '.b,.v'],
  ['fill', 'DEEL', '.d'],
  ['fill', 'block', '.s'],
  ['fill', 'block-ink', '.w'],
  ['fill', 'deel-1', '.e1'],
  ['fill', 'deel-2', '.e2'],
  ['fill', 'deel-3', '.e3'],
  ['stroke', 'DEEL', '.h,.l,.n,.v'],
  ['stroke', 'ink-2', '.r'],
  ['stroke', 'ink', '.k'],
];
const STROKES = '.h,.l,.r{fill:none}.h{stroke-width:1.1}.l{stroke-width:3}.r,.n,.v{stroke-width:2}.k{stroke-width:1.5}';

/** A pattern beside the colour of every deel, as on the pages: it survives black-and-white paper. */
const PATTERNS = [
  '<pattern id="a" width="14" height="14" patternUnits="userSpaceOnUse"><circle class="d" cx="7" cy="7" r="1.5"/></pattern>',
  '<pattern id="a" width="12" height="12" patternUnits="userSpaceOnUse"><path class="h" d="M-1 13L13-1M-3 3L3-3M9 15L15 9"/></pattern>',
  '<pattern id="a" width="16" height="16" patternUnits="userSpaceOnUse"><path class="h" d="M0 .5H16M.5 0V16"/></pattern>',
];

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const rounded = (value: number) => String(Math.round(value * 10) / 10);
const path = (name: string, points: readonly (readonly [number, number])[], end = '') =>
  `<path class="${name}" d="M${points.map((point) => point.map(rounded).join(' ')).join('L')}${end}"/>`;

/** Lines of text with the first one's middle at `y`. Most are of the size of a step: that one stands on the whole drawing. */
function text(lines: readonly string[], name: string, x: number, y: number, [size, leading]: readonly [number, number], more = ''): string {
  const spans = lines.map((line, index) => (index === 0 ? escape(line) : `<tspan x="${rounded(x)}" dy="${leading}">${escape(line)}</tspan>`));
  const own = size === TYPE.stap[0] ? '' : ` font-size="${size}"`;
  return `<text class="${name}" x="${rounded(x)}" y="${rounded(y + size * 0.35)}"${own}${more}>${spans.join('')}</text>`;
}

const MIDDLE = ' text-anchor="middle"';
const BOLD = ' font-weight="700"';

function drawRays(rays: readonly Ray[], x: number, y: number): string {
  const at = (angle: number, distance: number) => [x + distance * Math.cos((angle * Math.PI) / 180), y + distance * Math.sin((angle * Math.PI) / 180)] as const;
  return rays.map(({ angle, length }) => path('l', [at(angle + 180, 2), at(angle, length * 0.46)])).join('');
}

/** How each kind of box is drawn. */
const BOXES: Record<Box['kind'], (box: Box, rays: readonly Ray[]) => string> = {
  titel: ({ width, height, lines: [code = '', ...titel] }, rays) =>
    `<path class="b" d="M0 0H${width}V${height}H0z"/><path fill="url(#a)" d="M0 0H${width}V${height}H0z"/><path class="l" d="M0 ${height}H${width}"/>` +
    `<rect class="p" x="76" y="9" width="${rounded(Math.max(...titel.map((line) => textWidth(line, TYPE.titel[0], true))) + 20)}" height="${height - 18}" rx="7"/><rect class="d" x="14" y="15" width="54" height="26" rx="6"/>${text([code], 'p', 41, 28, [15, 0], MIDDLE + BOLD)}` +
    `${text(titel, 'i', 86, height / 2 - ((titel.length - 1) * TYPE.titel[1]) / 2, TYPE.titel, BOLD)}<circle class="p" cx="404" cy="28" r="25"/>${drawRays(rays, 404, 28)}`,
  wie: ({ x, y, lines }) => text(lines, 'm', x, y + TYPE.antwoord[1] / 2, TYPE.antwoord),
  nummer: ({ x, y, lines }) =>
    `<circle class="n" cx="${x + RADIUS}" cy="${rounded(y + RADIUS)}" r="${RADIUS}"/>${text(lines, 'd', x + RADIUS, y + RADIUS, TYPE.stap, MIDDLE + BOLD)}`,
  stap: ({ x, y, lines }) => text(lines, 'i', x, y + TYPE.stap[1] / 2, TYPE.stap),
  vraag: ({ x, y, width, height, lines }) =>
    path(
      'v',
      [
        [x, y + height / 2],
        [x + 14, y],
        [x + width - 14, y],
        [x + width, y + height / 2],
        [x + width - 14, y + height],
        [x + 14, y + height],
      ],
      'z',
    ) + text(lines, 'i', x + 26, y + 10 + TYPE.stap[1] / 2, TYPE.stap, BOLD),
  antwoord: ({ x, y, lines }) => text(lines, 'i', x, y + TYPE.antwoord[1] / 2, TYPE.antwoord),
  stop: ({ x, y, width, height, lines }) =>
    path(
      's',
      [
        [x, y + 10],
        [x + 10, y],
        [x + width - 10, y],
        [x + width, y + 10],
        [x + width, y + height - 10],
        [x + width - 10, y + height],
        [x + 10, y + height],
        [x, y + height - 10],
      ],
      'z',
    ) + text(lines, 'w', x + width / 2, y + height / 2, TYPE.stap, MIDDLE + BOLD),
  kaart: ({ x, y, width, height, lines: [code = '', ...titel], deel }) =>
    `<rect class="k" x="${x}" y="${rounded(y)}" width="${width}" height="${height}" rx="5"/><path class="e${deel}" d="M${x + 1} ${rounded(y + 1)}h${width - 2}v5h-${width - 2}z"/>` +
    text([code], 'i', x + 8, y + 17, TYPE.antwoord, BOLD) +
    text(titel, 'm', x + 8, y + 26 + TYPE.kaart[1] / 2, TYPE.kaart),
  sprong: ({ x, y, width, lines }) =>
    `<circle class="n" cx="${x + width / 2}" cy="${rounded(y + width / 2)}" r="${width / 2}"/>${text(lines, 'd', x + width / 2, y + width / 2, TYPE.antwoord, MIDDLE + BOLD)}`,
};

/** The head of an arrow at the end of a line: rightwards, or down onto the track. */
function drawHead([x, y]: readonly [number, number], isDown: boolean, name: string): string {
  const sides = isDown
    ? ([
        [x - 5, y - 8],
        [x + 5, y - 8],
      ] as const)
    : ([
        [x - 8, y - 5],
        [x - 8, y + 5],
      ] as const);
  return path(name, [[x, y], ...sides], 'z');
}

/** A bend as rails have it, in place of a corner. */
const bend = ([x, y]: readonly [number, number], [toX, toY]: readonly [number, number]) => {
  const reach = 7 / Math.max(Math.hypot(toX - x, toY - y), 7);
  return `${rounded(x + (toX - x) * reach)} ${rounded(y + (toY - y) * reach)}`;
};

/** A line that turns its corners in bends. */
function drawJump(points: Line['points']): string {
  const inner = points.slice(1, -1).map((point, index) => `L${bend(point, points[index]!)}Q${point.map(rounded).join(' ')} ${bend(point, points[index + 2]!)}`);
  return `<path class="r" d="M${points[0]!.map(rounded).join(' ')}${inner.join('')}L${points.at(-1)!.map(rounded).join(' ')}"/>`;
}

function drawLine({ kind, points }: Line): string {
  const end = points.at(-1)!;
  if (kind === 'sprong') return drawJump(points) + drawHead(end, true, 'm');
  if (kind === 'door') return drawHead(end, true, 'd');
  if (kind === 'eind')
    return (
      path('l', points) +
      path('l', [
        [end[0] - 9, end[1]],
        [end[0] + 9, end[1]],
      ])
    );
  return path('l', points) + (kind === 'tak' ? drawHead(end, false, 'd') : '');
}

/** The classes in the colours of one scheme. Throws when the house style lacks one. */
function rules(colours: ReadonlyMap<string, string>, deel: number): string {
  return COLOURS.map(([property, token, classes]) => {
    const colour = colours.get(token.replace('DEEL', `deel-${deel}`));
    if (!colour) throw new Error(`tokens.css heeft geen kleur ${token}.`);
    return `${classes}{${property}:${colour}}`;
  }).join('');
}

/** The whole drawing as the text of an SVG file; `title` is what a screen reader says of it. */
export function drawStroom({ height, boxes, lines }: Stroom, { deel, rays, title, kleuren }: { deel: number; rays: readonly Ray[]; title: string; kleuren: Kleuren }): string {
  const style = `${STROKES}${rules(kleuren.licht, deel)}@media(prefers-color-scheme:dark){${rules(kleuren.donker, deel)}}`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-size="${TYPE.stap[0]}" font-family="Atkinson Hyperlegible Next,system-ui,Segoe UI,Roboto,Helvetica,Arial,sans-serif" stroke-linejoin="round">` +
    `<title>${escape(title)}</title><style>${style}</style>${PATTERNS[deel - 1]}<rect class="p" width="${WIDTH}" height="${height}"/>` +
    `${lines.map(drawLine).join('')}${boxes.map((box) => BOXES[box.kind](box, rays)).join('')}</svg>\n`
  );
}
