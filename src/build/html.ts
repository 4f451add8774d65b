import { decodeHTMLAttribute } from 'entities';
import { Tokenizer } from 'htmlparser2';
import { type Change, mapCss, mapScript } from './addresses.ts';
import { lettersOf, ofLetters, textOf } from './letters.ts';

const ATTRIBUTES = new Set(['href', 'xlink:href', 'src', 'action', 'formaction', 'poster', 'data']);
const SETS = new Set(['srcset', 'imagesrcset']);
const REFRESH = /^(\s*\d+\s*;\s*url=)(.*)$/i;

const escape = (value: string) => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const mapSet = (value: string, change: Change) =>
  value
    .split(',')
    .map((part) => part.trim().replace(/^\S+/, change))
    .join(', ');

interface Attribute {
  name: string;
  value: string;
  start: number;
  end: number;
}

/** The content of a meta with its address changed, when it holds one. */
function mapContent(content: string, property: string, change: Change): string {
  const refresh = REFRESH.exec(content);
  if (refresh) return refresh[1] + change(refresh[2]!);
  return /^og:(url|image)$/.test(property) ? change(content) : content;
}

/** A text that is copied from `from`, but for the pieces that are replaced, in order; where room was left, `last` gives what comes there. */
function copying(from: string): { replace: (start: number, end: number, by: string) => void; leaveRoom: (at: number) => void; result: (last: () => string) => string } {
  let before: string | undefined;
  let [copy, copied] = ['', 0];
  const replace = (start: number, end: number, by: string) => {
    copy += from.slice(copied, start) + by;
    copied = end;
  };
  return {
    replace,
    leaveRoom: (at) => {
      if (before !== undefined) return;
      replace(at, at, '');
      [before, copy] = [copy, ''];
    },
    result: (last) => (before === undefined ? '' : before + last()) + copy + from.slice(copied),
  };
}

interface Reader {
  onAttribute: (attribute: Attribute) => void;
  /** The tag that these attributes stood in is read, to `end`. */
  onTag: (end: number) => void;
  /** What stands in a style or a script. */
  onText: (element: string, start: number, end: number) => void;
}

const ignore = () => {};
/** What is not read. */
const REST = {
  onattribentity: ignore,
  oncdata: ignore,
  oncomment: ignore,
  ondeclaration: ignore,
  onend: ignore,
  onprocessinginstruction: ignore,
  ontext: ignore,
  ontextentity: ignore,
};

const READ = new Set(['id', ...ATTRIBUTES, ...SETS]);
const READ_OF_META = new Set(['content', 'property', 'charset']);
/** Beside these, what a meta holds, whether that is an address, and where the encoding stands; and whether a script runs. */
const isRead = (name: string, element: string) => READ.has(name) || (element === 'meta' && READ_OF_META.has(name)) || (element === 'script' && name === 'type');

/** Reads `html` by tokens and not as elements: it takes half the time, and the tree of a large page weighs fifty times the page. */
function readTokens(html: string, { onAttribute, onTag, onText }: Reader): void {
  let [element, name, value, start, textStart, read] = ['', '', '', 0, 0, false];
  const onopentagend = (end: number) => {
    textStart = end + 1;
    onTag(textStart);
  };
  const tokens = new Tokenizer(
    { decodeEntities: false },
    {
      ...REST,
      onopentagname: (from, to) => (element = html.slice(from, to)),
      onattribname: (from, to) => {
        name = html.slice(from, to);
        value = '';
        start = from;
        read = isRead(name, element);
      },
      onattribdata: (from, to) => {
        if (read) value += html.slice(from, to);
      },
      onattribend: (_, end) => {
        if (read) onAttribute({ name, value: decodeHTMLAttribute(textOf(value)), start, end });
      },
      onopentagend,
      onselfclosingtag: onopentagend,
      onclosetag: (from) => {
        // Its name comes behind `</`.
        if (element === 'style' || element === 'script') onText(element, textStart, from - 2);
        element = '';
      },
    },
  );
  tokens.write(html);
  tokens.end();
}

/** The styles in a page, and the scripts that run, as they now read, in letters. */
export interface Held {
  styles: ReadonlySet<string>;
  scripts: ReadonlySet<string>;
}

/** A page with its addresses changed, in letters, and the ids in it. */
interface Mapped {
  html: string;
  ids: Set<string>;
}

/** What is put in a page beside its addresses: what stands in a style, and what comes right behind the encoding, and so before all that it should govern. */
export interface Put {
  written?: (styles: string) => string;
  governing?: (held: Held) => string;
}

/** Reads a page, in letters, once and changes every address in it by `change`. What holds no address comes back as it was, to the letter. */
export function mapHtml(html: string, change: Change, { written = (styles) => styles, governing = () => '' }: Put = {}): Mapped {
  const [ids, styles, scripts] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const { replace, leaveRoom, result } = copying(html);
  const changeWithin = ofLetters(change);
  let ofTag: Record<string, Attribute> = {};
  let isRun = false;
  const set = ({ name, value, start, end }: Attribute, mapped: string) => {
    if (mapped !== value) replace(start, end, `${name}="${lettersOf(escape(mapped))}"`);
  };
  readTokens(html, {
    onAttribute: (attribute) => {
      const { name, value } = attribute;
      ofTag[name] = attribute;
      if (name === 'id') ids.add(value);
      else if (ATTRIBUTES.has(name)) set(attribute, change(value));
      else if (SETS.has(name)) set(attribute, mapSet(value, change));
    },
    onTag: (end) => {
      const { content, property, src, type, charset } = ofTag;
      if (content) set(content, mapContent(content.value, property?.value ?? '', change));
      if (charset) leaveRoom(end);
      isRun = !src && !type?.value.startsWith('application/');
      ofTag = {};
    },
    onText: (element, start, end) => {
      const isStyle = element === 'style';
      const within = html.slice(start, end);
      const text = isStyle ? mapCss(written(within), changeWithin) : mapScript(within, changeWithin);
      replace(start, end, text);
      if (text && (isStyle || isRun)) (isStyle ? styles : scripts).add(text);
    },
  });
  // What governs a page names what stands in it, and so comes last.
  return { html: result(() => governing({ styles, scripts })), ids };
}
