import { execFile } from 'node:child_process';
import { cp, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { distFiles, mdx, algoritmeFields, projectFiles, ROOT, writeProject } from '../support.ts';

/** A project with our source and small content of its own, in a folder of its own. */
async function project(files: Record<string, string>): Promise<string> {
  const pages = Object.fromEntries(['over', 'colofon', 'toegankelijkheid', 'correcties'].map((slug) => [`content/paginas/${slug}.mdx`, mdx({ titel: slug, kort: `Over ${slug}.`, bijgewerkt: '2026-11-24' })]));
  const root = await writeProject({ ...projectFiles(), ...pages, ...files });
  for (const name of ['src', 'public', 'astro.config.mjs', 'tsconfig.json', 'package.json']) await cp(join(ROOT, name), join(root, name), { recursive: true });
  await symlink(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  return root;
}

const build = (root: string) =>
  promisify(execFile)('npm', ['run', '--silent', 'build'], { cwd: root }).then(
    () => ({ ok: true, text: '' }),
    (error: { stdout: string; stderr: string }) => ({ ok: false, text: error.stdout + error.stderr }),
  );

it('a mistake in the content stops the build, says where, and leaves the old dist whole', async () => {
  const root = await project({ 'content/algoritmes/kaart.mdx': mdx(algoritmeFields({ titel: '' })), 'dist/index.html': 'oud' });
  const { ok, text } = await build(root);
  expect(ok).toBe(false);
  expect(text).toContain('content/algoritmes/kaart.mdx:3:8  titel: Dit veld is leeg.');
  expect(await readFile(join(root, 'dist/index.html'), 'utf8')).toBe('oud');
});

it('a link in a page that leads nowhere stops the build and leaves the old dist whole', async () => {
  const root = await project({ 'dist/index.html': 'oud' });
  const footer = join(root, 'src/components/Footer.astro');
  await writeFile(footer, (await readFile(footer, 'utf8')).replace('paths.colofon', "'/weg.html'"));
  const { ok, text } = await build(root);
  expect(ok).toBe(false);
  expect(text).toContain('→ /weg.html');
  expect(await readFile(join(root, 'dist/index.html'), 'utf8')).toBe('oud');
});

it('an old address leads on to the new one', async () => {
  const root = await project({ 'content/algoritmes/kaart.mdx': mdx(algoritmeFields({ oudeSlugs: ['vroeger'] })) });
  expect((await build(root)).text).toBe('');
  const page = await readFile(join(root, 'dist/algoritmes/vroeger.html'), 'utf8');
  expect(page).toContain('content="0; url=/algoritmes/kaart.html"');
  expect(page).toContain('<a href="/algoritmes/kaart.html">');
});

it('what the site serves holds no path of this machine', async () => {
  for (const path of [...(await distFiles('.html')), ...(await distFiles('.js')), ...(await distFiles('.json'))]) {
    expect((await readFile(join(ROOT, 'dist', path), 'utf8')).includes(ROOT), path).toBe(false);
  }
});
