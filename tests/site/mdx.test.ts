import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { algoritmeFields, casusFields, mdx, project, ROOT } from '../support.ts';

describe('a text with more in it than Markdown', () => {
  const kaart = (text: string) => project({ 'content/algoritmes/kaart.mdx': mdx(algoritmeFields(), text) });
  const astro = (root: string) => promisify(execFile)(join(ROOT, 'node_modules/.bin/astro'), ['build'], { cwd: root, env: { ...process.env, PAPER: 'uit', CONTROLE: 'uit' } });
  it('is made as MDX, with its tags and expressions', async () => {
    const root = await kaart('## Kop\n\nSamen <abbr title="twee">{1 + 1}</abbr>.\n');
    await astro(root);
    const page = await readFile(join(root, 'dist/algoritmes/kaart.html'), 'utf8');
    expect(page).toContain('<h2 id="kop">Kop</h2>');
    expect(page).toContain('<p>Samen <abbr title="twee">2</abbr>.</p>');
  });
  it('has its sources and its terms like any other', async () => {
    const begrippen = stringify([{ id: 'tegenwicht', term: 'tegenwicht', uitleg: 'Het tegendeel.', nietDit: 'Een ruzie.', ook: [], kijkOok: [] }]);
    const root = await project({
      'content/casussen/verhaal.mdx': mdx(casusFields(), '## Kop\n\nSamen {1 + 1} keer een tegenwicht.[^krant]\n'),
      'content/begrippen.yaml': begrippen,
    });
    await astro(root);
    const page = await readFile(join(root, 'dist/casussen/verhaal.html'), 'utf8');
    expect(page).toMatch(/<p>Samen 2 keer een <button type="button" popovertarget="b-tegenwicht">tegenwicht<\/button><span id="b-tegenwicht"[^>]*>Het tegendeel\.<\/span>\.<sup>/);
    expect(page).toContain('<h2 id="footnote-label">Bronnen</h2>');
    expect(page).toContain('<em>Een stuk</em>. De krant, 2014. <a href="https://www.krant.example/stuk">krant.example</a>');
  });
  it('stops the build with its file and line when a tag is not closed', async () => {
    const { stderr } = await astro(await kaart('## Kop\n\n<abbr>Samen.\n')).then(
      () => ({ stderr: '' }),
      (error: { stderr: string }) => error,
    );
    expect(stderr).toMatch(/kaart\.mdx:\d+:\d+/);
  });
});
