/** `npm run new -- <soort> "Titel"`: starts a new text in the content of the current folder. */
import { resolve } from 'node:path';
import { Refusal, scaffold } from './nieuw.ts';

/** The day where the editor is. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

try {
  const [kind = '', ...words] = process.argv.slice(2);
  const { path, code } = await scaffold(resolve('.'), kind, words.join(' ').trim(), today());
  console.log(`${path} staat klaar${code ? `, met code ${code}` : ''}.

Vul de velden in; boven elk veld staat wat erin hoort. Kijk tussendoor met npm run dev,
en draai npm run check als je klaar bent. Hulp staat in content/LEESMIJ.md.`);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
