import { lengthRange } from './form.js';
import { readRows } from './rows.js';
import type { AssumedTable } from './tables.js';
import { count, type Tally } from './tally.js';
import { countText, countWhether } from './value.js';

/** The patients of images and studies, by which rows without a patient of their own are counted. */
export interface PatientsOf {
  readonly images: ReadonlyMap<string, number>;
  readonly studies: ReadonlyMap<number, number>;
}

/** What is said of a file apart from its counts. */
export interface TableFacts {
  /** Columns of known names that it has, and assumed ones that it has not. */
  readonly columns: readonly string[];
  readonly missing: readonly string[];
  /** Lengths of the names of its further columns: a name may be a value. */
  readonly unknown: readonly string[];
}

const nulls: ReadonlySet<string> = new Set(['', 'nan', 'null', 'none', 'na', 'n/a']);
const patientColumns = ['subject_id', 'patient_id'];
const imageColumns = ['dicom_id', 'image_id', 'current_image_id'];
const studyColumns = ['study_id', 'rad_id'];

/** Counts the rows and fields of a text table, and gives what its header says. */
export async function countTable(
  tally: Tally,
  name: string,
  path: string,
  { columns, possible, delimiter }: AssumedTable,
  patients: PatientsOf,
): Promise<TableFacts> {
  const rows = tally.field(name);
  const known = { ...possible, ...columns };
  const names = new Map(Object.keys(known).map((column) => [column.toLowerCase(), column]));
  let header: readonly string[] | undefined;
  let fields: {
    readonly counts: ReturnType<Tally['field']>;
    readonly kind: AssumedTable['columns'][string];
  }[] = [];
  let patientOf: (values: readonly string[]) => number | undefined = () => undefined;
  for await (const { fields: values, isSound } of readRows(path, delimiter)) {
    if (!header) {
      header = values.map((value) => value.trim().toLowerCase());
      fields = header.map((column) => {
        const found = names.get(column);
        const field = found === undefined ? '(further columns)' : found || '(row numbers)';
        return {
          counts: tally.field(`${name}.${field}`),
          kind: found === undefined ? 'text' : known[found]!,
        };
      });
      patientOf = patientFinder(header, patients);
      continue;
    }
    const patient = patientOf(values);
    count(rows, 'all', patient);
    countWhether(rows, 'as many fields as columns', values.length === header.length, patient);
    countWhether(rows, 'sound quotes', isSound, patient);
    for (const [i, { counts, kind }] of fields.entries()) {
      const value = values[i];
      const isNull = value === undefined || nulls.has(value.trim().toLowerCase());
      count(counts, isNull ? 'null' : 'value', patient);
      if (!isNull) countText(counts, value, kind, patient);
    }
  }
  const found = header ?? [];
  return {
    columns: [...names].flatMap(([lower, column]) => (found.includes(lower) ? [column] : [])),
    missing: Object.keys(columns).filter((column) => !found.includes(column.toLowerCase())),
    unknown: found.filter((column) => !names.has(column)).map((column) => lengthRange(column.length)),
  };
}

/** Finds the patient of a row: by its own column, or by that of its image or study among the graphs. */
function patientFinder(header: readonly string[], { images, studies }: PatientsOf) {
  const place = (names: readonly string[]) => header.findIndex((column) => names.includes(column));
  const [patient, image, study] = [patientColumns, imageColumns, studyColumns].map(place) as [
    number,
    number,
    number,
  ];
  return (values: readonly string[]): number | undefined => {
    const own = Number(values[patient]);
    if (Number.isSafeInteger(own) && own > 0) return own;
    const imageId = values[image]?.trim().replace(/\.(dcm|jpg)$/i, '');
    return images.get(imageId ?? '') ?? studies.get(Number(values[study]));
  };
}
