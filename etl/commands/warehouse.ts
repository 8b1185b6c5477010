import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { UserError } from '../error.js';
import { publishedAt } from '../publish/recover.js';
import { literal } from '../schema/ddl.js';
import { placeText } from '../shards/place.js';
import { type ShardFile, shardAt } from '../shards/shard_file.js';
import { shellWord } from '../shell_word.js';
import { DATABASE, FORMAT, MANIFEST } from '../warehouse/layout.js';
import type { Manifest } from '../warehouse/manifest.js';
import { publishedAbove, publishedKind } from '../warehouse/published_folder.js';
import { explainOpenError } from './open_error.js';
import { withPrivateFolder } from './private_folder.js';

/** Where builds go, and where the other commands look by default. */
export const DEFAULT_WAREHOUSE = 'output/warehouse';

/** A published warehouse, opened for reading. */
export interface Warehouse {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly connection: DuckDBConnection;
}

/** What a connection may do beyond reading the warehouse. */
export interface Access {
  /** Files that statements may write. */
  readonly files?: readonly string[];
  /** Folders whose files statements may read. */
  readonly folders?: readonly string[];
  /** What DuckDB may take of memory, e.g. '512MB'; most of that of the machine unless given. */
  readonly memoryLimit?: string | undefined;
  /** Threads of DuckDB; as many as there are cores unless given. */
  readonly threads?: number | undefined;
}

/** Connections of this process that are open. */
const open = new Set<DuckDBConnection>();

/** A process does not exit before the query that it runs has ended. */
function interruptAll(): void {
  for (const connection of open) connection.interrupt();
}

/**
 * Opens a warehouse read-only for the length of `work`. Nothing outside of it is read or written but what `access` names, no
 * extension is fetched, and no statement can change that. What does not fit in memory goes to a private folder below TMPDIR.
 * @throws UserError when there is none at `folder`, or when it does not open
 */
export async function withWarehouse<T>(
  folder: string,
  work: (warehouse: Warehouse) => Promise<T>,
  access: Access = {},
): Promise<T> {
  return withPrivateFolder(tmpdir(), 'imagenome-', async (temporary) => {
    const { manifest, path, instance } = await openWhole(folder, temporary, access);
    try {
      const connection = await instance.connect();
      if (open.size === 0) process.on('exit', interruptAll);
      open.add(connection);
      for (const setting of settings(access)) await connection.run(`set ${setting}`);
      try {
        return await work({ folder, manifest, connection });
      } finally {
        open.delete(connection);
        if (open.size === 0) process.off('exit', interruptAll);
        await close(instance, connection);
      }
    } catch (error) {
      throw withFolder(explainOpenError(error, path, folder), folder);
    }
  });
}

/** An error whose commands can be pasted: DIR in them is the warehouse that was asked. */
function withFolder(error: unknown, folder: string): unknown {
  if (!(error instanceof UserError)) return error;
  const message = error.message.replace(
    /(imagenome (?:info|sql)) DIR\b/g,
    (_, command) => `${command} ${shellWord(folder)}`,
  );
  return message === error.message ? error : new UserError(message, error.exitCode);
}

/** Times that a warehouse is opened which is just being replaced. */
const ATTEMPTS = 5;

/** Opens a database, with the manifest of the same build: another one may be published between the two. */
async function openWhole(folder: string, temporary: string, access: Access) {
  for (let attempt = 1; ; attempt++) {
    const manifest = await readManifest(folder);
    const path = join(await publishedAt(folder), DATABASE);
    if (!existsSync(path)) {
      throw new UserError(
        `${folder}: expected ${DATABASE}, found none; build it again: imagenome build INPUT --out ${shellWord(folder)}`,
      );
    }
    const instance = await openDatabase(path, temporary, access).catch((error: unknown) => {
      throw withFolder(explainOpenError(error, path, folder), folder);
    });
    const { created } = await readManifest(folder);
    if (created === manifest.created || attempt === ATTEMPTS) return { manifest, path, instance };
    instance.closeSync();
  }
}

/**
 * Closes a database. One that answers nothing any more, as its log cannot be written, would end the process while it is closed: it
 * stays open until the process exits, which then does not close it either.
 */
async function close(instance: DuckDBInstance, connection: DuckDBConnection): Promise<void> {
  const answers = await connection.run('select 1').then(
    () => true,
    () => false,
  );
  if (answers) {
    connection.closeSync();
    instance.closeSync();
  } else process.once('exit', (code) => process.exit(code));
}

function openDatabase(
  path: string,
  temporary: string,
  { memoryLimit, threads }: Access,
): Promise<DuckDBInstance> {
  return DuckDBInstance.create(path, {
    access_mode: 'READ_ONLY',
    temp_directory: temporary,
    secret_directory: temporary,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    ...(memoryLimit !== undefined && { memory_limit: memoryLimit }),
    ...(threads !== undefined && { threads: String(threads) }),
  });
}

/** What is set before the first statement of a user; the last one keeps all of it. */
function settings({ files = [], folders = [] }: Access): string[] {
  const list = (paths: readonly string[]) => `[${paths.map(literal).join(', ')}]`;
  return [
    `allowed_paths = ${list(files)}`,
    `allowed_directories = ${list(folders)}`,
    'errors_as_json = true',
    'enable_external_access = false',
    'lock_configuration = true',
  ];
}

/** Expects a warehouse at `folder`, or what is left of one: its manifest or its database. @throws UserError */
export async function assertWarehouse(folder: string): Promise<void> {
  if (![MANIFEST, DATABASE].some((name) => existsSync(join(folder, name)))) await readManifest(folder);
}

/** The manifest of a warehouse. @throws UserError when there is no warehouse at `folder` */
export async function readManifest(folder: string): Promise<Manifest> {
  const path = join(await publishedAt(folder), MANIFEST);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw explainOpenError(error, path, folder);
    const shard = shardAt(folder);
    if (shard) throw isShard(folder, shard);
    throw existsSync(folder) ? somethingElse(folder) : noWarehouse(folder, 'nothing');
  }
  try {
    const manifest = JSON.parse(text);
    if (manifest.format === FORMAT) return manifest;
  } catch {
    throw noWarehouse(folder, `a ${MANIFEST} that is no JSON`);
  }
  throw noWarehouse(folder, 'something else');
}

function noWarehouse(folder: string, found: string): UserError {
  return new UserError(
    `${folder}: expected a warehouse, found ${found}; build one: imagenome build INPUT --out ${shellWord(folder)}`,
  );
}

/** What is there in place of a warehouse, as far as it says so. */
function somethingElse(folder: string): UserError {
  const kind = publishedKind(folder);
  if (kind !== undefined) {
    return new UserError(
      `${folder}: expected a warehouse, found ${kind} of one; give the folder of the warehouse that it was made from`,
    );
  }
  const above = publishedAbove(folder);
  if (above?.kind !== 'a warehouse') return noWarehouse(folder, 'something else');
  return new UserError(
    `${folder}: expected a warehouse, found a part of one; give its folder: ${shellWord(above.folder)}`,
  );
}

function isShard(folder: string, { place, plan, chunks }: ShardFile): UserError {
  return new UserError(
    `${folder}: expected a warehouse, found shard ${placeText(place)} of one, with ${chunks.length} of its ${plan.chunks} chunks; ` +
      `join all ${place.of} first: imagenome assemble SHARD… --out DIR`,
  );
}
