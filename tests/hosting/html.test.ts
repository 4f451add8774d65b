import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { DIST } from '../support.ts';
import { find, VNU_JAR } from './programs.ts';

interface Message {
  type: string;
  url: string;
  lastLine: number;
  message: string;
}

/** What the validator says and we know better, with why. */
const KNOWN = [
  // Without its role a list without bullets is no list in Safari.
  /^The “list” role is unnecessary/,
  // It does not compute hashes, and takes a file for another origin; the browser tests listen for violations.
  /violates Content Security Policy \(meta tag\): (blocked by “style-src”|external script)/,
  // Newer than its list of properties.
  /“field-sizing”: Property “field-sizing” doesn't exist/,
];

it('the Nu validator of the W3C finds nothing on any page', () => {
  const { stderr } = spawnSync(find('java')!, ['-Xss4m', '-jar', VNU_JAR, '--skip-non-html', '--format', 'json', '--exit-zero-always', DIST], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const { messages } = JSON.parse(stderr) as { messages: Message[] };
  // That it looked at all shows in what it always says.
  expect(messages.length).toBeGreaterThan(0);
  const found = messages.filter(({ message }) => !KNOWN.some((known) => known.test(message)));
  expect([...new Set(found.map(({ url, lastLine, message }) => `${url.slice(url.indexOf('dist/'))}:${lastLine} ${message}`))]).toEqual([]);
});
