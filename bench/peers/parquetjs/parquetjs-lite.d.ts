declare module 'parquetjs-lite' {
  /** A column: `type` is a Parquet or converted type, `repeated` makes it a list. */
  export interface Field {
    readonly type: string;
    readonly optional?: boolean;
    readonly repeated?: boolean;
    readonly compression?: string;
  }

  class ParquetSchema {
    constructor(fields: Readonly<Record<string, Field>>);
  }

  class ParquetWriter {
    static openFile(schema: ParquetSchema, path: string): Promise<ParquetWriter>;
    appendRow(row: Readonly<Record<string, unknown>>): Promise<void>;
    close(): Promise<void>;
  }

  const parquet: {
    readonly ParquetSchema: typeof ParquetSchema;
    readonly ParquetWriter: typeof ParquetWriter;
  };
  export default parquet;
}
