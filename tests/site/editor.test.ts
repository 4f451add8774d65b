/** What VS Code shows an editor: the language servers of its extensions, with the settings of this project. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMessageConnection, type MessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { ROOT } from '../support.ts';

interface Found {
  message: string;
  range: { start: { line: number } };
}

const SETTINGS = JSON.parse((await readFile(join(ROOT, '.vscode/settings.json'), 'utf8')).replace(/^ *\/\/.*$/gm, '')) as Record<string, unknown>;
const uri = (path: string) => pathToFileURL(join(ROOT, path)).href;

/** The settings under `section`, nested as an extension asks for them. */
function section(name: string): Record<string, unknown> {
  const found = Object.entries(SETTINGS).filter(([key]) => key.startsWith(`${name}.`));
  return Object.fromEntries(found.map(([key, value]) => [key.slice(name.length + 1), value]));
}

let server: ChildProcessWithoutNullStreams;
let connection: MessageConnection;

async function start(path: string, initializationOptions: object): Promise<void> {
  server = spawn('node', [join(ROOT, 'node_modules', path), '--stdio'], { cwd: ROOT });
  connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  connection.onRequest('workspace/configuration', ({ items }: { items: { section?: string }[] }) => items.map((item) => section(item.section ?? '')));
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const folder = { uri: pathToFileURL(ROOT).href.replace(/\/$/, ''), name: 'werkvonken' };
  const capabilities = {
    workspace: { configuration: true, workspaceFolders: true },
    textDocument: { publishDiagnostics: {}, diagnostic: {}, completion: {}, hover: { contentFormat: ['markdown'] } },
  };
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: folder.uri, workspaceFolders: [folder], capabilities, initializationOptions });
  await connection.sendNotification('initialized', {});
}

/** Opens `path` with `text` in it, as if it was typed. */
const open = (path: string, languageId: string, text: string) =>
  connection.sendNotification('textDocument/didOpen', { textDocument: { uri: uri(path), languageId, version: 1, text } });

/** What the server says is wrong with `path`, of its own accord. */
const told = (path: string) =>
  new Promise<Found[]>((found) => {
    connection.onNotification('textDocument/publishDiagnostics', (said: { uri: string; diagnostics: Found[] }) => {
      if (decodeURIComponent(said.uri) === uri(path) && said.diagnostics.length > 0) found(said.diagnostics);
    });
  });

const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length - 1;
const ask = (method: string, path: string, line: number, character: number) =>
  connection.sendRequest(`textDocument/${method}`, { textDocument: { uri: uri(path) }, position: { line, character } });

function stop(): void {
  connection.dispose();
  server.kill();
}

describe('above a text, the Astro extension', () => {
  beforeAll(() =>
    start('@astrojs/language-server/bin/nodeServer.js', {
      typescript: { tsdk: join(ROOT, 'node_modules/typescript/lib') },
      contentIntellisense: SETTINGS['astro.content-intellisense'],
    }),
  );
  afterAll(stop);

  it('underlines an unknown field and a value outside its list', async () => {
    const path = 'content/algoritmes/aanbellen.mdx';
    const text = (await readFile(join(ROOT, path), 'utf8')).replace(/^schaal: .*$/m, 'schaal: planeet\nkleur: rood');
    await open(path, 'mdx', text);
    const { items: found } = await connection.sendRequest<{ items: Found[] }>('textDocument/diagnostic', { textDocument: { uri: uri(path) } });
    expect(found.map(({ range }) => range.start.line)).toEqual(expect.arrayContaining([lineOf(text, 'schaal:'), lineOf(text, 'kleur:')]));
    expect(found.map(({ message }) => message).join('\n')).toContain('"buurt"');
  });
  it('explains a field in Dutch, and offers what may stand there', async () => {
    const path = 'content/algoritmes/beste-voor-het-geheel.mdx';
    const text = (await readFile(join(ROOT, path), 'utf8')).replace(/^schaal: .*$/m, 'schaal: ');
    await open(path, 'mdx', text);
    expect(JSON.stringify(await ask('hover', path, lineOf(text, 'kernvraag:'), 2))).toContain('De vraag waar twee verstandige mensen verschillend op antwoorden.');
    expect(JSON.stringify(await ask('completion', path, lineOf(text, 'schaal:'), 8))).toContain('organisatie');
  });
});

describe('in a list, the YAML extension', () => {
  const path = 'content/situaties.yaml';
  beforeAll(() => start('yaml-language-server/bin/yaml-language-server', {}));
  afterAll(stop);

  it('underlines an unknown field, and explains a field in Dutch', async () => {
    const text = (await readFile(join(ROOT, path), 'utf8')).replace('  zin:', '  kleur: rood\n  zin:');
    const problems = told(path);
    await open(path, 'yaml', text);
    const found = await problems;
    expect(found.map(({ range }) => range.start.line)).toContain(lineOf(text, 'kleur:'));
    expect(JSON.stringify(await ask('hover', path, lineOf(text, 'zin:'), 3))).toContain('Maakt de zin ‘Morgen zit ik in…’ af');
  });
});
