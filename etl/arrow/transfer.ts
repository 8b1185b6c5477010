import {
  Bool,
  type Data,
  DataType,
  Dictionary,
  Field,
  Float64,
  Int32,
  List,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  TimestampMicrosecond,
  Uint8,
  Uint16,
  Uint32,
  Utf8,
  Vector,
} from 'apache-arrow';

/** An Arrow table of one batch as plain objects and typed arrays: structured cloning takes no others across threads. */
export interface TableMessage {
  readonly length: number;
  readonly columns: readonly {
    readonly name: string;
    readonly domain: string | undefined;
    readonly data: DataMessage;
  }[];
}

interface DataMessage {
  readonly type: keyof typeof plainTypes | 'list' | 'dictionary';
  readonly length: number;
  readonly nullCount: number;
  readonly nullBitmap: Uint8Array | undefined;
  readonly values: ArrayBufferView | undefined;
  readonly valueOffsets: Int32Array | undefined;
  /** Of a list its elements, of a dictionary its values: one object for all columns that share them. */
  readonly child: DataMessage | undefined;
}

const plainTypes = {
  int32: new Int32(),
  float64: new Float64(),
  bool: new Bool(),
  timestamp: new TimestampMicrosecond(),
  utf8: new Utf8(),
};

/** Takes tables apart; their buffers, which must be theirs alone, can be moved with the message. */
export class TableSender {
  readonly #dictionaries = new Map<Vector, DataMessage>();
  readonly #buffers = new Set<ArrayBuffer>();

  /** The table as a message. */
  messageOf(table: Table): TableMessage {
    const columns = table.schema.fields.map(({ name, metadata }, i) => ({
      name,
      domain: metadata.get('domain'),
      data: this.#dataMessage(table.getChildAt(i)!.data[0]!),
    }));
    return { length: table.numRows, columns };
  }

  /** The buffers of all messages so far, each once. */
  get moved(): ArrayBuffer[] {
    return [...this.#buffers];
  }

  #dataMessage(data: Data): DataMessage {
    return {
      type: typeOf(data.type),
      length: data.length,
      nullCount: data.nullCount,
      nullBitmap: data.nullCount > 0 ? this.#moved(data.nullBitmap) : undefined,
      values: this.#moved(data.values as ArrayBufferView | undefined),
      valueOffsets: this.#moved(data.valueOffsets as Int32Array | undefined),
      child: this.#childOf(data),
    };
  }

  #childOf(data: Data): DataMessage | undefined {
    if (!data.dictionary) return data.children[0] && this.#dataMessage(data.children[0]);
    let message = this.#dictionaries.get(data.dictionary);
    if (!message) {
      message = this.#dataMessage(data.dictionary.data[0]!);
      this.#dictionaries.set(data.dictionary, message);
    }
    return message;
  }

  #moved<A extends ArrayBufferView | undefined>(array: A): A {
    if (!array || array.byteLength === 0) return array;
    if (array.byteLength < array.buffer.byteLength)
      throw new Error('a buffer that is shared cannot be moved');
    this.#buffers.add(array.buffer as ArrayBuffer);
    return array;
  }
}

function typeOf(type: DataType): DataMessage['type'] {
  if (DataType.isDictionary(type)) return 'dictionary';
  if (DataType.isList(type)) return 'list';
  if (DataType.isUtf8(type)) return 'utf8';
  if (DataType.isBool(type)) return 'bool';
  if (DataType.isTimestamp(type)) return 'timestamp';
  return DataType.isFloat(type) ? 'float64' : 'int32';
}

/** Puts the tables of one message together again, which share their dictionaries as before. */
export class TableReceiver {
  readonly #dictionaries = new Map<DataMessage, Vector>();

  tableOf({ length, columns }: TableMessage): Table {
    const children = columns.map(({ data }) => this.#dataOf(data));
    const fields = columns.map(
      ({ name, domain }, i) =>
        new Field(name, children[i]!.type, true, new Map(domain === undefined ? [] : [['domain', domain]])),
    );
    const schema = new Schema(fields);
    const struct = makeData({ type: new Struct(fields), length, nullCount: 0, children });
    return new Table(schema, [new RecordBatch(schema, struct)]);
  }

  #dataOf(message: DataMessage): Data {
    const { type, child, values, ...data } = message;
    if (type === 'list') {
      const elements = this.#dataOf(child!);
      const list = new List(new Field('element', elements.type, true));
      return makeData({ type: list, ...data, child: elements } as never);
    }
    if (type === 'dictionary') {
      const dictionary = this.#dictionaryOf(child!);
      const index = new Dictionary(dictionary.type, indexType(values as Indexes));
      return makeData({ type: index, ...data, data: values, dictionary } as never);
    }
    return makeData({ type: plainTypes[type], ...data, data: values } as never);
  }

  #dictionaryOf(message: DataMessage): Vector {
    let vector = this.#dictionaries.get(message);
    if (!vector) {
      vector = new Vector([this.#dataOf(message)]);
      this.#dictionaries.set(message, vector);
    }
    return vector;
  }
}

type Indexes = Uint8Array | Uint16Array | Uint32Array;

function indexType({ BYTES_PER_ELEMENT }: Indexes) {
  return BYTES_PER_ELEMENT === 1 ? new Uint8() : BYTES_PER_ELEMENT === 2 ? new Uint16() : new Uint32();
}
