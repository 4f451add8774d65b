/** The commit that a release is made of. All that would differ from build to build is derived from it. */
import { execFileSync } from 'node:child_process';

export interface Commit {
  hash: string;
  /** When it was made, in UTC. */
  time: Date;
}

const NO_GIT = [
  'Een uitgave hoort bij een commit, en hier is er geen te vinden.',
  'Nodig zijn: het programma git, en een map met de geschiedenis erbij (git clone; een uitgepakt archief heeft die niet).',
  'Wil je alleen de site? npm run build maakt hem in dist/, ook zonder git.',
].join('\n');

const git = (root: string, ...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();

function readHead(root: string): { hash: string; seconds: string; changed: string } {
  try {
    // Not the history of a folder around this one.
    if (git(root, 'rev-parse', '--show-prefix') !== '') throw new Error();
    const [hash = '', seconds = ''] = git(root, 'log', '-1', '--format=%H %ct').split(' ');
    return { hash, seconds, changed: git(root, 'status', '--porcelain') };
  } catch {
    throw new Error(NO_GIT);
  }
}

/** The commit that stands in `root`. Throws, in Dutch, when there is none, or when files differ from it. */
export function readCommit(root: string): Commit {
  const { hash, seconds, changed } = readHead(root);
  if (changed) throw new Error(`Deze bestanden zijn anders dan in de laatste commit:\n${changed}\nLeg ze vast met git commit of zet ze terug; een uitgave is precies één commit.`);
  return { hash, time: new Date(Number(seconds) * 1000) };
}
