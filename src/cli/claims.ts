/** Holds a case to its sources: no number or name without a footnote, no number above the text that the text lacks. */
import { CLAIM_FIELDS, strayNumbers, unsourced } from '../model/claims.ts';
import type { CasusData } from '../schema/casus.ts';
import type { Body } from './body.ts';
import type { Yaml } from './frontmatter.ts';
import type { Problem } from './problems.ts';

interface Text {
  file: string;
  yaml: Yaml | undefined;
  body: Body;
  markdown: string;
}

const start = (sentence: string) => (sentence.length > 60 ? `${sentence.slice(0, 57).trimEnd()}…` : sentence);

/** Adds a problem for every claim of the case `data` that its sources do not carry. */
export function checkClaims({ file, yaml, body, markdown }: Text, data: CasusData, problems: Problem[]): void {
  for (const { text, line, column } of body.paragraphs) {
    for (const { sentence, claim } of unsourced(text, data)) {
      problems.push({
        file,
        line,
        column,
        message: `Bij ‘${claim}’ staat geen bron: ${start(sentence)}`,
        remedy: 'Zet [^id] direct achter de zin, of schrijf hem zonder dit feit.',
      });
    }
  }
  for (const field of CLAIM_FIELDS) {
    const value = field === 'afloop' ? data.afloop.tekst : data[field];
    for (const number of strayNumbers(value, markdown)) {
      const path = field === 'afloop' ? ['afloop', 'tekst'] : [field];
      problems.push({ file, ...yaml!.locate(path), message: `Het getal ${number} staat niet in de lange tekst.`, remedy: 'Zet het daar met zijn bron, of haal het hier weg.' });
    }
  }
}
