import { join } from 'node:path';
import type { Input, InputLocation } from './discover/input.js';
import type { Limits } from './limits.js';
import type { CatalogOptions } from './load/catalog.js';
import { makePlan, type Plan } from './plan/plan.js';
import type { Progress } from './progress.js';
import { DATABASE } from './warehouse/layout.js';
import type { FlattenPool } from './workers/flatten_pool.js';
import type { Database } from './write/database.js';

/** Finds the graphs and plans their chunks; apart from the other stages, so that nothing holds the list of graphs after its time. */
export async function planStages(
  stage: Progress['stage'],
  find: Parameters<typeof stage<Input>>[1],
  pool: FlattenPool,
  limits: Limits,
): Promise<{ plan: Plan; location: InputLocation }> {
  const found = await stage('discover', find);
  const { location } = found;
  const plan = await stage('plan', (onProgress) =>
    makePlan(
      found,
      (refs) => pool.run('identify', { location, refs }),
      (done) => onProgress({ done, total: found.refs.length }),
      limits,
    ),
  );
  return { plan, location };
}

/** Opens the database of a build: DuckDB and Arrow are loaded while the workers start, not before. */
export async function openDatabase(
  folder: string,
  tempFolder: string,
  memoryLimit: string,
  catalog: CatalogOptions,
): Promise<Database> {
  const [{ createEmptyDatabase }, { Database }] = await Promise.all([
    import('./load/template.js'),
    import('./write/database.js'),
  ]);
  await createEmptyDatabase(join(folder, DATABASE), catalog);
  return Database.open(folder, tempFolder, memoryLimit, catalog.withText);
}
