/** A browser learns what a script imports once that script is there; named in the page, the imports come beside it. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const SCRIPTS = '_astro';
/** What is imported at once, not what a script may ask for later. */
const IMPORTED = /(?:from|import)\s*["']\.\/([^"']+\.js)["']/g;
const SCRIPT = /<script type="module" src="\/_astro\/([^"]+)"/g;

/** By the name of a script, the names of the scripts that it imports. */
export type Imports = ReadonlyMap<string, readonly string[]>;

/** Reads what the scripts of the built site in `folder` import; nothing when it has none. */
export async function readImports(folder: string): Promise<Imports> {
  const names = (await readdir(join(folder, SCRIPTS)).catch(() => [])).filter((name) => name.endsWith('.js')).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, SCRIPTS, name), 'utf8')));
  return new Map(names.map((name, place) => [name, [...texts[place]!.matchAll(IMPORTED)].map(([, imported]) => imported!)]));
}

/** `names` and all that they import, and so on. */
function closure(names: readonly string[], imports: Imports, found = new Set<string>()): Set<string> {
  for (const name of names.filter((each) => !found.has(each))) closure(imports.get(name) ?? [], imports, found.add(name));
  return found;
}

/** A page with what its scripts import named in its head; addresses are written from the root. */
export function withPreloads(html: string, imports: Imports): string {
  const scripts = [...html.matchAll(SCRIPT)].map(([, name]) => name!);
  const imported = [...closure(scripts, imports)].filter((name) => !scripts.includes(name));
  return imported.length === 0
    ? html
    : html.replace('</head>', () => `${imported.map((name) => `<link rel="modulepreload" fetchpriority="low" href="/${SCRIPTS}/${name}">`).join('')}</head>`);
}
