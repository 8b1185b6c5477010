import type { DuckDBConnection } from '@duckdb/node-api';
import duckdb from '@duckdb/node-bindings';
import type { Table } from 'apache-arrow';
import { type ColumnScan, columnScan } from './column_scan.js';
import { LogicalTypes } from './logical_types.js';

/**
 * The SQL table function `scan_arrow('name')`: reads an Arrow table of this process without copying it into a
 * table first. DuckDB for Node has no Arrow interface of its own, so this one walks the Arrow buffers: dictionaries
 * become ENUM types and their indexes are copied as they are, 2,048 rows per call. One thread reads, in order.
 */
export class ArrowScans {
  readonly #tables = new Map<string, { table: Table; columns?: ColumnScan[] }>();
  readonly #types = new LogicalTypes();

  constructor(connection: DuckDBConnection) {
    const scan = duckdb.create_table_function();
    duckdb.table_function_set_name(scan, 'scan_arrow');
    duckdb.table_function_add_parameter(scan, this.#types.varchar);
    duckdb.table_function_set_bind(scan, (info) => this.#bind(info));
    duckdb.table_function_set_init(scan, (info) => {
      duckdb.init_set_max_threads(info, 1);
      duckdb.init_set_init_data(info, { row: 0 });
    });
    duckdb.table_function_set_function(scan, (info, output) => this.#next(info, output));
    duckdb.register_table_function(connectionHandle(connection), scan);
  }

  /** Makes a table readable as `scan_arrow('name')`. */
  register(name: string, table: Table): void {
    this.#tables.set(name, { table });
  }

  /** Forgets a table. */
  unregister(name: string): void {
    this.#tables.delete(name);
  }

  #bind(info: duckdb.TableFunctionBindInfo): void {
    const name = duckdb.get_varchar(duckdb.bind_get_parameter(info, 0));
    const registered = this.#tables.get(name);
    if (!registered) {
      duckdb.bind_set_error(info, `scan_arrow: no Arrow table is named '${name}'`);
      return;
    }
    const { table } = registered;
    registered.columns ??= table.schema.fields.map((field, i) =>
      columnScan(field, table.getChildAt(i)!, this.#types),
    );
    registered.columns.forEach((column, i) => {
      duckdb.bind_add_result_column(info, table.schema.fields[i]!.name, column.type);
    });
    duckdb.bind_set_cardinality(info, table.numRows, true);
    duckdb.bind_set_bind_data(info, { rows: table.numRows, columns: registered.columns });
  }

  #next(info: duckdb.TableFunctionInfo, output: duckdb.DataChunk): void {
    const { rows, columns } = duckdb.function_get_bind_data(info) as { rows: number; columns: ColumnScan[] };
    const state = duckdb.function_get_init_data(info) as { row: number };
    const count = Math.min(duckdb.vector_size(), rows - state.row);
    duckdb.data_chunk_set_size(output, count);
    if (count === 0) return;
    columns.forEach((column, i) => {
      column.copy(duckdb.data_chunk_get_vector(output, i), state.row, count);
    });
    state.row += count;
  }
}

/** The handle under the connection: the table functions of the high-level package would copy value by value. */
function connectionHandle(connection: DuckDBConnection): duckdb.Connection {
  return (connection as unknown as { connection: duckdb.Connection }).connection;
}
