/** Writes above the fields of a template what its schema says of them, so that the explanation stands in one place. */
import { type Document, isMap, isNode, isScalar, isSeq, type YAMLMap } from 'yaml';
import { toJsonSchema } from '../schema/json.ts';
import type { TEKSTEN } from '../schema/soorten.ts';

/** A part of a JSON Schema as far as it matters here. */
interface Part {
  description?: string;
  enum?: (string | number)[];
  properties?: Record<string, Part>;
  items?: Part;
  anyOf?: Part[];
  oneOf?: Part[];
}

/** `part` itself, what its list holds and what it may be instead: wherever fields can be declared. */
const alternatives = (part: Part): Part[] => [part, ...[part.items, ...(part.anyOf ?? []), ...(part.oneOf ?? [])].flatMap((inner) => (inner ? alternatives(inner) : []))];

/** What the schema says of the field `key` in `part`, the values of a closed list included. */
function fieldOf(part: Part, key: string): { part: Part; text: string } {
  const found = alternatives(part).flatMap(({ properties }) => properties?.[key] ?? []);
  const text = [...new Set(found.flatMap(({ description }) => description ?? []))].join(' ');
  const values = [...new Set(found.flatMap((field) => field.enum ?? field.items?.enum ?? []))];
  const isSaid = values.every((value) => text.includes(String(value)));
  return { part: { anyOf: found }, text: isSaid ? text : `${text} Kies uit: ${values.join(', ')}.` };
}

/** Explains the fields of `map`; in a list those of its first item, above its dash. Comments that stood there go. */
function explainMap(map: YAMLMap, part: Part, isItem: boolean): void {
  map.items.forEach(({ key, value }, index) => {
    if (!isScalar(key)) return;
    const field = fieldOf(part, String(key.value));
    const above = isItem && index === 0 ? map : key;
    key.commentBefore = null;
    above.commentBefore = ` ${field.text}`;
    if (!isNode(value)) return;
    value.comment = null;
    value.commentBefore = null;
    const inner = isSeq(value) ? value.items[0] : value;
    if (isNode(inner)) inner.commentBefore = null;
    if (isMap(inner)) explainMap(inner as YAMLMap, field.part, isSeq(value));
  });
}

/** The front matter of a text of `kind` as YAML, with what its schema says of each field in a Dutch comment above it. Changes `document`. */
export function explained(kind: keyof typeof TEKSTEN, document: Document): string {
  if (isMap(document.contents)) {
    document.contents.commentBefore = null;
    explainMap(document.contents as YAMLMap, toJsonSchema(kind) as Part, false);
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd() + '\n';
}
