import { describe, expect, it } from 'vitest';
import { readPage, toRead } from '../../src/search/page.ts';
import { withTerms } from '../../src/search/terms.ts';

const NO_TERMS = { synoniemen: [], delen: [], zoekzinnen: [] };

describe('what the index is given of a page', () => {
  const html = (body: string, keywords = '') =>
    `<html lang="nl"><head><title>Titel</title><meta name="keywords" content="${keywords}"></head><body><main data-pagefind-body>${body}<p data-pagefind-ignore>weg</p><section data-footnotes>bron</section></main><p>buiten</p></body></html>`;
  const given = (body: string) =>
    /<main data-pagefind-body="">(.*)<\/main>/
      .exec(withTerms(readPage(html(body))!, NO_TERMS))![1]!
      .replace(/ +/g, ' ')
      .trim();
  it('is nothing when it is not searched', () => expect(readPage('<html><body>x</body></html>')).toBeUndefined());
  it('keeps elements apart that stand against each other, but no term from its full stop and no word from its footnote', () => {
    expect(given('<h2>De brug</h2><p>Een <button>straat</button><span>uitleg</span>.</p>')).toBe('<h2>De brug</h2> <p>Een straatuitleg.</p>');
    expect(given('<p><b>Zo</b><i>dus</i><sup data-footnote-ref>1</sup>. Ja<sup data-footnote-ref>2</sup>.</p>')).toBe('<p> Zo dus . Ja.</p>');
  });
  it('gives the index of the elements only what it goes by, and nothing that it leaves out', () => {
    expect(given('<div class="x" id="y"><span data-pagefind-weight="4">Zwaar</span> &amp; &lt;licht&gt;<br><nav>weg</nav><label>weg</label></div>')).toBe(
      '<div> <span data-pagefind-weight="4">Zwaar</span> &amp; &lt;licht&gt;<br> </div>',
    );
    expect(given('<article data-pagefind-body>Tekst</article>')).toContain('<article data-pagefind-body="">Tekst</article>');
  });
  it('sends the index no more of a page than it reads', () => {
    const page = html('<style>p{}</style><p>Tekst<svg><text>weg</text></svg></p><article>binnen</article>', 'woord');
    expect(toRead(page)).not.toMatch(/style|svg|buiten/);
    const [sent, whole] = [readPage(toRead(page))!, readPage(page.replace(/<(style|svg)>.*<\/\1>/g, ''))!];
    expect({ ...sent, text: sent.text.trim() }).toEqual({ ...whole, text: whole.text.trim() });
    expect(toRead('<html><style>p{}</style><body>niets</body></html>')).toBe('<html><body>niets</body></html>');
  });
  it('gives it the search words as they are written, a tab between them', () =>
    expect(withTerms(readPage(html('x', 'café, &quot;nu&quot;'))!, NO_TERMS)).toContain('<meta data-pagefind-meta="zoekwoorden[content]" content="café\t&quot;nu&quot;">'));
});
