/** `npm run report`: prints the redactierapport of the content in the current folder. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { overLimits, type Report } from '../report/limits.ts';
import { reportOf } from '../report/verslag.ts';
import { loadContent } from './content.ts';
import { listing } from './problems.ts';

const heading = (titel: string) => `\n${titel}\n${'-'.repeat(titel.length)}`;
const table = (rows: string[][]): string[] => {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
      .join('  ')
      .trimEnd(),
  );
};

function lines(report: Report): string[] {
  const { counts, entries, alike, orphans, stale, unhappyShare, sources } = report;
  const over = overLimits(report);
  const oldest = entries.map(({ bijgewerkt }) => bijgewerkt).sort()[0];
  return [
    'Redactierapport',
    ...counts.flatMap(({ titel, rows }) => [heading(titel), ...table(rows)]),
    heading('Leesbaarheid (woorden per zin, langste zin, Flesch-Douma)'),
    ...table(entries.map(({ code, mean, longest, flesch }) => [code, mean.toFixed(1), String(longest.words), flesch.toFixed(0)])),
    heading('Meest op elkaar lijkend'),
    ...table(alike.map(({ pair, share }) => [pair.join(' en '), `${(share * 100).toFixed(1)}%`])),
    heading('Verder'),
    `Bronnen: ${sources}. Gemengd of mislukt: ${Math.round(unhappyShare * 100)}% van de casussen.`,
    `Oudste bijgewerkt: ${oldest}. Verouderd: ${stale.join(', ') || 'geen'}.`,
    `Wezen (in geen casus, situatie of andere kaart): ${orphans.join(', ') || 'geen'}.`,
    heading(`Te verbeteren: ${over.length}`),
    ...over,
  ];
}

const root = resolve('.');
const { problems, library, alineas } = await loadContent(root);
if (problems.length > 0) {
  console.error(`${listing(problems)}\n\nHet rapport volgt als npm run check niets meer vindt.`);
  process.exitCode = 1;
} else {
  console.log(lines(await reportOf(pathToFileURL(`${root}/`), library, alineas)).join('\n'));
}
