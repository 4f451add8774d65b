import { posix } from 'node:path';

const EXTERNAL = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/** Whether an address leads out of the site or holds its own data. */
export const isExternal = (address: string): boolean => EXTERNAL.test(address);

/** `address`, written from the root of the site, as it reads in the file `from` (`/deel/1.html`): so one build works under every path. */
export function relativeAddress(address: string, from: string): string {
  if (!address.startsWith('/') || isExternal(address)) return address;
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address)!;
  // A folder is named with its file: on a USB stick nobody adds index.html.
  const target = path.endsWith('/') ? `${path}index.html` : path;
  return posix.relative(posix.dirname(from), target) + rest;
}
