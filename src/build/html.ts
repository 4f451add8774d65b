import { Parser } from 'htmlparser2';
import { type Change, mapCss, mapScript } from './addresses.ts';

const ATTRIBUTES = new Set(['href', 'xlink:href', 'src', 'action', 'formaction', 'poster', 'data']);
const SETS = new Set(['srcset', 'imagesrcset']);
/** Every attribute that counts, with those that say what another one holds. */
const READ = new Set([...ATTRIBUTES, ...SETS, 'content', 'property']);
const REFRESH = /^(\s*\d+\s*;\s*url=)(.*)$/i;

/** A page: the ids in it, and itself with every address changed. */
export interface Page {
  ids: ReadonlySet<string>;
  map: (change: Change) => string;
}

interface Attribute {
  name: string;
  value: string;
  start: number;
  end: number;
}

interface Element {
  name: string;
  attributes: Attribute[];
}

interface Spot {
  start: number;
  end: number;
  map: (change: Change) => string;
}

const escape = (value: string) => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const mapSet = (value: string, change: Change) =>
  value
    .split(',')
    .map((part) => part.trim().replace(/^\S+/, change))
    .join(', ');

/** How the addresses in this attribute change, or nothing when it holds none. */
function attributeMap({ name, value }: Attribute, element: Element): ((change: Change) => string) | undefined {
  if (ATTRIBUTES.has(name)) return (change) => change(value);
  if (SETS.has(name)) return (change) => mapSet(value, change);
  if (element.name !== 'meta' || name !== 'content') return undefined;
  const refresh = REFRESH.exec(value);
  if (refresh) return (change) => refresh[1] + change(refresh[2]!);
  const isAddress = element.attributes.some((other) => other.name === 'property' && /^og:(url|image)$/.test(other.value));
  return isAddress ? (change) => change(value) : undefined;
}

function addSpots(element: Element, spots: Spot[]): void {
  for (const attribute of element.attributes) {
    const map = attributeMap(attribute, element);
    const { name, start, end } = attribute;
    if (map) spots.push({ start, end, map: (change) => `${name}="${escape(map(change))}"` });
  }
}

/** The spots of `html` in order, and its ids: read as it comes, since the tree of a large page weighs fifty times the page. */
function read(html: string): { spots: Spot[]; ids: Set<string> } {
  const [spots, ids]: [Spot[], Set<string>] = [[], new Set()];
  let element: Element = { name: '', attributes: [] };
  let textStart = 0;
  const parser = new Parser({
    onopentagname: (name) => (element = { name, attributes: [] }),
    onattribute: (name, value) => {
      if (name === 'id') ids.add(value);
      if (READ.has(name)) element.attributes.push({ name, value, start: parser.startIndex, end: parser.endIndex });
    },
    onopentag: () => {
      addSpots(element, spots);
      textStart = parser.endIndex + 1;
    },
    onclosetag: (name) => {
      const mapText = { style: mapCss, script: mapScript }[name];
      const [start, end] = [textStart, parser.startIndex];
      if (mapText && end > start) spots.push({ start, end, map: (change) => mapText(html.slice(start, end), change) });
    },
  });
  parser.end(html);
  return { spots, ids };
}

/** What stands at a spot with its addresses changed; when none does, it stays in the spelling of `written`. */
function mapSpot(spot: Spot, change: Change, written: string): string {
  let isChanged = false;
  const mapped = spot.map((address) => {
    const changed = change(address);
    isChanged ||= changed !== address;
    return changed;
  });
  return isChanged ? mapped : written;
}

/** Reads a page once. What holds no address comes back as it was, to the letter. */
export function readHtml(html: string): Page {
  const { spots, ids } = read(html);
  const map = (change: Change) => {
    let from = 0;
    const parts = spots.map((spot) => {
      const before = html.slice(from, spot.start);
      from = spot.end;
      return before + mapSpot(spot, change, html.slice(spot.start, spot.end));
    });
    return parts.join('') + html.slice(from);
  };
  return { ids, map };
}
