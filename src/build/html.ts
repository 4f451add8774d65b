import { decodeHTMLAttribute } from 'entities';
import { Tokenizer } from 'htmlparser2';
import { type Change, mapCss, mapScript } from './addresses.ts';

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

/** A text that is copied from `from`, but for the pieces that are replaced, in order. */
function copying(from: string): { replace: (start: number, end: number, by: string) => void; result: () => string } {
  let [copy, copied] = ['', 0];
  return {
    replace: (start, end, by) => {
      copy += from.slice(copied, start) + by;
      copied = end;
    },
    result: () => copy + from.slice(copied),
  };
}

interface Reader {
  onAttribute: (attribute: Attribute) => void;
  /** The tag that these attributes stood in is read. */
  onTag: () => void;
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
/** Beside these, what a meta holds and whether that is an address; and whether a script runs. */
const isRead = (name: string, element: string) =>
  READ.has(name) || (element === 'meta' && (name === 'content' || name === 'property')) || (element === 'script' && name === 'type');

/** Reads `html` by tokens and not as elements: it takes half the time, and the tree of a large page weighs fifty times the page. */
function readTokens(html: string, { onAttribute, onTag, onText }: Reader): void {
  let [element, name, value, start, textStart, read] = ['', '', '', 0, 0, false];
  const onopentagend = (end: number) => {
    textStart = end + 1;
    onTag();
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
        if (read) onAttribute({ name, value: decodeHTMLAttribute(value), start, end });
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

/** A page with its addresses changed, and what was seen in it. */
interface Mapped {
  html: string;
  ids: Set<string>;
  /** The styles in it, and the scripts that run, as they now read. */
  styles: Set<string>;
  scripts: Set<string>;
}

/** Reads a page once and changes every address in it by `change`; `written` gives what stands in a style. What holds no address comes back as it was, to the letter. */
export function mapHtml(html: string, change: Change, written = (styles: string) => styles): Mapped {
  const [ids, styles, scripts] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const { replace, result } = copying(html);
  let ofTag: Record<string, Attribute> = {};
  let isRun = false;
  const set = ({ name, value, start, end }: Attribute, mapped: string) => {
    if (mapped !== value) replace(start, end, `${name}="${escape(mapped)}"`);
  };
  readTokens(html, {
    onAttribute: (attribute) => {
      const { name, value } = attribute;
      ofTag[name] = attribute;
      if (name === 'id') ids.add(value);
      else if (ATTRIBUTES.has(name)) set(attribute, change(value));
      else if (SETS.has(name)) set(attribute, mapSet(value, change));
    },
    onTag: () => {
      const { content, property, src, type } = ofTag;
      if (content) set(content, mapContent(content.value, property?.value ?? '', change));
      isRun = !src && !type?.value.startsWith('application/');
      ofTag = {};
    },
    onText: (element, start, end) => {
      const isStyle = element === 'style';
      const within = html.slice(start, end);
      const text = isStyle ? mapCss(written(within), change) : mapScript(within, change);
      replace(start, end, text);
      if (text && (isStyle || isRun)) (isStyle ? styles : scripts).add(text);
    },
  });
  return { html: result(), ids, styles, scripts };
}
