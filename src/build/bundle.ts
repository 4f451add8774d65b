import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

/**
 * A script of src/scripts with all it imports as one classic script, for where modules do not run: in a page opened
 * from disk, and in the worker of every browser.
 */
export async function bundle(name: string): Promise<string> {
  const input = fileURLToPath(new URL(`../scripts/${name}`, import.meta.url));
  const { output } = await build({ input, write: false, logLevel: 'warn', output: { format: 'iife', minify: true } });
  return output[0].code.trim();
}
