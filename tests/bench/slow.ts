/** A slow line (150 ms, 1.6 Mbps, brotli) for a slow phone. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** How many times slower than this machine the phone is. */
export const SLOWDOWN = 4;
const [LATENCY, BYTES_PER_MS] = [150, 200];
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
  '.txt': 'text/plain',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const kept = new Map<string, Buffer>();

/** A file by brotli, pressed once: a server has it ready, and the visitor does not wait for that. */
function pressed(path: string, raw: Buffer): Buffer {
  const bytes = kept.get(path) ?? brotliCompressSync(raw);
  kept.set(path, bytes);
  return bytes;
}

/** Serves `folder` over a line of its own: every answer waits, and bytes queue behind each other. */
export async function slowServer(folder: string): Promise<{ url: string; sent: () => number; stop: () => void }> {
  let [free, sent] = [0, 0];
  const server = createServer(async (request, response) => {
    const name = decodeURIComponent(new URL(request.url!, 'http://x').pathname);
    const raw = await readFile(join(folder, name)).catch(() => undefined);
    if (!raw) return void response.writeHead(404).end();
    const isText = /\.(html|js|json|css|txt|svg)$/.test(name);
    const body = isText ? pressed(join(folder, name), raw) : raw;
    free = Math.max(free, performance.now() + LATENCY) + body.length / BYTES_PER_MS;
    // Counted as they come: what is asked after the first results comes later.
    setTimeout(
      () => (
        (sent += body.length),
        response
          .writeHead(200, { 'cache-control': 'max-age=600', 'content-type': TYPES[extname(name)] ?? 'application/octet-stream', ...(isText && { 'content-encoding': 'br' }) })
          .end(body)
      ),
      free - performance.now(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return { url: `http://127.0.0.1:${port}`, sent: () => sent, stop: () => server.close() };
}
