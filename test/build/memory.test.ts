import test from 'ava';
import { MEMORY_LIMIT } from '../../etl/build_options.js';
import { openInstance } from '../../etl/write/database.js';
import { imagenome } from '../helpers/command.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';

test('DuckDB gets 256 MB and one thread per query, unless more is asked for', async (t) => {
  const folder = await temporaryFolder(t);
  const instance = await openInstance(folder, folder, MEMORY_LIMIT);
  const connection = await instance.connect();
  const read = await connection.runAndReadAll(
    "select current_setting('memory_limit'), current_setting('threads')",
  );
  t.deepEqual(read.getRowsJson(), [['244.1 MiB', '1']]);
  connection.closeSync();
  instance.closeSync();
  t.regex((await imagenome('help', 'build')).out, /--memory-limit SIZE .*\(default 256MB\)/);
});
