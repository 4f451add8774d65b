import { type DefaultTreeAdapterTypes, parse, type Token } from 'parse5';
import { type Change, mapCss, mapScript } from './addresses.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const ATTRIBUTES = new Set(['href', 'xlink:href', 'src', 'action', 'formaction', 'poster', 'data']);
const SETS = new Set(['srcset', 'imagesrcset']);
const REFRESH = /^(\s*\d+\s*;\s*url=)(.*)$/i;

/** A page: the ids in it, and itself with every address changed. */
export interface Page {
  ids: ReadonlySet<string>;
  map: (change: Change) => string;
}

interface Spot {
  start: number;
  end: number;
  map: (change: Change) => string;
}

const escape = (value: string) => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const mapSet = (value: string, change: Change) =>
  value.split(',').map((part) => part.trim().replace(/^\S+/, change)).join(', ');

/** How the addresses in this attribute change, or nothing when it holds none. */
function attributeMap(element: Element, name: string, value: string): ((change: Change) => string) | undefined {
  if (ATTRIBUTES.has(name)) return (change) => change(value);
  if (SETS.has(name)) return (change) => mapSet(value, change);
  if (element.tagName !== 'meta' || name !== 'content') return undefined;
  const refresh = REFRESH.exec(value);
  if (refresh) return (change) => refresh[1] + change(refresh[2]!);
  const isAddress = element.attrs.some((attr) => attr.name === 'property' && /^og:(url|image)$/.test(attr.value));
  return isAddress ? (change) => change(value) : undefined;
}

function attributeSpots(element: Element): Spot[] {
  const places = element.sourceCodeLocation?.attrs ?? {};
  return element.attrs.flatMap(({ name: local, prefix, value }) => {
    const name = prefix ? `${prefix}:${local}` : local;
    const map = attributeMap(element, name, value);
    const place: Token.Location | undefined = places[name];
    return map && place ? [{ start: place.startOffset, end: place.endOffset, map: (change: Change) => `${name}="${escape(map(change))}"` }] : [];
  });
}

/** The text of a style sheet or a script in the page. */
function textSpots(element: Element): Spot[] {
  const mapText = { style: mapCss, script: mapScript }[element.tagName];
  return element.childNodes.flatMap((node) => {
    const place = node.sourceCodeLocation;
    if (!mapText || !('value' in node) || !place) return [];
    // The text alone is kept: its node would keep the whole page.
    const { value } = node;
    return [{ start: place.startOffset, end: place.endOffset, map: (change: Change) => mapText(value, change) }];
  });
}

function collect(node: Node, spots: Spot[], ids: Set<string>): void {
  if ('attrs' in node) {
    const id = node.attrs.find(({ name }) => name === 'id');
    if (id) ids.add(id.value);
    spots.push(...attributeSpots(node), ...textSpots(node));
  }
  if ('content' in node) collect(node.content, spots, ids);
  if ('childNodes' in node) for (const child of node.childNodes) collect(child, spots, ids);
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
  const [spots, ids]: [Spot[], Set<string>] = [[], new Set()];
  // Without scripting, what stands in <noscript> is part of the page: its links count too.
  collect(parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false }), spots, ids);
  spots.sort((a, b) => a.start - b.start);
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
