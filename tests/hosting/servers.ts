/** Real servers, each as short as its own manual would set it up. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DIST } from '../support.ts';
import { find } from './programs.ts';

/** Where a server finds the site: files under `root`, on `port`, the site itself under `path` (`''` or `/a/b`); `own` is a folder for its own files. */
export interface Place {
  root: string;
  port: number;
  path: string;
  own: string;
}

export interface Server {
  name: string;
  program: string;
  /** The Debian package that brings the program. */
  debian: string;
  /** Whether it loads the header files of the build. */
  hasHeaders: boolean;
  /** Whether addresses lose their `.html`. */
  strips?: boolean;
  /** Whether it gives the 404 page of the site. */
  givesLost: boolean;
  /** Its own files, and the arguments to start it with. */
  setup: (place: Place) => Promise<{ files: Record<string, string>; args: string[] }>;
}

/** A header file of the build, with the path filled in at the place that the file itself points to. */
const snippet = async (name: string, path: string) => (await readFile(join(DIST, 'server', name), 'utf8')).replaceAll(' /404.html', ` ${path}/404.html`);

function nginx(strips: boolean): Server['setup'] {
  return async ({ root, port, path, own }) => ({
    files: {
      'werkvonken.conf': await snippet('nginx.conf', path),
      'nginx.conf': `
        daemon off; pid ${own}/pid; error_log ${own}/error.log;
        events {}
        http {
          include /etc/nginx/mime.types; default_type application/octet-stream; access_log off;
          ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${own}/${kind};`).join(' ')}
          include ${DIST}/server/nginx-http.conf;
          server {
            listen 127.0.0.1:${port}; root ${root};
            ${strips ? 'if ($request_uri ~ "^([^?]*)\\.html(\\?.*)?$") { return 301 $1$2; }' : ''}
            include ${own}/werkvonken.conf;
          }
        }`,
    },
    args: ['-c', `${own}/nginx.conf`, '-e', `${own}/error.log`],
  });
}

function caddy(strips: boolean): Server['setup'] {
  return async ({ root, port, path, own }) => ({
    files: {
      werkvonken: await snippet('Caddyfile', path),
      Caddyfile: `
{
  admin off
  auto_https off
}
http://127.0.0.1:${port} {
  bind 127.0.0.1
  root * ${root}
  ${strips ? '@html path_regexp html ^(.+)\\.html$\n  redir @html {re.html.1}?{query} 301' : ''}
  import ${own}/werkvonken
  file_server
}`,
    },
    args: ['run', '--config', `${own}/Caddyfile`, '--adapter', 'caddyfile'],
  });
}

const apache: Server['setup'] = async ({ root, port, own }) => ({
  files: {
    'apache.conf': `
      ServerRoot /usr/lib/apache2
      ${['mpm_event', 'authz_core', 'dir', 'mime', 'headers', 'rewrite'].map((name) => `LoadModule ${name}_module modules/mod_${name}.so`).join('\n')}
      ServerName 127.0.0.1
      Listen 127.0.0.1:${port}
      PidFile ${own}/pid
      DefaultRuntimeDir ${own}
      ErrorLog ${own}/error.log
      TypesConfig /etc/mime.types
      DocumentRoot ${root}
      <Directory ${root}>
        Require all granted
        AllowOverride All
      </Directory>`,
  },
  args: ['-f', `${own}/apache.conf`, '-DFOREGROUND'],
});

const lighttpd: Server['setup'] = async ({ root, port, path, own }) => ({
  files: {
    'lighttpd.conf': `
      server.document-root = "${root}"
      server.bind = "127.0.0.1"
      server.port = ${port}
      server.errorlog = "${own}/error.log"
      index-file.names = ("index.html")
      server.errorfile-prefix = "${root}${path}/"
      include_shell "/usr/share/lighttpd/create-mime.conf.pl"`,
  },
  args: ['-D', '-f', `${own}/lighttpd.conf`],
});

const busybox: Server['setup'] = async ({ root, port, path, own }) => ({
  // It knows few kinds of files by itself.
  files: { 'httpd.conf': `E404:${root}${path}/404.html\n.json:application/json\n.pdf:application/pdf\n` },
  args: ['httpd', '-f', '-p', `127.0.0.1:${port}`, '-h', root, '-c', `${own}/httpd.conf`],
});

const python: Server['setup'] = async ({ root, port }) => ({ files: {}, args: ['-m', 'http.server', '--bind', '127.0.0.1', '--directory', root, String(port)] });

export const SERVERS: readonly Server[] = [
  { name: 'nginx', program: 'nginx', debian: 'nginx-light', hasHeaders: true, givesLost: true, setup: nginx(false) },
  { name: 'nginx zonder .html', program: 'nginx', debian: 'nginx-light', hasHeaders: true, strips: true, givesLost: true, setup: nginx(true) },
  { name: 'Apache', program: 'apache2', debian: 'apache2', hasHeaders: true, givesLost: true, setup: apache },
  { name: 'Caddy', program: 'caddy', debian: 'caddy', hasHeaders: true, givesLost: true, setup: caddy(false) },
  { name: 'Caddy zonder .html', program: 'caddy', debian: 'caddy', hasHeaders: true, strips: true, givesLost: true, setup: caddy(true) },
  { name: 'lighttpd', program: 'lighttpd', debian: 'lighttpd', hasHeaders: false, givesLost: true, setup: lighttpd },
  { name: 'busybox httpd', program: 'busybox', debian: 'busybox', hasHeaders: false, givesLost: true, setup: busybox },
  { name: 'python3 -m http.server', program: 'python3', debian: 'python3', hasHeaders: false, givesLost: false, setup: python },
];

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

async function answers(url: string, child: ChildProcess, said: () => string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (child.exitCode !== null) break;
    const isUp = await fetch(url, { method: 'HEAD' }).then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill();
  throw new Error(`${child.spawnargs.join(' ')} antwoordt niet.\n${said()}`);
}

export interface Running {
  /** The address of the site on it, without a slash behind. */
  url: string;
  stop: () => Promise<void>;
}

/** Starts a server for the files in `root`, where the site stands under `path`. */
export async function startServer({ program, setup }: Server, root: string, path: string): Promise<Running> {
  const own = await mkdtemp(join(tmpdir(), 'werkvonken-server-'));
  const port = await freePort();
  const { files, args } = await setup({ root, port, path, own });
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(own, name)), { recursive: true });
    await writeFile(join(own, name), text);
  }
  let said = '';
  const child = spawn(find(program)!, args, { cwd: own, env: { ...process.env, HOME: own, XDG_DATA_HOME: own, XDG_CONFIG_HOME: own }, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said = (said + data).slice(-4000)));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await answers(`http://127.0.0.1:${port}/`, child, () => said);
  return {
    url: `http://127.0.0.1:${port}${path}`,
    stop: async () => {
      child.kill();
      await ended;
      await rm(own, { recursive: true, force: true });
    },
  };
}
