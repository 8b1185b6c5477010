import {
  type AnyColumn,
  DictionaryColumn,
  IntegerColumn,
  TextColumn,
  TimestampColumn,
} from '../arrow/builders.js';
import type { Rows } from '../arrow/rows.js';
import type { Issues } from '../diagnostics/issue.js';
import { typeName } from '../diagnostics/rejection.js';
import type { Identity } from '../graph/identity.js';
import type { JsonObject } from '../graph/parse.js';
import { parseStudyDatetime } from '../graph/study_datetime.js';
import { viewpoints } from '../vocabulary/index.js';
import type { Dictionaries } from './dictionaries.js';
import { type GraphKeys, KeyColumns } from './keys.js';

const knownViewpoints: ReadonlySet<string | null> = new Set(viewpoints);
const knownKeys = new Set([
  ...['image_id', 'viewpoint', 'patient_id', 'study_id', 'gender', 'age_decile', 'reason_for_exam'],
  ...['StudyOrder', 'StudyDateTime', 'objects', 'attributes', 'relationships'],
]);

/** Rows of `images`: one a graph. */
export class ImageRows implements Rows {
  readonly keys: KeyColumns;
  readonly viewpoint: DictionaryColumn<string>;
  readonly gender: DictionaryColumn<string>;
  readonly age_decile: DictionaryColumn<string>;
  readonly reason_for_exam = new TextColumn();
  readonly study_order = new IntegerColumn();
  readonly study_datetime = new TimestampColumn();

  constructor(
    dictionaries: Dictionaries,
    readonly withText: boolean,
  ) {
    this.keys = new KeyColumns(dictionaries);
    this.viewpoint = new DictionaryColumn(dictionaries.viewpoint);
    this.gender = new DictionaryColumn(dictionaries.gender);
    this.age_decile = new DictionaryColumn(dictionaries.age_decile);
  }

  columns(): Record<string, AnyColumn> {
    const { keys, withText: _, ...own } = this;
    return { ...keys, ...own };
  }

  add(graph: JsonObject, keys: GraphKeys, identity: Identity, issues: Issues): void {
    for (const key in graph) if (!knownKeys.has(key)) issues.reportOnce('unknown_key', '', key);
    const viewpoint = textOrNull(graph, 'viewpoint', issues);
    if (viewpoint !== null && !knownViewpoints.has(viewpoint)) {
      issues.reportOnce('unknown_viewpoint', '/viewpoint', viewpoint);
    }
    const reason = textOrNull(graph, 'reason_for_exam', issues);
    this.keys.push(keys);
    this.viewpoint.push(viewpoint);
    this.gender.push(textOrNull(graph, 'gender', issues));
    this.age_decile.push(textOrNull(graph, 'age_decile', issues));
    this.reason_for_exam.push(this.withText ? reason : null);
    this.study_order.push(identity.study_order);
    this.study_datetime.push(parseStudyDatetime(graph.StudyDateTime, issues));
  }
}

function textOrNull(graph: JsonObject, key: string, issues: Issues): string | null {
  const value = graph[key];
  if (typeof value === 'string') return value;
  if (value !== null && value !== undefined) {
    issues.report('wrong_type_ignored', `/${key}`, `expected text, found ${typeName(value)}`);
  }
  return null;
}
