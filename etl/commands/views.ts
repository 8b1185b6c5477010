import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { EXIT, UserError, usageError } from '../error.js';
import { publishedAt } from '../publish/recover.js';
import { readViewFiles, signatureOf } from '../schema/view_file.js';
import { readSparkQuery, sparkScript, sparkStatements } from '../spark/index.js';
import { didYouMean } from '../terminal/suggestion.js';
import type { Command } from './command.js';
import { oneOf } from './options.js';
import { DEFAULT_WAREHOUSE, readManifest } from './warehouse.js';

const help = `Writes the tables and views of a warehouse as SQL of another engine, over its
Parquet files.

Examples:
  imagenome views output/warehouse --dialect spark > views.sql
  imagenome views output/warehouse --dialect spark --files s3a://bucket/warehouse
  imagenome views --dialect spark --macro finding_matrix

DIR is ${DEFAULT_WAREHOUSE} unless given. The statements make temporary views, for
spark-sql -f or spark.sql, from Spark 3.5 on: docs/object_storage.md has both.

Options:
  --dialect NAME   spark
  --files URI      where Spark finds the folder DIR, unless it reads it here
  --macro NAME     the query of this macro, its parameters as named markers
                   (:regions) for spark.sql(query, args)
  --computed       views compute, also where the warehouse stores their rows

Exit codes: 0 done · 1 failed · 2 wrong usage`;

const command: Command = {
  help,
  options: {
    dialect: { type: 'string' },
    files: { type: 'string' },
    macro: { type: 'string' },
    computed: { type: 'boolean', default: false },
  },
  async run(values, positionals, io) {
    const [folder = DEFAULT_WAREHOUSE, ...others] = positionals;
    if (others.length > 0) throw usageError(`views: expected one DIR, found ${positionals.length}`);
    if (values.dialect === undefined)
      throw usageError('views: expected --dialect spark, found no dialect; imagenome help views shows how');
    oneOf(values, 'dialect', ['spark'], 'spark');
    if (values.macro !== undefined) {
      io.out.write(macroQuery(String(values.macro)));
      return EXIT.done;
    }
    const manifest = await readManifest(folder);
    const files =
      values.files === undefined
        ? pathToFileURL(resolve(await publishedAt(folder))).href
        : String(values.files);
    const options = { files: files.replace(/\/+$/, ''), computed: values.computed === true };
    io.out.write(sparkScript(sparkStatements(manifest, options)));
    return EXIT.done;
  },
};

export default command;

/** @throws UserError when there is no such macro */
function macroQuery(name: string): string {
  const macros = readViewFiles().filter(({ kind }) => kind !== 'view');
  const macro = macros.find((file) => file.name === name);
  if (!macro) {
    const names = macros.map((file) => file.name);
    throw new UserError(
      `${name}: expected a macro, found none${didYouMean(name, names) || '; docs/views.md lists them.'}`,
    );
  }
  return `-- ${signatureOf(macro)}\n${readSparkQuery(name).sql}\n`;
}
