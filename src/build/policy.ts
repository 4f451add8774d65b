import { createHash } from 'node:crypto';
import { paths } from '../model/paths.ts';
import { SITE } from '../site.ts';
import type { Held } from './html.ts';
import { allowConnections } from './policies.ts';

/** What every page may; scripts and styles in a page need its hashes besides. Pagefind compiles WebAssembly; nothing else on the site needs more than 'self'. */
const POLICY =
  "default-src 'self';img-src 'self' data:;object-src 'none';base-uri 'none';form-action 'self';worker-src 'self';manifest-src 'self';font-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self';";
/** From disk nothing may be fetched, not even from the folder beside it: all there is stands in the file. */
const POLICY_FROM_DISK = "default-src 'none'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'; script-src; style-src;";

const known = new Map<string, string>();
/** The hash of a style or a script, in letters, as a policy has it; pages share most of them. */
function hashOf(text: string): string {
  const found = known.get(text) ?? createHash('sha256').update(text, 'latin1').digest('base64');
  // A copy: a piece of a page would keep the whole of it in memory.
  if (!known.has(text)) known.set(structuredClone(text), found);
  return found;
}

const hashes = (texts: Iterable<string>) => Array.from(texts, (text) => ` 'sha256-${hashOf(text)}'`).join('');

/** `policy` with the hashes of what a page holds. */
const tightened = (policy: string, { styles, scripts }: Held): string =>
  policy.replace(/(script|style)-src[^;]*/g, (directive, name: 'script' | 'style') => directive + hashes(name === 'style' ? styles : scripts));

const ELDERS = SITE.elders.map(({ url }) => new URL(url).origin);

/** The policies of the pages that have one of their own; search alone asks other editions anything. */
const OWN: Readonly<Record<string, string>> = { [paths.los]: POLICY_FROM_DISK, [paths.zoeken]: allowConnections(POLICY, ELDERS) };

/** The policy of the page called `name`, which names the hashes of what it holds and of nothing on other pages, as a tag for its head. (Astro's own policy holds those of the whole site, on every page.) */
export const policyOf = (name: string, held: Held): string => `<meta http-equiv="content-security-policy" content="${tightened(OWN[name] ?? POLICY, held)}">`;
