/** What the preview shows while the content is wrong. */
const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A line of the listing: the place on a line of its own, then what is wrong, then what to do. */
function item(line: string): string {
  const [place = '', message = '', remedy = ''] = line.split('  ');
  return message ? `<li><code>${escape(place)}</code><p>${escape(message)} <b>${escape(remedy)}</b></p></li>` : '';
}

/** The page that stands in for every other while the check finds what is in `listing`; it goes away by itself. `anyway` is where the page itself can be seen nonetheless. */
export function errorPage(listing: string, anyway?: string): string {
  const lines = listing.trim().split('\n');
  const items = lines.map(item).join('\n');
  return `<!doctype html>
<html lang="nl">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Er klopt iets niet in de inhoud</title>
<style>
  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
  body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
  ol { padding-inline-start: 1.5rem; }
  li { margin-block: 1rem; }
  code { font-size: 0.9rem; overflow-wrap: anywhere; }
  p { margin: 0.25rem 0; }
  pre { white-space: pre-wrap; }
</style>
<h1>Er klopt iets niet in de inhoud</h1>
<p>Verbeter dit en bewaar het bestand. Deze pagina ververst vanzelf.</p>
${items ? `<ol>\n${items}\n</ol>\n<p>${escape(lines.at(-1)!)}</p>` : `<pre>${escape(listing)}</pre>`}
${anyway ? `<p><a href="${escape(anyway)}">Bekijk de pagina toch</a>, zover dat lukt.</p>` : ''}
<script type="module">
  const ask = () => fetch(location.href).then((answer) => answer.text());
  let first;
  setInterval(() => ask().then((text) => { if (text !== (first ??= text)) location.reload(); }, () => {}), 1000);
</script>
</html>`;
}
