import { readFileSync } from 'node:fs';
import test from 'ava';
import { projectFile } from '../../etl/project.js';
import { tables } from '../../etl/schema/index.js';
import { FORMAT_VERSION } from '../../etl/warehouse/layout.js';

const contract = readFileSync(projectFile('docs', 'contract.md'), 'utf8');

test('the version of the contract is that of the manifest', (t) => {
  t.is(/^# Data contract, version (\d+)$/m.exec(contract)?.[1], String(FORMAT_VERSION));
});

test('the contract names every published table, and every column of the per-image tables with its key', (t) => {
  for (const { name, kind, key, columns } of tables) {
    if (kind === 'graph') {
      const section = contract.split(`\n### ${name} · `)[1]?.split('\n#')[0];
      t.true(section?.includes(`key \`${key[0]}\``) || section?.includes(`key ${key.join(', ')}`), name);
      for (const column of columns)
        t.regex(section!, new RegExp(`\\b${column.name}\\b`), `${name}.${column.name}`);
    } else {
      t.true(
        contract.includes(`\`${name}\``) || (name.startsWith('gold_') && contract.includes('`gold_*`')),
        name,
      );
    }
  }
});
