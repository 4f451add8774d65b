/** Where addresses stand in files that are not HTML. Each function gives the text with every address changed by `change`. */

export type Change = (address: string) => string;

const CSS = /(url\(\s*|@import\s+)(?:"([^"]*)"|'([^']*)'|([^\s"'()]+))/g;
const IMPORT = /(\b(?:from|import)\s*\(?\s*)(["'])(\.{0,2}\/[^"'\n]*)\2/g;
/** The members of a web manifest that hold an address. */
const MANIFEST = new Set(['start_url', 'scope', 'src', 'url', 'action']);

export const mapCss = (css: string, change: Change): string =>
  css.replace(CSS, (_, start: string, double?: string, single?: string, bare?: string) => {
    const quote = double !== undefined ? '"' : single !== undefined ? "'" : '';
    return `${start}${quote}${change(double ?? single ?? bare ?? '')}${quote}`;
  });

/** Only what a script imports: other texts in it are no addresses until it runs. */
export const mapScript = (script: string, change: Change): string =>
  script.replace(IMPORT, (_, start: string, quote: string, address: string) => {
    const changed = change(address);
    // Without a dot a browser would take the name for a package.
    return `${start}${quote}${/^[./]/.test(changed) ? changed : `./${changed}`}${quote}`;
  });

export function mapManifest(manifest: string, change: Change): string {
  const map = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string') return MANIFEST.has(key) ? change(value) : value;
    if (Array.isArray(value)) return value.map((item) => map(item, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, map(item, name)]));
  };
  return JSON.stringify(map(JSON.parse(manifest)));
}
