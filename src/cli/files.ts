import { isUtf8 } from 'node:buffer';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LIJSTEN, SPELLING, TEKSTEN } from '../schema/soorten.ts';
import { isSlug } from '../schema/velden.ts';
import type { Problem } from './problems.ts';

/** A content file as text, or with an empty text when its bytes cannot be read as such. */
export interface SourceFile {
  /** Path from the project's root, such as `content/algoritmes/x.mdx`. */
  path: string;
  text: string;
}

export const TEXT_FOLDERS = Object.keys(TEKSTEN) as (keyof typeof TEKSTEN)[];
export const LIST_FILES = Object.keys(LIJSTEN) as (keyof typeof LIJSTEN)[];

const at = (file: string, line: number, column: number, message: string, remedy: string): Problem => ({ file, line, column, message, remedy });

const missing = (path: string) => at(path, 1, 1, 'Dit bestand ontbreekt.', 'Zet het terug; de site heeft elke lijst nodig.');

const unreadable = (path: string) => at(path, 1, 1, 'Dit is geen bestand, of het mag niet gelezen worden.', 'Zet teksten direct in deze map.');

/** Marks that turn the direction of the text around them: what is read then differs from what stands there. */
const TURNS = /[\u202A-\u202E\u2066-\u2069]/;

/** What is wrong with the bytes of a file before anyone reads its words. */
function byteProblems(file: string, bytes: Buffer, text: string): Problem[] {
  const problems: Problem[] = [];
  const place = (index: number) => {
    const before = text.slice(0, index).split('\n');
    return [before.length, before.at(-1)!.length + 1] as const;
  };
  if (!isUtf8(bytes)) problems.push(at(file, ...place(text.indexOf('\uFFFD')), 'Het bestand is geen UTF-8.', 'Bewaar het opnieuw als UTF-8.'));
  if (text.startsWith('\uFEFF')) problems.push(at(file, 1, 1, 'Het bestand begint met een onzichtbaar teken (BOM).', 'Bewaar het als UTF-8 zonder BOM.'));
  if (text.includes('\0')) problems.push(at(file, ...place(text.indexOf('\0')), 'Er staat een NUL-teken in het bestand.', 'Haal het weg of typ de regel opnieuw.'));
  if (text.includes('\r')) problems.push(at(file, ...place(text.indexOf('\r')), 'De regels eindigen zoals op Windows (CRLF).', 'Bewaar het bestand met regeleinde LF.'));
  if (TURNS.test(text))
    problems.push(at(file, ...place(text.search(TURNS)), 'Er staat een onzichtbaar teken dat de leesrichting omdraait.', 'Haal het weg of typ de regel opnieuw.'));
  return problems;
}

function nameProblems(file: string, name: string): Problem[] {
  const stem = name.replace(/\.mdx$/, '');
  if (!name.endsWith('.mdx')) return [at(file, 1, 1, 'Dit bestand hoort hier niet: alleen .mdx-bestanden worden gelezen.', 'Geef het de uitgang .mdx of zet het ergens anders.')];
  if (stem === '_sjabloon' || isSlug(stem)) return [];
  return [at(file, 1, 1, `‘${stem}’ kan geen adres zijn.`, 'Gebruik kleine letters, cijfers en losse koppeltekens.')];
}

function readOne(root: string, path: string, problems: Problem[]): SourceFile {
  const bytes = readFileSync(join(root, path));
  const text = bytes.toString('utf8');
  problems.push(...byteProblems(path, bytes, text));
  return {
    path,
    text: text
      .replace(/^\uFEFF/, '')
      .replaceAll('\r\n', '\n')
      .replaceAll('\0', ''),
  };
}

/** What `read` gives; nothing when there is no such file or folder, or it may not be read. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Reads all content under `root`. Missing list files and unusable bytes or names are added to `problems`; nothing is thrown for them. */
export function readContent(root: string, problems: Problem[]): SourceFile[] {
  const files: SourceFile[] = [];
  const add = (path: string, problem: (path: string) => Problem) => {
    const file = attempt(() => readOne(root, path, problems));
    if (file) files.push(file);
    else problems.push(problem(path));
  };
  for (const folder of TEXT_FOLDERS) {
    const names = attempt(() => readdirSync(join(root, 'content', folder))) ?? [];
    for (const name of names.filter((candidate) => !candidate.startsWith('.')).sort()) {
      const path = `content/${folder}/${name}`;
      problems.push(...nameProblems(path, name));
      if (name.endsWith('.mdx')) add(path, unreadable);
    }
  }
  for (const name of LIST_FILES) add(`content/${name}.yaml`, missing);
  if (!existsSync(join(root, SPELLING))) problems.push(missing(SPELLING));
  return files;
}

/** Whether a local image address leads to a file in public/, and not out of it. One with a broken escape leads nowhere. */
export function imageExists(root: string, url: string): boolean {
  try {
    return existsSync(join(root, 'public', join('/', decodeURIComponent(url.split(/[?#]/)[0]!))));
  } catch {
    return false;
  }
}
