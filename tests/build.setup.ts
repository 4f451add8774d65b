import { execFileSync } from 'node:child_process';

/** Builds the site with the command that the README gives; its output shows when it fails. */
export function setup(): void {
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
}
