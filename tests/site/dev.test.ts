import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { algoritmeFields, mdx, project } from '../support.ts';

const KAART = 'content/algoritmes/kaart.mdx';
const WRONG = mdx(algoritmeFields({ titel: '' }));
const RIGHT = mdx(algoritmeFields({ titel: 'Weer goed' }));
/** Where and what, as the page puts it. */
const FOUND = /<code>content\/algoritmes\/kaart\.mdx:3:8<\/code><p>titel: Dit veld is leeg\. <b>Vul een tekst in\.<\/b>/;

let preview: ChildProcess | undefined;
afterEach(async () => {
  if (!preview) return;
  preview.kill();
  await once(preview, 'exit');
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** As a terminal has it: Astro serves nothing to who says to be Vitest. */
const { VITEST: _, NODE_ENV: __, ...environment } = process.env;

/** Starts the preview of the project in `root`, with the command of the README on a port of its own; returns the address of its card. */
async function startPreview(root: string): Promise<string> {
  const port = await freePort();
  preview = spawn('node', ['node_modules/astro/bin/astro.mjs', 'dev', '--host', '127.0.0.1', '--port', String(port)], { cwd: root, stdio: 'ignore', env: environment });
  return `http://127.0.0.1:${port}/algoritmes/kaart.html`;
}

/** Asks for the page until it holds `wanted`; returns it with its status. */
async function waitFor(address: string, wanted: RegExp): Promise<{ status: number; text: string }> {
  let last = { status: 0, text: 'geen antwoord' };
  for (const end = Date.now() + 60_000; Date.now() < end; await new Promise((again) => setTimeout(again, 200))) {
    last = await fetch(address).then(
      async (answer) => ({ status: answer.status, text: await answer.text() }),
      () => last,
    );
    if (wanted.test(last.text)) return last;
  }
  throw new Error(`Never ${wanted}: ${last.status} ${last.text.slice(0, 2000)}`);
}

it('the preview shows a mistake with its place and its remedy instead of the page, and the page again once it is mended', async () => {
  const root = await project({});
  const address = await startPreview(root);
  await waitFor(address, /<h1[^>]*>Een titel/);
  await writeFile(join(root, KAART), WRONG);
  const { status, text } = await waitFor(address, FOUND);
  expect(status).toBe(500);
  expect(text).not.toMatch(/node_modules|\.ts:\d/);
  expect((await waitFor(`${address}?toch`, /<h1[^>]*>Een titel/)).status).toBe(200);
  await writeFile(join(root, KAART), RIGHT);
  expect((await waitFor(address, /<h1[^>]*>Weer goed/)).status).toBe(200);
  await rm(root, { recursive: true });
});

it('a preview that starts on a mistake shows it, waits, and starts once it is mended', async () => {
  const root = await project({ [KAART]: WRONG });
  const address = await startPreview(root);
  await waitFor(address, FOUND);
  await writeFile(join(root, KAART), RIGHT);
  expect((await waitFor(address, /<h1[^>]*>Weer goed/)).status).toBe(200);
  await rm(root, { recursive: true });
});
