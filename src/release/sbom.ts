/** The list of what ships and what builds, as CycloneDX. npm writes it from the lock file; what differs from machine to machine is replaced. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { SHIPPED } from '../licences.ts';
import type { Commit } from './commit.ts';

interface Component {
  'bom-ref': string;
  name: string;
  scope?: string;
}

interface Sbom {
  serialNumber: string;
  metadata: { timestamp: string; tools: { vendor: string; name: string }[]; component: Component & Record<string, unknown> };
  components: Component[];
  dependencies: { ref: string; dependsOn: string[] }[];
}

const byRef = (a: string, b: string) => (a < b ? -1 : 1);
const shipped = new Set<string>(SHIPPED.map(({ pakket }) => pakket));

/** A UUID (version 8: of one's own making) that is the same for the same text. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}

/** The list that npm made, fixed to the commit. `required` is what the site holds; `excluded` only builds or tests it. */
export function fixSbom(sbom: Sbom, name: string, version: string, { hash, time }: Commit): Sbom {
  return {
    ...sbom,
    serialNumber: `urn:uuid:${uuidOf(`${name} ${version} ${hash}`)}`,
    metadata: {
      ...sbom.metadata,
      timestamp: time.toISOString(),
      // Without its version: the npm of this machine is no part of the release.
      tools: [{ vendor: 'npm', name: 'cli' }],
      // npm takes the name of the folder.
      component: { ...sbom.metadata.component, name, type: 'application', pedigree: { commits: [{ uid: hash }] } },
    },
    components: sbom.components
      .map((component) => ({ ...component, scope: shipped.has(component.name) ? 'required' : 'excluded' }))
      .sort((a, b) => byRef(a['bom-ref'], b['bom-ref'])),
    dependencies: sbom.dependencies.map(({ ref, dependsOn }) => ({ ref, dependsOn: [...dependsOn].sort() })).sort((a, b) => byRef(a.ref, b.ref)),
  };
}

/** What npm makes of the lock file in `root`. Throws with npm's own words when that does not fit package.json. */
function askNpm(root: string): Sbom {
  const command = 'npm sbom --sbom-format cyclonedx --package-lock-only --include dev --include optional --include peer';
  try {
    return JSON.parse(execFileSync(command, { cwd: root, shell: true, encoding: 'utf8', maxBuffer: 1e8, stdio: 'pipe' })) as Sbom;
  } catch (error) {
    throw new Error(`npm kan niet opschrijven waar de site uit bestaat (npm sbom):\n${(error as { stderr?: string }).stderr ?? String(error)}`);
  }
}

/** The SBOM of the project in `root`, as text. */
export const makeSbom = (root: string, name: string, version: string, commit: Commit): string => `${JSON.stringify(fixSbom(askNpm(root), name, version, commit), null, 2)}\n`;
