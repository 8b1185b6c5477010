// The versions of Spark that are tested, each in a Python environment that the tests share.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { environment } from '../../etl/scripts/python.mjs';

const here = dirname(fileURLToPath(import.meta.url));

const requirements = { 3.5: 'pyspark==3.5.9', 4: 'pyspark==4.3.0' };

/** True where Java can be started. */
export const hasJava = () => spawnSync('java', ['-version']).status === 0;

/** The Python of the environment that has a version of Spark: `3.5` or `4`. */
export function sparkPython(version) {
  const common = readFileSync(join(here, 'requirements.txt'), 'utf8');
  return environment('imagenome-spark', `spark-${version}`, `${requirements[version]}\n${common}`);
}
