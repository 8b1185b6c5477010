import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import test from 'ava';
import { writeFiles } from '../helpers/files.js';
import { attributesOf, graphOf, relationshipOf } from '../helpers/graph.js';
import { runImagenome } from '../helpers/process.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';
import { filesBelow } from '../synth/release.js';

const SENTINEL = 'qZ7vK2xWm4';

const graph = graphOf({
  reason_for_exam: SENTINEL,
  attributes: [attributesOf({ phrases: [SENTINEL] })],
  relationships: [relationshipOf({ phrase: SENTINEL })],
});

/** Kills the build when it has just written rows of a text table, or when its chunks are read: all of its temporary files are there. */
const moments: Record<string, string> = {
  'when the rows of a text table have been written': `
    const write = fs.writeSync;
    fs.writeSync = (...args) => { const written = write(...args); if (args[3] > 20) die(); return written; };`,
  'when a text table is being loaded': `
    const write = fs.writeSync;
    fs.writeSync = (...args) => { setTimeout(die, 1); return write(...args); };`,
  'when graphs are read': `
    const read = fs.readSync;
    fs.readSync = (...args) => { const bytes = read(...args); if (!isMainThread) die(); return bytes; };`,
};

for (const [name, code] of Object.entries(moments)) {
  test(`a build without text that is killed ${name} leaves no text`, async (t) => {
    const folder = await temporaryFolder(t);
    const input = join(folder, 'input');
    const isPacked = name.includes('graphs');
    if (isPacked) {
      await writeFiles(input, { 'graphs.jsonl.gz': gzipSync(`${JSON.stringify(graph)}\n`) });
    } else {
      await writeFiles(input, {
        'silver_dataset/scene_graph/a1_SceneGraph.json': graph,
        'silver_dataset/processed-sentences_all.txt': `patient_id\tstudy_id\tsection\tsent_loc\tsentence\tremark\n10000001\t50000001\tfinalreport\t1\t${SENTINEL}\t${SENTINEL}\n`,
        'gold_dataset/gold_object_attribute_with_coordinates.txt': `image_id\tbbox\tlabel_name\tcontext\tsentence\tremark\na1\tright lung\tpneumothorax\tno\t${SENTINEL}\t${SENTINEL}\n`,
      });
    }
    const patch = join(folder, 'patch.cjs');
    await writeFile(
      patch,
      `const fs = require('node:fs');
      const { isMainThread } = require('node:worker_threads');
      const die = () => { process.kill(process.pid, 'SIGKILL'); for (;;); };
      ${code}
      require('node:module').syncBuiltinESMExports();`,
    );
    const out = join(folder, 'out', 'warehouse');
    const args = [
      'build',
      isPacked ? join(input, 'graphs.jsonl.gz') : input,
      '--out',
      out,
      '--no-text',
      '--workers',
      '1',
    ];
    const { signal, stderr } = await runImagenome([...args, '--quiet'], ['--require', patch]);
    t.is(signal, 'SIGKILL', stderr);
    const left = await filesBelow(join(folder, 'out'));
    t.true(left.length > 1, 'killed in the middle of its work');
    for (const path of left) t.false((await readFile(join(folder, 'out', path))).includes(SENTINEL), path);
  });
}
