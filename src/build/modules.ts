/** Where the modules of packages are found is kept for the next build: for a thousand of them Node looks through folders and descriptions of packages each time. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { digest, digestOfMakers } from '../kept.ts';

/** As the file keeps them: what was asked for and by whom, each with where it was found. */
interface Rows {
  /** A digest of what is installed, and of what looks for it. */
  by: string;
  found: [asked: string, url: string][];
}

function read(file: URL, by: string): Rows['found'] {
  try {
    const rows = JSON.parse(readFileSync(file, 'utf8')) as Rows;
    return rows.by === by ? rows.found : [];
  } catch {
    return [];
  }
}

const isInstalled = (url: string) => url.includes('/node_modules/');

/** Finds what packages import where it was found in an earlier build of the project at `root`, as long as the same is installed; and keeps, when this one ends, where it was found now. */
export function keepModules(root: URL): void {
  const file = new URL('.build/modules.json', root);
  const by = digest(digestOfMakers(root, []), process.version);
  const found = new Map(read(file, by));
  const before = found.size;
  registerHooks({
    resolve: (specifier, context, next) => {
      const { parentURL = '', conditions } = context;
      // What the project itself holds may move at any time, and what is required follows other rules.
      if (!isInstalled(parentURL) || !conditions.includes('import')) return next(specifier, context);
      const asked = `${specifier} ${parentURL}`;
      const known = found.get(asked);
      if (known && existsSync(new URL(known))) return { url: known, format: 'module', shortCircuit: true };
      const resolved = next(specifier, context);
      if (resolved.format === 'module' && isInstalled(resolved.url)) found.set(asked, resolved.url);
      return resolved;
    },
  });
  process.on('exit', () => {
    if (found.size === before) return;
    mkdirSync(new URL('.', file), { recursive: true });
    writeFileSync(file, JSON.stringify({ by, found: [...found] } satisfies Rows));
  });
}
