import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { Rejection } from '../../etl/diagnostics/rejection.js';
import { discover } from '../../etl/discover/index.js';
import { openReader } from '../../etl/discover/reader.js';
import { locateRelease } from '../../etl/discover/release.js';
import { identify } from '../../etl/plan/identify.js';
import { makePlan } from '../../etl/plan/plan.js';
import { projectFile } from '../../etl/project.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';
import { assertSameBothWays, type Given } from './both_ways.js';

const cases = projectFile('test', 'cases', 'build');

/** The graphs that a build of an input would flatten, in their order. */
async function plannedGraphs(input: string, tempFolder: string): Promise<Given[]> {
  const found = await discover(await locateRelease(input), tempFolder);
  const reader = openReader(found.location);
  const plan = await makePlan(
    found,
    async (refs) => refs.map((ref) => identify(reader, ref)),
    () => {},
  );
  const graphs = plan.chunks.flatMap((chunk) => chunk.graphs);
  return graphs.flatMap((identity) => {
    try {
      return [{ identity, bytes: Buffer.from(reader.read(identity.ref)) }];
    } catch (error) {
      if (error instanceof Rejection) return [];
      throw error;
    }
  });
}

for (const name of readdirSync(cases).sort()) {
  test(`${name} comes out the same both ways`, async (t) => {
    const graphs = await plannedGraphs(join(cases, name, 'input'), await temporaryFolder(t));
    assertSameBothWays(t, graphs);
    t.pass();
  });
}
