/** A server whose faults a test sets: what every static host does, and now and then what it should not. */
import { readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll } from 'vitest';
import { DIST } from '../support.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.pdf': 'application/pdf',
};

/** What becomes of one request: a status instead of the file, other content, or a wait in milliseconds before it. */
export interface Fault {
  status?: number;
  change?: (content: Buffer) => Buffer;
  delay?: number;
}

export interface Host {
  url: (path: string) => string;
  /** The folder that is served. */
  folder: string;
  /** The fault for a path, if any. */
  fault: (path: string) => Fault | undefined;
  /** The paths that were asked for since the test emptied it. */
  asked: string[];
  stop: () => Promise<void>;
  start: () => Promise<void>;
}

async function answer(host: Host, path: string, response: ServerResponse): Promise<void> {
  host.asked.push(path);
  const { status = 200, change = (content: Buffer) => content, delay = 0 } = host.fault(path) ?? {};
  await wait(delay);
  const content = await readFile(join(host.folder, path)).catch(() => undefined);
  response.writeHead(content ? status : 404, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream', 'cache-control': 'no-cache' });
  response.end(content && status === 200 ? change(content) : undefined);
}

/** Starts the server around the tests of a file, with the site in the folder `under`. It keeps its port when a test stops and starts it: the same site, out of reach for a while. */
export function useHost(under = ''): Host {
  let server: Server | undefined;
  let port = 0;
  const host: Host = {
    url: (path) => `http://127.0.0.1:${port}/${under}${path}`,
    folder: DIST,
    fault: () => undefined,
    asked: [],
    stop: () =>
      new Promise((resolve) => {
        server!.close(() => resolve());
        server!.closeAllConnections();
      }),
    start: () =>
      new Promise((resolve) => {
        server = createServer(({ url }, response) => {
          const path = decodeURIComponent(new URL(url!, 'http://x').pathname).slice(1);
          void answer(host, path.startsWith(under) ? path.slice(under.length) : 'elders', response);
        });
        server.listen(port, '127.0.0.1', () => {
          port = (server!.address() as AddressInfo).port;
          resolve();
        });
      }),
  };
  beforeAll(() => host.start());
  afterAll(() => host.stop());
  return host;
}
