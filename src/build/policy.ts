import { createHash } from 'node:crypto';
import { SITE } from '../site.ts';
import { allowConnections } from './policies.ts';

const HASH = / 'sha256-[^']+'/g;

/** The hashes of what stands between the tags of `name`: of a script only when it runs. */
function hashes(html: string, name: 'style' | 'script'): string {
  const inline = [...html.matchAll(new RegExp(`<${name}([^>]*)>([\\s\\S]*?)</${name}>`, 'g'))];
  const used = inline.filter(([, attributes = '', text]) => text && !/\bsrc=|\btype="application\//.test(attributes));
  return [...new Set(used.map(([, , text]) => ` 'sha256-${createHash('sha256').update(text!).digest('base64')}'`))].join('');
}

/** `html` with a policy that names what this page holds and nothing of other pages: Astro puts the hashes of the whole site on every page. */
export function tightenPolicy(html: string): string {
  return html.replace(/(<meta http-equiv="content-security-policy" content=")([^"]*)"/i, (_, start: string, policy: string) => {
    const bare = policy.replace(HASH, '').replace(/(script|style)-src[^;]*/g, (directive, name: 'script' | 'style') => directive.trimEnd() + hashes(html, name));
    return `${start}${bare}"`;
  });
}

/** `html` with its policy before all that it should govern: Astro puts it behind the first styles. */
export function policyFirst(html: string): string {
  const meta = /<meta http-equiv="content-security-policy"[^>]*>/i.exec(html)?.[0];
  return meta ? html.replace(meta, '').replace(/<meta charset="[^"]*">/i, (charset) => charset + meta) : html;
}

/** The one page that asks other editions anything. */
const SEARCH = '/zoeken.html';
const ELDERS = SITE.elders.map(({ url }) => new URL(url).origin);

/** `html` with a policy of its own, for the page called `name`. Whatever changes a page comes before. */
export function withPolicy(html: string, name: string): string {
  const own = policyFirst(tightenPolicy(html));
  return name === SEARCH ? allowConnections(own, ELDERS) : own;
}
