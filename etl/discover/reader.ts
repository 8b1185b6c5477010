import { FileReader } from './file_reader.js';
import type { GraphReader } from './graph_reader.js';
import type { InputLocation } from './input.js';
import { RecordReader } from './record_reader.js';
import { ZipReader } from './zip_reader.js';

/** Opens an input for reading its graphs. */
export function openReader({ kind, path }: InputLocation): GraphReader {
  switch (kind) {
    case 'files':
      return new FileReader(path);
    case 'records':
      return new RecordReader(path);
    case 'zip':
      return new ZipReader(path);
  }
}
