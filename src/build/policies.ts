/** What a host may send with the files: the one source of the header files for every server. */
import { posix } from 'node:path';

const META = /<meta http-equiv="content-security-policy" content="([^"]*)"/i;
/** The folder whose pages other sites may show in a frame. */
const EMBED = 'embed';
/** Given for any address that does not exist, whatever its folder. */
const LOST = '404.html';

/** Sent with everything. Search words stay here: no address goes to another site. */
export const COMMON: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
};

/** For files whose name changes with what is in them. */
export const FOREVER = 'public, max-age=31536000, immutable';
/** For all others: kept, and asked after every time. */
export const FRESH = 'no-cache';
/** The end of the address of a file whose name changes with what is in it, as a regular expression. */
export const HASHED = String.raw`/(_astro/|pagefind/(fragment|index)/|pagefind/[^/]+\.pf_meta$)`;

/** What other sites may read: the open data, and the index that search on another edition looks in. Nothing there is of one visitor. */
export const SHARED = ['data', 'pagefind'] as const;
/** The address of a file that others may read, as a regular expression. */
export const SHARED_PATTERN = `/(${SHARED.join('|')})/`;

/** The policy of the pages in one folder; `''` is the top of the site. */
export interface FolderPolicy {
  folder: string;
  policy: string;
}

/** The tag with the policy of a page, by itself: a piece of a page would keep the whole of it in memory. */
export const policyTag = (html: string): string => structuredClone(META.exec(html)?.[0] ?? '');

/** `policy` that also lets its page fetch from these origins: only what is read there, no script of theirs runs. */
export const allowConnections = (policy: string, origins: readonly string[]): string =>
  origins.length === 0 ? policy : `${policy.replace(/;?\s*$/, '')}; connect-src 'self' ${[...new Set(origins)].join(' ')};`;

type Directives = Map<string, Set<string>>;

function addPolicy(directives: Directives, policy: string): Directives {
  for (const [name, ...sources] of policy.split(';').map((directive) => directive.trim().split(/\s+/))) {
    if (!name) continue;
    const known = directives.get(name) ?? new Set();
    directives.set(name, known);
    for (const source of sources) known.add(source);
    // Beside what one page of the folder may, the nothing of another says nothing.
    if (known.size > 1) known.delete("'none'");
  }
  return directives;
}

/** The sources of a directive: `'none'` is only that when nothing else is allowed, as on a page that needs nothing beside itself. */
const sourcesOf = (sources: ReadonlySet<string>) => [...sources].filter((source) => source !== "'none'" || sources.size === 1);

/**
 * Per folder the policy that lets each of its pages do what its own meta tag allows: a browser keeps to both, so the page's own stays the rule.
 * Frames are refused here, since a meta tag cannot do that; only what is made to be embedded may be framed by anyone.
 */
export function folderPolicies(pages: readonly { path: string; html: string }[]): FolderPolicy[] {
  const folders = new Map<string, Directives>();
  const added = new Set<string>();
  for (const { path, html } of pages) {
    const folder = posix.dirname(path).replace(/^\.$/, '');
    const policy = META.exec(html)?.[1] ?? '';
    // The pages of a folder share a few.
    if (added.has(`${folder} ${policy}`)) continue;
    added.add(`${folder} ${policy}`);
    folders.set(folder, addPolicy(folders.get(folder) ?? new Map(), policy));
  }
  const lost = META.exec(pages.find(({ path }) => path === LOST)?.html ?? '')?.[1] ?? '';
  for (const directives of folders.values()) addPolicy(directives, lost);
  return [...folders]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([folder, directives]) => {
      if (folder !== EMBED) directives.set('frame-ancestors', new Set(["'self'"]));
      return { folder, policy: [...directives].map(([name, sources]) => [name, ...sourcesOf(sources)].join(' ')).join('; ') };
    });
}

/** The end of the address of a page in `folder`, with or without `.html`, as a regular expression. */
export const pagePattern = (folder: string): string => String.raw`${folder && `/${folder}`}/[^/.]*(\.html)?$`;
