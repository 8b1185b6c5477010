import type { DuckDBValue } from '@duckdb/node-api';
import type { BuildInfo } from '../warehouse/manifest.js';
import type { TextFile } from './text_file.js';

/** An option of one format, beyond those that every format has. */
export interface FormatOption {
  /** Without its dashes. */
  readonly name: string;
  /** Another name for it. */
  readonly alias?: string;
  /** One line for help and docs; no full stop. */
  readonly about: string;
  /** The words that it takes; a switch where absent. */
  readonly words?: readonly string[];
  /** Its value where it is not given; a switch is off. */
  readonly unless?: string;
}

/** What a format has to do with text of reports: none may be in it, it is left out without text, or it is all about text. */
export type TextUse = 'none' | 'optional' | 'required';

/** A kind of files that a warehouse is exported to: one file of this folder each, its SQL in files next to it. */
export interface ExportFormat {
  /** The word after `imagenome export`. */
  readonly name: string;
  /** What it writes, in one line without a full stop. */
  readonly summary: string;
  /** Programs that read it. */
  readonly clients: string;
  readonly options: readonly FormatOption[];
  /** Threads of DuckDB; as many as there are cores unless said. One writes a large table to Parquet row by row, several hold what is not yet in order. */
  readonly threads?: number;
  /** Whether it holds text of reports, by its options. */
  textUse(values: FormatValues): TextUse;
  /** What to do for the rest of it where the warehouse has no text; absent where nothing would be left. */
  readonly withoutText?: string;
  /** How its rows come to be: paragraphs of Markdown for the export's README. */
  rule(values: FormatValues): string;
  /** Names of its SQL files, for the README: `coco_images` is etl/export/coco_images.sql. */
  statements(values: FormatValues): readonly string[];
  /** How its files are used: Markdown for the README, with commands. */
  usage(values: FormatValues): string;
  /**
   * Writes its files.
   * @throws UserError of wrong usage where the warehouse cannot give what is asked for
   */
  write(run: ExportRun): Promise<void>;
}

/** Values of the options of a format, each given or its default. */
export type FormatValues = Readonly<Record<string, string | boolean>>;

/** The chosen images of one split. */
export interface ChosenSplit {
  /** train, valid, test, …; `unlisted` for images in no list, `all` where the warehouse has no lists. */
  readonly name: string;
  readonly images: number;
}

/** Some patients of a split, few enough to be worked on in memory. */
export interface Slice {
  readonly split: ChosenSplit;
  readonly firstPatient: number;
  readonly lastPatient: number;
  readonly images: number;
}

/** A row of a result: values as DuckDB gives them. */
export type ResultRow = readonly DuckDBValue[];

/**
 * One export. SQL of a format reads the temporary relations
 * - `chosen_images`: a row for each chosen image of all splits: the columns of `cohort`, export_split, image_number (1 … n in the whole
 *   warehouse, in its order), dicom_path, jpg_path (below the root of MIMIC-CXR, MIMIC-CXR-JPG), image_width, image_height (original
 *   pixels; NULL without the metadata)
 * - `chosen`: those of the slice that is being worked on
 *
 * and may say `patient_id between getvariable('first_patient') and getvariable('last_patient')` to read no more than it needs.
 */
export interface ExportRun {
  readonly values: FormatValues;
  readonly build: BuildInfo;
  /** Splits with at least one chosen image, by name. */
  readonly splits: readonly ChosenSplit[];
  /** 1000-patients where a subset was asked for, else ''. */
  readonly subset: string;
  /**
   * Slices of a split in the order of their patients; of all splits without one. Makes each the current one.
   * @param images of a slice, unless one patient alone has more
   */
  slices(split?: ChosenSplit, images?: number): AsyncIterable<Slice>;
  /**
   * Slices of the patients of all splits together, for statements that read `chosen_images` and those two variables: `chosen` is empty.
   * @param images as for slices
   */
  acrossSplits(images?: number): AsyncIterable<Slice>;
  /** Makes all of a split the current slice, for statements that need no slices. */
  whole(split: ChosenSplit): Promise<void>;
  /** The text of etl/export/NAME.sql with `{{name}}` replaced. */
  statement(name: string, replaced?: Readonly<Record<string, string>>): string;
  /** Rows of a query as they are read, some thousand at a time. */
  rows(sql: string): AsyncIterable<readonly ResultRow[]>;
  /** All rows of a small result, by column name. */
  all(sql: string): Promise<Record<string, DuckDBValue>[]>;
  /** Runs a statement, e.g. `create temp table`. */
  run(sql: string): Promise<void>;
  /** Begins a text file of the export; it is complete when `work` is done. */
  textFile(path: string, work: (file: TextFile) => Promise<void>): Promise<void>;
  /** Writes the rows of a query by DuckDB's COPY, as Parquet, CSV, TSV or JSON lines by the suffix of the path; gives their number. */
  copy(sql: string, path: string): Promise<number>;
  /** Appends the rows of a query to a CSV or TSV file, which begins with their header; gives their number. A slice at a time, a table of any size fits. */
  append(sql: string, path: string): Promise<number>;
  /**
   * Writes one of many small text files, which export.json and README list as one.
   * @param kind what they are listed as, such as labels/train/*.txt; those of one kind lie in one folder
   */
  smallFile(kind: string, path: string, text: string): Promise<void>;
  /** Says that every image is gone through so often, once unless said; for `advance`. */
  passes(number: number): void;
  /** Says how many more images are done. */
  advance(images: number): void;
  /** Adds a number that a reader has to know to README and export.json, e.g. of pairs that were left out; of one name the sum. */
  figure(name: string, value: number, about: string): void;
}
