import { plain, tableOf } from '../markdown.js';
import { readViewFiles, signatureOf, type ViewFile } from '../schema/view_file.js';
import type { BuildInfo, PublishedTable } from '../warehouse/manifest.js';
import { CITATION } from './terms.js';

/** `README.md` of a warehouse: how to open it, and every table and view. */
export function readmeText(build: BuildInfo, tables: readonly PublishedTable[]): string {
  const all = readViewFiles();
  const isPart = ({ kind }: ViewFile) => kind === 'scalar macro';
  return `${frontMatter(build, tables)}
# Chest ImaGenome as tables

${build.is_synthetic ? 'Built from a **synthetic** release: nothing in it is real.' : 'Derived from credentialed data: see NOTICE.txt before you share anything.'}
Built by chest-imagenome-warehouse ${build.version}. \`sha256sum -c SHA256SUMS.txt\` verifies the files.

## Open it

\`\`\`sql
-- DuckDB 1.4.4 or newer
attach 'imagenome.duckdb' as imagenome (read_only);
use imagenome;
from report_findings limit 5;
\`\`\`

The same tables, views and macros over the Parquet files alone, without \`imagenome.duckdb\`:

\`\`\`sql
set variable imagenome = '/path/to/this/folder';
.read /path/to/this/folder/attach.sql
\`\`\`

\`\`\`python
import pandas as pd, polars as pl
pd.read_parquet("parquet/images")
pl.scan_parquet("parquet/objects").collect()
spark.read.parquet("parquet/derived/report_findings")
\`\`\`

\`\`\`r
arrow::open_dataset("parquet/object_attributes")
\`\`\`

Per-image tables are in parts by \`patient_group\` (p10 … p19), sorted by patient_id, study_order, study_id, image_id.

## Tables

${tableOf(
  ['table', 'rows', 'one row per'],
  tables.map(({ table, rows }) => [
    `\`${table.name}\``,
    rows.toLocaleString('en-US'),
    plain(table.grain.replace(/^one row (per|for each) /, '')),
  ]),
  ['', 'r', ''],
)}

## Views

${build.with_text ? '' : 'This build has no free text: columns with text are NULL.\n\n'}${viewsOf(all.filter((view) => !isPart(view)))}

Parts of the rules of views, to be used in a query of your own; parameters with \`:=\` have a default:

${viewsOf(all.filter(isPart))}

## How to cite

${CITATION}

## Columns

${tables.map(columnsOf).join('\n\n')}
`;
}

/** Views and macros, these with their parameters. */
function viewsOf(files: readonly ViewFile[]): string {
  return tableOf(
    ['view or macro', 'grain', ''],
    files.map((file) => [`\`${signatureOf(file)}\``, plain(file.grain), plain(file.title)]),
  );
}

/** What Hugging Face datasets reads first: the files of each table, as one configuration each. */
function frontMatter(build: BuildInfo, tables: readonly PublishedTable[]): string {
  const configs = tables
    .filter(({ rows }) => rows > 0)
    .map(({ table, files }) => `- config_name: ${table.name}\n  data_files: ${filesOf(files)}`);
  const license = build.is_synthetic ? 'cc0-1.0' : 'other';
  return `---\nlicense: ${license}\nconfigs:\n${configs.join('\n')}\n---\n`;
}

/** Pattern of the files of a table in parts, or the path of its only file. */
function filesOf(files: PublishedTable['files']): string {
  return files[0]!.path.replace(/patient_group=.*$/, '*/*.parquet');
}

function columnsOf({ table }: PublishedTable): string {
  const rows = table.columns.map(({ name, type, description }) => [`\`${name}\``, type, plain(description)]);
  return `### ${table.name}

${table.title}. Key: ${table.key.join(', ')}.

${tableOf(['column', 'type', ''], rows)}`;
}
