/** Patients for whom something must occur before a census says that it does. */
export const LEAST_PATIENTS = 20;

/** How often something occurs, and for which patients, as long as those are few. */
export interface Count {
  n: number;
  /** Patients, until there are enough of them. Plain data: it crosses from the workers. */
  patients: Set<number> | undefined;
}

/** What occurs in one field, by a word of a closed list: never a value of the data. */
export type FieldCounts = Map<string, Count>;

/** Counts what occurs in the fields of a release. */
export class Tally {
  readonly fields: Map<string, FieldCounts>;

  /** @param fields counts that another tally has made, to go on from */
  constructor(fields: Map<string, FieldCounts> = new Map()) {
    this.fields = fields;
  }

  /** The counts of a field, to be added to by `count`. */
  field(name: string): FieldCounts {
    let counts = this.fields.get(name);
    if (!counts) {
      counts = new Map();
      this.fields.set(name, counts);
    }
    return counts;
  }

  /** Takes over the counts of another tally. */
  merge(others: ReadonlyMap<string, FieldCounts>): void {
    for (const [name, counts] of others) {
      const own = this.field(name);
      for (const [what, { n, patients }] of counts) {
        const count = own.get(what);
        if (!count) own.set(what, { n, patients });
        else {
          count.n += n;
          count.patients = patients && count.patients && few([...count.patients, ...patients]);
        }
      }
    }
  }
}

/**
 * Counts that something occurs in a field.
 * @param patient undefined where it is not known: such an occurrence is never enough to be shown
 */
export function count(counts: FieldCounts, what: string, patient: number | undefined, n = 1): void {
  let found = counts.get(what);
  if (!found) {
    found = { n: 0, patients: new Set() };
    counts.set(what, found);
  }
  found.n += n;
  if (!found.patients || patient === undefined || found.patients.has(patient)) return;
  found.patients.add(patient);
  if (found.patients.size >= LEAST_PATIENTS) found.patients = undefined;
}

function few(patients: readonly number[]): Set<number> | undefined {
  const set = new Set(patients);
  return set.size >= LEAST_PATIENTS ? undefined : set;
}
