// Runs the translator of etl/spark in its own Python environment.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { environment } from './python.mjs';

const translator = join(dirname(fileURLToPath(import.meta.url)), '..', 'spark', 'translator');

/** The Spark SQL of each view and macro by its name, or what is untranslated in it. */
export function translate(input) {
  const requirements = readFileSync(join(translator, 'requirements.txt'), 'utf8');
  const interpreter = environment('imagenome-spark', 'translator', requirements);
  const answer = execFileSync(interpreter, [join(translator, 'translate.py')], {
    input: JSON.stringify(input),
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
    maxBuffer: 1 << 28,
  });
  return JSON.parse(answer.toString());
}
