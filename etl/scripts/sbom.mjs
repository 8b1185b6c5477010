// The software bill of materials of the package, CycloneDX as npm writes it: what an installation of it brings, and what its files
// were compiled from. Made when it is packed. Plain JavaScript, because it is part of the build.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(fileURLToPath(import.meta.url), '..', '..', '..');

/** Development packages of which a part is in the files of the package. */
const compiled = ['assemblyscript'];

/** The bill of materials: the same for the same lock file, so without a time and a random number. */
export function billOfMaterials() {
  const text = execFileSync(
    'npm',
    ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only'],
    { cwd: root, encoding: 'utf8', shell: process.platform === 'win32', maxBuffer: 2 ** 26 },
  );
  const { serialNumber: _, metadata, components, dependencies, ...bill } = JSON.parse(text);
  const { timestamp: __, ...about } = metadata;
  const isShipped = ({ name, properties = [] }) =>
    compiled.includes(name) ||
    !properties.some(({ name, value }) => name.endsWith(':development') && value === 'true');
  const shipped = components.filter(isShipped);
  const known = new Set([about.component['bom-ref'], ...shipped.map((component) => component['bom-ref'])]);
  const edges = dependencies
    .filter(({ ref }) => known.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((to) => known.has(to)) }));
  const whole = { ...bill, metadata: about, components: shipped, dependencies: edges };
  return { $schema: whole.$schema, bomFormat: whole.bomFormat, serialNumber: uuidOf(whole), ...whole };
}

/** A UUID that is a hash of what it names. */
function uuidOf(value) {
  const hash = createHash('sha256').update(JSON.stringify(value)).digest('hex');
  const parts = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ];
  return `urn:uuid:${parts.join('-')}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = process.argv[2] ?? join(root, 'dist', 'imagenome', 'sbom.cdx.json');
  writeFileSync(path, `${JSON.stringify(billOfMaterials(), null, 2)}\n`);
}
