/** `npm run check`: lists everything that is wrong in the content, or says that all is well. Ends with 1, and with 2 when every file is right by itself. */
import { resolve } from 'node:path';
import { loadContent } from './content.ts';
import { listing } from './problems.ts';

try {
  const root = resolve(process.argv[2] ?? '.');
  const { problems, isReadable } = await loadContent(root);
  if (problems.length > 0) {
    console.error(listing(problems));
    // Astro can draw its pages nonetheless, so the preview need not wait.
    process.exitCode = isReadable ? 2 : 1;
  } else {
    console.log('De inhoud klopt: geen fouten gevonden.');
  }
} catch (error) {
  console.error(`De controle is zelf vastgelopen: ${error instanceof Error ? error.message : String(error)}`);
  console.error('Dit ligt niet aan je tekst. Meld het met deze regel erbij.');
  process.exitCode = 1;
}
