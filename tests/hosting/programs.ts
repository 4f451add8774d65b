/** Programs that the hosting tests need and a machine may lack. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDERS = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
const SHOP = fileURLToPath(new URL('../../.build/vnu', import.meta.url));
/** The validator of the W3C: 32 MB that only this test needs, and with an install script of its own, so it is no dependency. */
const VNU = 'vnu-jar@26.9.27';
export const VNU_JAR = join(SHOP, 'node_modules/vnu-jar/build/dist/vnu.jar');

/** The path of a program of this machine. */
export const find = (program: string): string | undefined => FOLDERS.map((folder) => join(folder, program)).find(existsSync);

function fetchVnu(): string | undefined {
  try {
    if (!existsSync(VNU_JAR)) execFileSync('npm', ['install', '--prefix', SHOP, '--no-save', '--ignore-scripts', '--silent', VNU], { stdio: 'ignore' });
  } catch {
    // Without the network it is not there, and that is said below.
  }
  return existsSync(VNU_JAR) ? VNU_JAR : undefined;
}

/** Says that something is not here. In CI that is an error; elsewhere it is a line, so that nobody takes silence for a pass. */
function report(missing: string, remedy: string): false {
  const line = `Niet gedraaid: ${missing} ontbreekt (${remedy}).`;
  if (process.env['CI']) throw new Error(line);
  process.stdout.write(`${line}\n`);
  return false;
}

/** Whether `program` is here; its absence is reported. */
export const isHere = (program: string, debian: string): boolean => Boolean(find(program)) || report(program, `Debian: apt-get install ${debian}`);

/** Whether the validator is here, fetched when need be; its absence is reported. */
export const isVnuHere = (): boolean => isHere('java', 'default-jre-headless') && (Boolean(fetchVnu()) || report('vnu.jar', `npm install ${VNU} lukt niet`));
