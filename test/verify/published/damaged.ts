import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { filesBelow } from '../../synth/release.js';

/** What a test renews behind a corruption: nothing, the list of checksums, or also what the manifest says of files. */
export type Renewal = 'nothing' | 'checksums' | 'manifest';

interface ManifestFile {
  path: string;
  rows?: number;
  bytes: number;
  sha256: string;
}

/** The manifest as tests change it. */
export interface DamagedManifest {
  created: string;
  build: Record<string, unknown>;
  conservation: { graphs: Record<string, number>; tables: { name: string; duckdb: number }[] };
  tables: { name: string; kind: string; rows: number; files: ManifestFile[] }[];
  others: ManifestFile[];
}

/** A copy of a published folder that a test corrupts. */
export class Damaged {
  constructor(readonly folder: string) {}

  /** Copies a published folder. */
  static copyOf(warehouse: string, folder: string): Damaged {
    cpSync(warehouse, folder, { recursive: true });
    return new Damaged(folder);
  }

  path(path: string): string {
    return join(this.folder, path);
  }

  /** Paths of the parts of a table, sorted. */
  parts(table: string): string[] {
    return readdirSync(this.path(`parquet/${table}`), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.parquet'))
      .sort()
      .map((path) => `parquet/${table}/${path}`);
  }

  /** The largest part of a table. */
  part(table: string): string {
    const sizes = this.parts(table).map((path) => ({ path, size: statSync(this.path(path)).size }));
    return sizes.sort((a, b) => b.size - a.size)[0]!.path;
  }

  /** Flips the lowest bit of a byte; in the middle of the file unless given. */
  flip(path: string, at = Math.floor(statSync(this.path(path)).size / 2)): void {
    const bytes = readFileSync(this.path(path));
    bytes[at]! ^= 1;
    writeFileSync(this.path(path), bytes);
  }

  /** Runs statements in the database, or in one in memory. */
  async run(statement: string, path = 'imagenome.duckdb'): Promise<void> {
    const instance = await DuckDBInstance.create(path === ':memory:' ? path : this.path(path));
    const connection = await instance.connect();
    try {
      await connection.run(statement);
    } finally {
      connection.closeSync();
      instance.closeSync();
    }
  }

  /** Writes a Parquet file anew: `select` is what follows the CTE `part` with its rows in their order. */
  async rewrite(path: string, select: string): Promise<void> {
    await this.run(
      `create table part as from read_parquet('${this.path(path)}', hive_partitioning = false);
       copy (${select}) to '${this.path(path)}' (format parquet, compression zstd)`,
      ':memory:',
    );
  }

  readManifest(): DamagedManifest {
    return JSON.parse(readFileSync(this.path('manifest.json'), 'utf8'));
  }

  editManifest(edit: (manifest: DamagedManifest) => void): void {
    const manifest = this.readManifest();
    edit(manifest);
    writeFileSync(this.path('manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  }

  /** Renews what describes the files of the folder, as whoever wants to hide a change would. */
  async renew(renewal: Renewal): Promise<void> {
    if (renewal === 'nothing') return;
    if (renewal === 'manifest') this.#renewManifest();
    const files = (await filesBelow(this.folder)).filter((path) => path !== 'SHA256SUMS.txt').sort();
    const lines = files.map((path) => `${this.#contentOf(path).sha256}  ${path}\n`);
    writeFileSync(this.path('SHA256SUMS.txt'), lines.join(''));
  }

  #renewManifest(): void {
    this.editManifest(({ tables, others }) => {
      for (const file of [...tables.flatMap(({ files }) => files), ...others]) {
        if (statSync(this.path(file.path), { throwIfNoEntry: false })) {
          Object.assign(file, this.#contentOf(file.path));
        }
      }
    });
  }

  #contentOf(path: string): { bytes: number; sha256: string } {
    const bytes = readFileSync(this.path(path));
    return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  }
}
