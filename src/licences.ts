/** What others made and the site hands on, under which licence. The colofon lists the same. */
import { readFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';

/** By what name, from which package, and in which file that keeps its licence. */
export const SHIPPED = [
  { naam: 'Pagefind', pakket: 'pagefind', licentie: 'MIT', bestand: 'LICENSE/LICENSE' },
  { naam: 'Atkinson Hyperlegible Next', pakket: '@fontsource-variable/atkinson-hyperlegible-next', licentie: 'OFL-1.1', bestand: 'LICENSE' },
  { naam: 'Bricolage Grotesque', pakket: '@fontsource-variable/bricolage-grotesque', licentie: 'OFL-1.1', bestand: 'LICENSE' },
  { naam: 'Atkinson Hyperlegible Next (pdf)', pakket: '@expo-google-fonts/atkinson-hyperlegible-next', licentie: 'OFL-1.1', bestand: 'LICENSE_FONT' },
  { naam: 'Bricolage Grotesque (pdf)', pakket: '@expo-google-fonts/bricolage-grotesque', licentie: 'OFL-1.1', bestand: 'LICENSE_FONT' },
] as const;

/** The package.json of an installed package. */
export const manifestOf = (pakket: string): string => findPackageJSON(pakket, import.meta.url)!;

/** All licences in full: both MIT and OFL ask to go along with every copy. */
export async function licenceTexts(): Promise<string> {
  const parts = SHIPPED.map(async ({ naam, pakket, licentie, bestand }) => {
    const text = await readFile(join(dirname(manifestOf(pakket)), bestand), 'utf8');
    return `${naam} (${licentie})\n${'='.repeat(72)}\n\n${text.replaceAll('\r\n', '\n').trim()}\n`;
  });
  return ['Wat op deze site van anderen is, en onder welke licentie.\n', ...(await Promise.all(parts))].join('\n\n');
}
