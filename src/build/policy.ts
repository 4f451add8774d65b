import { createHash } from 'node:crypto';
import { SITE } from '../site.ts';
import { allowConnections } from './policies.ts';

/** What every page may; scripts and styles in a page need its hashes besides. Pagefind compiles WebAssembly; nothing else on the site needs more than 'self'. */
const POLICY =
  "default-src 'self';img-src 'self' data:;object-src 'none';base-uri 'none';form-action 'self';worker-src 'self';manifest-src 'self';font-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self';";
const HASH = / 'sha256-[^']+'/g;
const START = '<meta http-equiv="content-security-policy" content="';

const known = new Map<string, string>();
/** The hash of a style or a script as a policy has it; pages share most of them. */
function hashOf(text: string): string {
  const found = known.get(text) ?? createHash('sha256').update(text).digest('base64');
  // A copy: a piece of a page would keep the whole of it in memory.
  if (!known.has(text)) known.set(structuredClone(text), found);
  return found;
}

const hashes = (texts: Iterable<string>) => Array.from(texts, (text) => ` 'sha256-${hashOf(text)}'`).join('');

/** What stands in a page: the styles, and the scripts that run. */
interface Held {
  styles: Iterable<string>;
  scripts: Iterable<string>;
}

/** `policy` with the hashes of what a page holds, instead of any that it has. */
const tightened = (policy: string, { styles, scripts }: Held): string =>
  policy.replace(HASH, '').replace(/(script|style)-src[^;]*/g, (directive, name: 'script' | 'style') => directive + hashes(name === 'style' ? styles : scripts));

/** `html` with this policy right behind its encoding, and so before all that it should govern. */
export const governed = (html: string, policy: string): string => html.replace(/<meta charset="[^"]*">/i, (charset) => `${charset}${START}${policy}">`);

/** The page with the hashes of what it holds, and of nothing on other pages, in its policy. (Astro's own policy holds those of the whole site, on every page.) */
export function tightenPolicy({ html, ...held }: { html: string } & Held): string {
  const from = html.indexOf(START) + START.length;
  if (from < START.length) return html;
  const to = html.indexOf('"', from);
  return html.slice(0, from) + tightened(html.slice(from, to), held) + html.slice(to);
}

/** The one page that asks other editions anything. */
const SEARCH = '/zoeken.html';
const ELDERS = SITE.elders.map(({ url }) => new URL(url).origin);

/** The page called `name` with a policy of its own; one that it brings stays, with its hashes. Whatever changes a page comes before. */
export function withPolicy({ html, ...held }: { html: string } & Held, name: string): string {
  const own = html.includes(START) ? tightenPolicy({ html, ...held }) : governed(html, tightened(POLICY, held));
  return name === SEARCH ? allowConnections(own, ELDERS) : own;
}
