/** Programs that the hosting tests need and a machine may lack. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDERS = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
const SHOP = fileURLToPath(new URL('../../.build/', import.meta.url));
/** The validator of the W3C: 32 MB that only this test needs, and with an install script of its own, so it is no dependency. */
const VNU = 'vnu-jar@26.9.27';
export const VNU_JAR = join(SHOP, 'vnu/node_modules/vnu-jar/build/dist/vnu.jar');
/** Lighthouse, with puppeteer-core that it brings: 176 MB that only two tests need. */
const LIGHTHOUSE = 'lighthouse@13.5.0';
const LIGHTHOUSE_HOME = join(SHOP, 'lighthouse/node_modules');
/** Where a module of its packages lies. */
export const ofLighthouse = (path: string): string => join(LIGHTHOUSE_HOME, path);

/** The path of a program of this machine. */
export const find = (program: string): string | undefined => FOLDERS.map((folder) => join(folder, program)).find(existsSync);

/** Whether `path` is there, once `name` was fetched into `folder` beside the project when need be. */
function fetchTool(name: string, folder: string, path: string): boolean {
  try {
    if (!existsSync(path)) execFileSync('npm', ['install', '--prefix', join(SHOP, folder), '--no-save', '--ignore-scripts', '--silent', name], { stdio: 'ignore' });
  } catch {
    // Without the network it is not there, and that is said where it is asked for.
  }
  return existsSync(path);
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
export const isVnuHere = (): boolean => isHere('java', 'default-jre-headless') && (fetchTool(VNU, 'vnu', VNU_JAR) || report('vnu.jar', `npm install ${VNU} lukt niet`));

/** Whether Lighthouse is here, fetched when need be; its absence is reported. */
export const isLighthouseHere = (): boolean =>
  fetchTool(LIGHTHOUSE, 'lighthouse', ofLighthouse('lighthouse/package.json')) || report('lighthouse', `npm install ${LIGHTHOUSE} lukt niet`);

/** Whether Firefox and what steers it are here; their absence is reported. */
export const isFirefoxHere = (): boolean => isHere('firefox-esr', 'firefox-esr') && isLighthouseHere();
