import type { Algoritme, Casus, Library } from '../model/library.ts';
import { absolute, data, markdownPath, paths } from '../model/paths.ts';
import { SITE } from '../site.ts';
import { tData, tLlms } from '../strings/opendata.ts';
import { bestanden } from './catalogue.ts';
import { bullets, plain } from './markdown.ts';

/** The way into the library for a language model (llmstxt.org): what it is, and where each text stands without the site around it. */
export function llmsText(library: Library, site: URL | undefined): string {
  const at = (path: string) => (site ? absolute(site, path) : path.slice(1));
  const line = (path: string, text: string, about: string) => `[${plain(text)}](${at(path)}): ${plain(about)}`;
  const entry = (item: Algoritme | Casus) => line(markdownPath(item), `${item.data.code} ${item.data.titel}`, item.data.kern);
  return `${[
    `# ${SITE.naam}`,
    `> ${SITE.belofte}`,
    tLlms.inleiding(library.algoritmes.length, library.casussen.length, SITE.licentie),
    `## ${tLlms.uitleg}`,
    bullets([
      line(paths.over, tLlms.over, tLlms.overKort),
      line(paths.begrippen, tData.bestanden.begrippen.titel, tData.bestanden.begrippen.kort),
      line(paths.openData, tData.titel, tData.kort),
    ]),
    `## ${tData.bestanden.algoritmes.titel}`,
    bullets(library.algoritmes.map(entry)),
    `## ${tData.bestanden.casussen.titel}`,
    bullets(library.casussen.map(entry)),
    // By its English name, which tells a program that it may skip this part.
    '## Optional',
    bullets([line(data.index, tLlms.lijst, tLlms.lijstKort), ...bestanden(library).map(({ json, titel, kort }) => line(`/${json}`, titel, kort))]),
  ].join('\n\n')}\n`;
}
