/**
 * `npm run check`: lists everything that is wrong in the content, or says that all is well. Ends with 1, and with 2 when every file is right by itself.
 * A build asks for the `rapport` as well: what it needs for that, this has read.
 */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { RAPPORT } from '../report/limits.ts';
import { loadContent } from './content.ts';
import { listing } from './problems.ts';

try {
  const [folder = '.', asked] = process.argv.slice(2);
  const root = resolve(folder);
  const { problems, isReadable, library, alineas } = await loadContent(root);
  if (problems.length > 0) {
    console.error(listing(problems));
    // Astro can draw its pages nonetheless, so the preview need not wait.
    process.exitCode = isReadable ? 2 : 1;
  } else {
    // A build waits for this line, and not for the report.
    if (process.env['npm_config_loglevel'] !== 'silent' || asked) console.log('De inhoud klopt: geen fouten gevonden.');
    if (asked === 'rapport') {
      // Here, since the dictionary takes time to load.
      const { reportOf } = await import('../report/verslag.ts');
      const project = pathToFileURL(`${root}/`);
      await writeFile(new URL(RAPPORT, project), JSON.stringify(await reportOf(project, library, alineas)));
    }
  }
} catch (error) {
  console.error(`De controle is zelf vastgelopen: ${error instanceof Error ? error.message : String(error)}`);
  console.error('Dit ligt niet aan je tekst. Meld het met deze regel erbij.');
  process.exitCode = 1;
}
