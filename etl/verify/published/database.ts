import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { duckdbErrorKind } from '../../duckdb_error.js';
import { literal } from '../../schema/ddl.js';
import { DATABASE, PARQUET } from '../../warehouse/layout.js';

/** A row by column name; whole numbers beyond 32 bits are text. */
export type Row = Readonly<Record<string, unknown>>;

/** Queries of the database of a published folder, which can read its Parquet files too and nothing else. */
export class Published implements AsyncDisposable {
  private constructor(
    readonly folder: string,
    readonly instance: DuckDBInstance,
    readonly connection: DuckDBConnection,
    readonly tempFolder: string,
  ) {}

  /** Opens the database read-only. What does not fit into memory goes to a folder of its own, not into the warehouse. */
  static async open(folder: string): Promise<Published> {
    const tempFolder = await mkdtemp(join(tmpdir(), 'imagenome-check-'));
    try {
      const path = join(folder, DATABASE);
      if (!existsSync(path)) throw new Error('no file');
      const instance = await DuckDBInstance.create(path, {
        access_mode: 'READ_ONLY',
        temp_directory: tempFolder,
        autoinstall_known_extensions: 'false',
        autoload_known_extensions: 'false',
      });
      const connection = await instance.connect();
      // By its name, and by the pattern that stands for it where the name has marks of one: both are looked at.
      const parquet = `${resolve(folder, PARQUET)}/`;
      const readable = [parquet, patternOf(parquet)].map(literal).join(', ');
      await connection.run(`set allowed_directories = [${readable}]; set enable_external_access = false`);
      return new Published(folder, instance, connection, tempFolder);
    } catch (error) {
      await rm(tempFolder, { recursive: true, force: true });
      throw error;
    }
  }

  /** Where a file of the folder is. */
  pathOf(path: string): string {
    return resolve(this.folder, path);
  }

  /** The rows of a query. */
  async rows(query: string): Promise<Row[]> {
    return (await this.connection.runAndReadAll(query)).getRowObjectsJson();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.connection.closeSync();
    this.instance.closeSync();
    await rm(this.tempFolder, { recursive: true, force: true });
  }
}

/** The pattern that stands for one path. */
export function patternOf(path: string): string {
  return path.replace(/[[*?]/g, '[$&]');
}

/** How DuckDB failed, without its message, which may quote the data. */
export function failureOf(error: unknown): string {
  return duckdbErrorKind(error) ?? 'an error';
}

/** Name of a table as SQL writes it. */
export function tableName({ name, kind }: { readonly name: string; readonly kind: string }): string {
  return `${kind === 'derived' ? 'derived' : 'main'}."${name.replaceAll('"', '""')}"`;
}
