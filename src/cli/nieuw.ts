/** Starts a new text from the template of its kind. */
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseDocument } from 'yaml';
import { slugify } from '../model/text.ts';
import { TEKSTEN } from '../schema/soorten.ts';
import { readContent } from './files.ts';
import { cutFrontmatter, parseYaml } from './frontmatter.ts';
import { explained } from './uitleg.ts';

type Folder = keyof typeof TEKSTEN;

/** What can be started: by its name in the singular, the folder it goes into, and the letter of its code. */
const NIEUW = new Map<string, { folder: Folder; letter?: string }>([
  ['algoritme', { folder: 'algoritmes', letter: 'A' }],
  ['casus', { folder: 'casussen', letter: 'C' }],
  ['pagina', { folder: 'paginas' }],
]);

/** What is a row in a list, and in which file. */
const RIJEN = new Map([
  ['situatie', 'situaties'],
  ['begrip', 'begrippen'],
  ['woord', 'woorden'],
  ['onderwerp', 'synoniemen'],
]);

/** What the command refuses, in Dutch and with a remedy: no mistake of ours, so no stack. */
export class Refusal extends Error {}

/** What is known of a text that exists, however wrong it may be. */
interface Known {
  slug: string;
  titel: string;
  code: string;
  oudeSlugs: string[];
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

async function known(root: string, folder: Folder): Promise<Known[]> {
  const files = readContent(root, []).filter(({ path }) => path.startsWith(`content/${folder}/`) && !path.endsWith('_sjabloon.mdx'));
  return files.map(({ path, text }) => {
    const yaml = parseYaml(path, cutFrontmatter(path, text, [])?.yaml ?? '', 2, []);
    const { titel, code, oudeSlugs } = (yaml?.value ?? {}) as Record<string, unknown>;
    // The fields may be unreadable; a code in them is taken all the same.
    return {
      slug: basename(path, '.mdx'),
      titel: textOf(titel),
      code: textOf(code) || (/^code:\s*["']?([AC]-\d+)/m.exec(text)?.[1] ?? ''),
      oudeSlugs: Array.isArray(oudeSlugs) ? oudeSlugs.map(textOf) : [],
    };
  });
}

function refuseKind(kind: string): never {
  const list = RIJEN.get(kind);
  const remedy = list ? `Kopieer een regel in content/${list}.yaml en verander die.` : `Kies uit: ${[...NIEUW.keys()].join(', ')}. Zo: npm run new -- algoritme "Een titel"`;
  throw new Refusal(list ? `Een ${kind} heeft geen eigen bestand. ${remedy}` : `${kind ? `‘${kind}’ is geen soort` : 'Er staat geen soort'}. ${remedy}`);
}

function refuseTitle(folder: Folder, title: string): void {
  const { error } = TEKSTEN[folder].shape.titel.safeParse(title);
  if (error)
    throw new Refusal(
      title ? `De titel past niet. ${error.issues[0]!.message}` : 'Er staat geen titel. Zet hem er tussen aanhalingstekens achter: npm run new -- algoritme "Een titel"',
    );
  if (!slugify(title)) throw new Refusal('Van deze titel kan geen adres gemaakt worden. Gebruik minstens één letter of cijfer.');
}

function refuseDuplicate(folder: Folder, title: string, existing: Known[]): void {
  const slug = slugify(title);
  const same = existing.find((entry) => entry.slug === slug || slugify(entry.titel) === slug);
  if (same) throw new Refusal(`‘${title}’ lijkt op iets wat er al is: content/${folder}/${same.slug}.mdx. Pas dat bestand aan, of kies een andere titel.`);
  const former = existing.find(({ oudeSlugs }) => oudeSlugs.includes(slug));
  if (former) throw new Refusal(`Het adres ${slug} is vroeger gebruikt, en leidt nu naar content/${folder}/${former.slug}.mdx. Kies een andere titel.`);
}

/** One above the highest: a code that was ever printed is never given away again, so gaps stay. */
function nextCode(letter: string, existing: Known[]): string {
  const highest = Math.max(0, ...existing.map(({ code }) => Number(/^[AC]-(\d+)$/.exec(code)?.[1] ?? 0)));
  return `${letter}-${String(highest + 1).padStart(2, '0')}`;
}

/**
 * Writes a text of `kind` called `title` to its folder under `root`, as its template, with every field explained; `today` is its date.
 * Returns its path and code. Throws a Refusal when the kind or the title will not do, or is taken.
 */
export async function scaffold(root: string, kind: string, title: string, today: string): Promise<{ path: string; code: string | undefined }> {
  const { folder, letter } = NIEUW.get(kind) ?? refuseKind(kind);
  refuseTitle(folder, title);
  const existing = await known(root, folder);
  refuseDuplicate(folder, title, existing);
  const template = await readFile(join(root, 'content', folder, '_sjabloon.mdx'), 'utf8');
  const { yaml, body } = cutFrontmatter('_sjabloon.mdx', template, [])!;
  const code = letter && nextCode(letter, existing);
  const document = parseDocument(yaml);
  document.commentBefore = null;
  for (const [field, value] of Object.entries({ ...(code ? { code } : {}), titel: title, bijgewerkt: today })) document.set(field, value);
  const path = `content/${folder}/${slugify(title)}.mdx`;
  // A file that stands there is never written over, whatever it holds.
  await writeFile(join(root, path), `---\n${explained(folder, document)}---\n${body}`, { flag: 'wx' });
  return { path, code };
}
