import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { UserError } from '../error.js';
import { literal } from '../schema/ddl.js';
import { type FileInfo, finishFile } from '../warehouse/files.js';
import type { BuildInfo } from '../warehouse/manifest.js';
import type { ChosenSplit, ExportRun, FormatValues, ResultRow, Slice } from './format.js';
import { enterSlice, SLICE, slicesOf } from './slices.js';
import { statementText } from './statement.js';
import { TextFile } from './text_file.js';

/** What COPY is given for a suffix. Groups of rows are small: a wide one has to fit in memory. */
const kinds: Readonly<Record<string, string>> = {
  parquet: 'format parquet, compression zstd, row_group_size 2048',
  csv: 'format csv, header true',
  txt: "format csv, header true, delimiter '\\t'",
  jsonl: 'format json, array false',
};

/** A number that a reader of an export has to know. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly about: string;
}

/** What an export is made with. */
export interface RunOptions {
  readonly connection: DuckDBConnection;
  /** The folder that the files go to. */
  readonly folder: string;
  readonly values: FormatValues;
  readonly build: BuildInfo;
  readonly splits: readonly ChosenSplit[];
  readonly subset: string;
  /** Called with the images that are done, of all splits. */
  readonly onProgress: (done: number, total: number) => void;
}

/** One export, from its first file to its last. */
export class FolderRun implements ExportRun {
  readonly values: FormatValues;
  readonly build: BuildInfo;
  readonly splits: readonly ChosenSplit[];
  readonly subset: string;
  readonly files: FileInfo[] = [];
  readonly figures: Figure[] = [];
  /** Many small files of one kind, by what they are listed as. */
  readonly #small = new Map<string, { count: number; bytes: number; hash: ReturnType<typeof createHash> }>();
  readonly #options: RunOptions;
  /** Files that rows were appended to. */
  readonly #appended = new Set<string>();
  #done = 0;
  #steps = 1;

  constructor(options: RunOptions) {
    this.#options = options;
    this.values = options.values;
    this.build = options.build;
    this.splits = options.splits;
    this.subset = options.subset;
  }

  get #connection(): DuckDBConnection {
    return this.#options.connection;
  }

  async *slices(split?: ChosenSplit, images = SLICE): AsyncIterable<Slice> {
    for (const one of split ? [split] : this.splits) yield* this.#entered(one, images);
  }

  acrossSplits(images = SLICE): AsyncIterable<Slice> {
    return this.#entered(undefined, images);
  }

  async *#entered(split: ChosenSplit | undefined, images: number): AsyncIterable<Slice> {
    for (const slice of await slicesOf(this.#connection, split, images)) {
      await enterSlice(this.#connection, slice);
      yield slice;
    }
  }

  async whole(split: ChosenSplit): Promise<void> {
    await enterSlice(this.#connection, { split, firstPatient: 0, lastPatient: 2 ** 31 - 1 });
  }

  statement(name: string, replaced: Readonly<Record<string, string>> = {}): string {
    return statementText(name, replaced);
  }

  async *rows(sql: string): AsyncIterable<readonly ResultRow[]> {
    const result = await this.#connection.stream(sql);
    for await (const rows of result.yieldRows()) yield rows;
  }

  async all(sql: string): Promise<Record<string, DuckDBValue>[]> {
    return (await this.#connection.runAndReadAll(sql)).getRowObjects();
  }

  async run(sql: string): Promise<void> {
    await this.#connection.run(sql);
  }

  async textFile(path: string, work: (file: TextFile) => Promise<void>): Promise<void> {
    const file = await TextFile.create(this.#options.folder, path);
    try {
      await work(file);
      this.files.push(await file.finish());
    } catch (error) {
      await file.abandon();
      throw error;
    }
  }

  async smallFile(kind: string, path: string, text: string): Promise<void> {
    if (!/^[\w-][\w.-]*$/.test(basename(path))) {
      throw new UserError(
        `${path}: expected ids that can be the name of a file, found one with other characters; leave its image out with --where`,
      );
    }
    let listed = this.#small.get(kind);
    if (!listed) {
      listed = { count: 0, bytes: 0, hash: createHash('sha256') };
      this.#small.set(kind, listed);
      await mkdir(dirname(join(this.#options.folder, path)), { recursive: true, mode: 0o700 });
    }
    const bytes = Buffer.from(text);
    await writeFile(join(this.#options.folder, path), bytes, { mode: 0o600, flag: 'wx' });
    listed.count++;
    listed.bytes += bytes.length;
    listed.hash.update(bytes);
  }

  /** Kinds of small files, with the checksum of all of them one after the other. */
  smallFiles(): { path: string; files: number; bytes: number; sha256: string }[] {
    return [...this.#small].map(([path, { count, bytes, hash }]) => ({
      path,
      files: count,
      bytes,
      sha256: hash.copy().digest('hex'),
    }));
  }

  async copy(sql: string, path: string): Promise<number> {
    const place = join(this.#options.folder, path);
    await mkdir(dirname(place), { recursive: true, mode: 0o700 });
    const options = kinds[path.split('.').at(-1)!]!;
    const read = await this.#connection.runAndReadAll(
      `copy (\n${sql}\n) to ${literal(place)} (${options}, use_tmp_file false)`,
    );
    this.files.push(await finishFile(this.#options.folder, path));
    return Number(read.getRows()[0]![0]);
  }

  async append(sql: string, path: string): Promise<number> {
    const place = join(this.#options.folder, path);
    const part = `${place}.part`;
    const isFirst = !this.#appended.has(path);
    const options = `${kinds[path.split('.').at(-1)!]!.replace('header true', `header ${isFirst}`)}, use_tmp_file false`;
    const read = await this.#connection.runAndReadAll(`copy (\n${sql}\n) to ${literal(part)} (${options})`);
    const flags = isFirst ? 'wx' : 'a';
    await pipeline(createReadStream(part), createWriteStream(place, { flags, mode: 0o600 }));
    await rm(part);
    this.#appended.add(path);
    return Number(read.getRows()[0]![0]);
  }

  /** Puts on disk what rows were appended to. */
  async finish(): Promise<void> {
    for (const path of this.#appended) this.files.push(await finishFile(this.#options.folder, path));
    this.#appended.clear();
  }

  passes(number: number): void {
    this.#steps = number;
  }

  advance(images: number): void {
    this.#done += images / this.#steps;
    const total = this.splits.reduce((sum, split) => sum + split.images, 0);
    this.#options.onProgress(Math.min(Math.round(this.#done), total), total);
  }

  figure(name: string, value: number, about: string): void {
    const known = this.figures.findIndex((one) => one.name === name);
    const sum = value + (this.figures[known]?.value ?? 0);
    if (known >= 0) this.figures[known] = { name, value: sum, about };
    else this.figures.push({ name, value: sum, about });
  }
}
