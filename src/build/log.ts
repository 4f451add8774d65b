/** What a build and the preview say: ours and whatever goes wrong, without the lines that Astro gives of every page and step. */
import type { AstroLoggerDestination, AstroLoggerMessage } from 'astro';

/** Labels under which Astro tells of its own steps. */
const STEPS = new Set<string | null>(['build', 'vite', 'types', 'content', 'assets', null]);
/** The time behind the name of a page, and the heading above them. */
const PAGES = /\(\+\d|generating static routes/;
const CLEAR = '\r\x1B[K';

/** `npm run --silent build` says nothing but what goes wrong. */
const isSilent = () => process.env['npm_config_loglevel'] === 'silent';

let warnings = 0;
let pages = 0;

/** How many warnings there were so far. */
export const countWarnings = (): number => warnings;

/** How a line reads: our own begin with the name of their stage. */
function written({ label, level, message }: AstroLoggerMessage): string {
  if (label === 'SKIP_FORMAT') return message;
  const name = label?.replace('werkvonken:', '') ?? '';
  return `${level === 'info' ? '' : `${level.toUpperCase()} `}${name.padEnd(10)} ${message}`;
}

/** On a terminal, one line that counts along while pages are made. */
function countPage(): void {
  pages += 1;
  if (process.stdout.isTTY) process.stdout.write(`${CLEAR}${'paginas'.padEnd(10)} ${pages}…`);
}

/** Where Astro writes what it has to say: named in astro.config.mjs. */
export default (): AstroLoggerDestination => ({
  write: (event) => {
    const { label, level, message, newLine } = event;
    if (level === 'warn') warnings += 1;
    if (level === 'info' && isSilent()) return;
    if (level === 'info' && label === null && !newLine) return countPage();
    if (level === 'info' && (STEPS.has(label) || (label === 'SKIP_FORMAT' && PAGES.test(message)))) return;
    const stream = level === 'error' ? process.stderr : process.stdout;
    stream.write(`${stream.isTTY && pages > 0 ? CLEAR : ''}${written(event)}${newLine ? '\n' : ''}`);
  },
});
