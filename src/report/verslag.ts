/** The redactierapport of a project, with what is known of its words kept for the next time. */
import { readFile } from 'node:fs/promises';
import { remember } from '../kept.ts';
import type { Library } from '../model/library.ts';
import { SPELLING } from '../schema/soorten.ts';
import type { Report } from './limits.ts';
import { paragraphs } from './prose.ts';
import { makeReport } from './report.ts';
import { makeSpeller } from './spelling.ts';

/** The report of the library of the project at `root`; `read` gives the paragraphs of a longer text. */
export async function reportOf(root: URL, library: Library, read = paragraphs): Promise<Report> {
  const ownWords = (await readFile(new URL(SPELLING, root), 'utf8')).split('\n').filter(Boolean);
  const spelling = await remember(root, 'spelling', [SPELLING, 'src/report/spelling.ts'], makeSpeller(ownWords));
  const report = makeReport(library, ownWords, { knows: spelling.recall, read });
  await spelling.save();
  return report;
}
