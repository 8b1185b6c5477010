import { version } from '../../project.js';
import { DATABASE, MANIFEST } from '../../warehouse/layout.js';
import type { Manifest } from '../../warehouse/manifest.js';
import { type CheckResult, type Finding, resultOf } from '../finding.js';
import type { Catalog, CatalogColumn, CatalogEntry } from './catalog.js';
import type { Contents } from './expected_catalog.js';

const buildAgain = `${DATABASE} was changed after the build: build the warehouse again`;

/** The checks of what the database has: tables and views, their columns, definitions and comments, and nothing more. */
export function checkCatalog(
  found: Catalog,
  expected: Catalog,
  contents: Contents,
  { build }: Manifest,
): CheckResult[] {
  const both = [...expected].flatMap(([key, entry]): [CatalogEntry, CatalogEntry][] => {
    const own = found.get(key);
    return own ? [[entry, own]] : [];
  });
  const missing = [...expected.values()].filter((entry) => !found.has(subjectOf(entry)));
  const isOther = build.version !== version;
  const views = {
    severity: isOther ? ('warning' as const) : ('error' as const),
    advice: isOther
      ? `the warehouse is of version ${build.version}, this is ${version}: check it with the version that built it`
      : buildAgain,
  };
  const isTable = ({ kind }: CatalogEntry) => kind === 'table';
  return [
    resultOf(
      { name: 'missing_tables', title: 'Tables that the database lacks', advice: buildAgain },
      missing.filter(isTable).map(absent),
    ),
    resultOf(
      { name: 'missing_views', title: 'Views and macros that the database lacks', ...views },
      missing.filter((entry) => !isTable(entry)).map(absent),
    ),
    resultOf(
      {
        name: 'further_tables',
        title: 'Tables, views and other entries of the database that no warehouse has',
        ...views,
      },
      [...found.values()].filter((entry) => !expected.has(subjectOf(entry))).map(surplus),
    ),
    resultOf(
      {
        name: 'other_definitions',
        title: 'Views and macros that are not defined as their files say',
        ...views,
      },
      both
        .filter(([entry, own]) => entry.definition !== own.definition)
        .map(([entry]) => otherDefinition(entry)),
    ),
    resultOf(
      { name: 'other_columns', title: 'Columns of other names or types, or in another order', ...views },
      both.flatMap(([entry, own]) => otherColumns(entry, own, contents)),
    ),
    resultOf(
      { name: 'other_comments', title: 'Comments that are not those of schema and views', ...views },
      both.flatMap(([entry, own]) => otherComments(entry, own)),
    ),
  ];
}

const subjectOf = ({ kind, name }: CatalogEntry) => `${kind} ${name}`;

function absent(entry: CatalogEntry): Finding {
  const source =
    entry.kind === 'table' ? `a table, as ${MANIFEST} and the schema list it` : `a ${entry.kind}`;
  return { subject: subjectOf(entry), expected: source, found: 'none of this name' };
}

function surplus(entry: CatalogEntry): Finding {
  return { subject: subjectOf(entry), expected: `no ${entry.kind} of this name`, found: 'one' };
}

function otherDefinition(entry: CatalogEntry): Finding {
  return { subject: subjectOf(entry), expected: 'the definition of its file', found: 'another' };
}

function otherColumns(entry: CatalogEntry, own: CatalogEntry, { inputs, withText }: Contents): Finding[] {
  const table = entry.name.replace('main.', '');
  // A table of an optional input has the further columns of its file at its end.
  const mayHaveMore = entry.kind === 'table' && withText && inputs.has(table);
  const columns = mayHaveMore ? withoutFurther(own.columns, entry.columns.length) : own.columns;
  const [expected, found] = [describe(entry.columns), describe(columns)];
  return expected === found
    ? []
    : [{ subject: subjectOf(entry), ...firstDifference(entry.columns, columns) }];
}

/** Further columns are text, whatever the file has. */
function withoutFurther(columns: readonly CatalogColumn[], documented: number): readonly CatalogColumn[] {
  const further = columns.slice(documented);
  return further.every(({ type }) => type === 'VARCHAR') ? columns.slice(0, documented) : columns;
}

const describe = (columns: readonly CatalogColumn[]) => columns.map(columnOf).join(', ');
const columnOf = ({ name, type }: CatalogColumn) => `${name} ${type}`;

function firstDifference(expected: readonly CatalogColumn[], found: readonly CatalogColumn[]) {
  const length = Math.max(expected.length, found.length);
  const place = Array.from({ length }, (_, i) => i).find(
    (i) => !expected[i] || !found[i] || columnOf(expected[i]) !== columnOf(found[i]),
  )!;
  const at = (columns: readonly CatalogColumn[]) =>
    columns[place] ? columnOf(columns[place]) : 'no more columns';
  return { expected: `${at(expected)} as column ${place + 1}`, found: at(found) };
}

function otherComments(entry: CatalogEntry, own: CatalogEntry): Finding[] {
  const found = new Map(own.columns.map(({ name, comment }) => [name, comment]));
  const columns = entry.columns.filter(({ name, comment }) => found.has(name) && found.get(name) !== comment);
  return [
    ...(own.comment === entry.comment ? [] : [subjectOf(entry)]),
    ...columns.map(({ name }) => `column ${entry.name}.${name}`),
  ].map((subject) => ({ subject, expected: 'the comment that describes it', found: 'another or none' }));
}
