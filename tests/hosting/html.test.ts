import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { DIST } from '../support.ts';
import { find, VNU_JAR } from './programs.ts';

interface Message {
  type: string;
  url: string;
  lastLine: number;
  message: string;
  /** The source around the place. */
  extract?: string;
}

/** What the validator says and we know better, with why. */
const KNOWN = [
  // Without its role a list without bullets is no list in Safari.
  /^The “list” role is unnecessary/,
  // It does not compute hashes, and takes a file for another origin; the browser tests listen for violations.
  /violates Content Security Policy \(meta tag\): (blocked by “style-src”|external script|image “\.\.\/beeld\/|frame “embed\/)/,
  // Newer than its list of properties.
  /“(field-sizing|paint-order|position-area|position-try)”: Property “\1” doesn't exist/,
  // A percentage and a length in one max(), which CSS Values 4 allows.
  /^CSS: “--wide”: The types are incompatible/,
];

/** It takes data for programs for a script: HTML leaves a block of data before it asks the policy (“prepare the script element”). */
const isData = ({ message, extract = '' }: Message) => /^Inline script violates Content Security Policy/.test(message) && extract.includes('<script type="application/ld+json">');

it('the Nu validator of the W3C finds nothing on any page', () => {
  const { stderr } = spawnSync(find('java')!, ['-Xss4m', '-jar', VNU_JAR, '--skip-non-html', '--format', 'json', '--exit-zero-always', DIST], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const { messages } = JSON.parse(stderr) as { messages: Message[] };
  // That it looked at all shows in what it always says.
  expect(messages.length).toBeGreaterThan(0);
  const found = messages.filter((said) => !KNOWN.some((known) => known.test(said.message)) && !isData(said));
  expect([...new Set(found.map(({ url, lastLine, message }) => `${url.slice(url.indexOf('dist/'))}:${lastLine} ${message}`))]).toEqual([]);
});
