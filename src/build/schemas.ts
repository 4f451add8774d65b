import { mkdir, writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { listJsonSchema } from '../schema/json.ts';
import { LIJSTEN } from '../schema/soorten.ts';

/**
 * Writes the JSON Schema of every list of the content to `.build/schema`, where editors look (see .vscode/settings.json).
 * It happens whenever Astro starts, so there is no copy that can fall behind. The schemas of texts Astro writes itself.
 */
export function schemas(): AstroIntegration {
  return {
    name: 'werkvonken:schemas',
    hooks: {
      'astro:config:setup': async ({ config }) => {
        const folder = new URL('.build/schema/', config.root);
        await mkdir(folder, { recursive: true });
        for (const kind of Object.keys(LIJSTEN) as (keyof typeof LIJSTEN)[]) {
          await writeFile(new URL(`${kind}.json`, folder), JSON.stringify(listJsonSchema(kind), undefined, 1));
        }
      },
    },
  };
}
