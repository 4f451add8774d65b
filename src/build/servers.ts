/** The header files, as the servers and hosts want them. What is written here is read by whoever runs the server. */
import { COMMON, type FolderPolicy, FOREVER, FRESH, HASHED, pagePattern, SHARED, SHARED_PATTERN } from './policies.ts';

/** What a build knows of its host. */
export interface Hosting {
  policies: readonly FolderPolicy[];
  /** The path that the site stands under, or `''`. */
  path: string;
  /** Names of files in `pagefind/` that change with what is in them. */
  hashed: readonly string[];
}

const CSP = 'Content-Security-Policy';
const CORS = 'Access-Control-Allow-Origin';
const HSTS = `Werkt de hele site over https? Stuur dan ook: Strict-Transport-Security: max-age=31536000`;
const lines = (...parts: (string | string[])[]) => `${parts.flat().join('\n')}\n`;
const common = (write: (name: string, value: string) => string) => Object.entries(COMMON).map(([name, value]) => write(name, value));

/** For Netlify, Cloudflare Pages and hosts that read the same file. No header stands in two rules that fit one address: hosts would join them. */
export function hostHeaders({ policies, hashed }: Hosting): string {
  const rule = (path: string, headers: Record<string, string>) => [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)];
  const paths = (folder: string) => (folder ? [`/${folder}/*`] : ['/', '/:pagina']);
  const pages = policies.flatMap(({ folder, policy }) => paths(folder).flatMap((path) => rule(path, { [CSP]: policy, 'Cache-Control': FRESH })));
  const kept = ['/_astro/*', '/pagefind/fragment/*', '/pagefind/index/*', ...hashed.map((name) => `/pagefind/${name}`)];
  const shared = SHARED.flatMap((folder) => rule(`/${folder}/*`, { [CORS]: '*' }));
  return lines(
    `# ${HSTS}`,
    rule('/*', COMMON),
    shared,
    pages,
    kept.flatMap((path) => rule(path, { 'Cache-Control': FOREVER })),
  );
}

/** For Apache. Works in any folder as it is. */
export function htaccess({ policies }: Hosting): string {
  const set = (name: string, value: string, pattern?: string) => `  Header always set ${name} "${value}"${pattern ? ` "expr=%{REQUEST_URI} =~ m#${pattern}#"` : ''}`;
  return lines(
    '# Voor Apache. Werkt in elke map; nodig zijn mod_headers en mod_rewrite, en AllowOverride All.',
    `# ${HSTS}`,
    '<IfModule mod_headers.c>',
    common(set),
    set('Cache-Control', FRESH),
    set('Cache-Control', FOREVER, HASHED),
    set(CORS, '*', SHARED_PATTERN),
    // The last that fits wins: the top of the site comes first.
    policies.map(({ folder, policy }) => set(CSP, policy, pagePattern(folder))),
    '</IfModule>',
    '<IfModule mod_rewrite.c>',
    '  RewriteEngine On',
    '  # Waar deze map begint, voor de foutpagina.',
    String.raw`  RewriteCond %{REQUEST_URI}::$1 ^/(.*?)([^:]*)::\2$`,
    '  RewriteRule ^(.*)$ - [E=WERKVONKEN:%1]',
    '  # Een adres met een streep erachter gaat naar de pagina zelf; zonder .html mag ook.',
    '  RewriteCond %{REQUEST_FILENAME} ^(.+?)/?$',
    '  RewriteCond %1.html -f',
    '  RewriteCond %{REQUEST_URI} ^(.+)/$',
    '  RewriteRule /$ %1.html [R=301,L]',
    '  RewriteCond %{REQUEST_FILENAME} !-f',
    '  RewriteCond %{REQUEST_FILENAME}.html -f',
    '  RewriteRule [^/]$ %{REQUEST_URI}.html [L]',
    '</IfModule>',
    'ErrorDocument 404 /%{reqenv:WERKVONKEN}404.html',
  );
}

/** For nginx, in the `http` block: what belongs to which address. */
export function nginxMaps({ policies }: Hosting): string {
  const entry = (pattern: string, value: string) => `  "~${pattern}" "${value}";`;
  return lines(
    '# Voor nginx, in het blok http (op Debian: zet dit bestand in /etc/nginx/conf.d/).',
    '# Zet de site niet in een map die heet als een van zijn eigen mappen, zoals k of deel.',
    'map $uri $werkvonken_csp {',
    // The first that fits wins: the top of the site comes last.
    policies.toReversed().map(({ folder, policy }) => entry(pagePattern(folder), policy)),
    '  default "";',
    '}',
    'map $uri $werkvonken_cache {',
    entry(HASHED, FOREVER),
    `  default "${FRESH}";`,
    '}',
    'map $uri $werkvonken_cors {',
    entry(SHARED_PATTERN, '*'),
    '  default "";',
    '}',
  );
}

/** For nginx, in the block of the site. */
export function nginx({ path }: Hosting): string {
  return lines(
    '# Voor nginx, in het blok server of in location /pad/. Zet nginx-http.conf in het blok http.',
    `# ${HSTS}`,
    `add_header ${CSP} $werkvonken_csp always;`,
    'add_header Cache-Control $werkvonken_cache always;',
    `add_header ${CORS} $werkvonken_cors always;`,
    common((name, value) => `add_header ${name} "${value}" always;`),
    'index index.html;',
    'try_files $uri $uri.html $uri/ =404;',
    '# Staat de site onder een pad? Zet dat pad hier voor /404.html.',
    `error_page 404 ${path}/404.html;`,
    '# Een adres met een streep erachter gaat naar de pagina zelf.',
    'location ~ ^(?<werkvonken_pagina>.+)/$ {',
    '  absolute_redirect off;',
    '  if (-f $document_root$werkvonken_pagina.html) {',
    '    return 301 $werkvonken_pagina.html$is_args$args;',
    '  }',
    '}',
  );
}

/** For Caddy, in the block of the site. */
export function caddy({ policies, path }: Hosting): string {
  const entry = (pattern: string, value: string) => `  ~${pattern} "${value}"`;
  return lines(
    '# Voor Caddy, in het blok van de site: import server/Caddyfile, na root en met file_server.',
    `# ${HSTS}`,
    'map {path} {werkvonken_csp} {',
    policies.toReversed().map(({ folder, policy }) => entry(pagePattern(folder), policy)),
    '  default ""',
    '}',
    'map {path} {werkvonken_cache} {',
    entry(HASHED, FOREVER),
    `  default "${FRESH}"`,
    '}',
    '@werkvonken_pagina not vars {werkvonken_csp} ""',
    `header @werkvonken_pagina ${CSP} {werkvonken_csp}`,
    'header Cache-Control {werkvonken_cache}',
    `@werkvonken_open path_regexp ${SHARED_PATTERN}`,
    `header @werkvonken_open ${CORS} *`,
    common((name, value) => `header ${name} "${value}"`),
    '# Een adres met een streep erachter gaat naar de pagina zelf; zonder .html mag ook.',
    '@werkvonken_streep path_regexp streep ^(.+)/$',
    'route @werkvonken_streep {',
    '  @werkvonken_bestaat file {re.streep.1}.html',
    '  redir @werkvonken_bestaat {re.streep.1}.html 301',
    '}',
    'try_files {path} {path}.html',
    'handle_errors {',
    '  @werkvonken_weg expression {err.status_code} == 404',
    '  # Staat de site onder een pad? Zet dat pad hier voor /404.html.',
    `  rewrite @werkvonken_weg ${path}/404.html`,
    '  file_server',
    '}',
  );
}
