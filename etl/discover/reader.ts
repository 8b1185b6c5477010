import { LIMITS, type Limits } from '../limits.js';
import { FileReader } from './file_reader.js';
import type { GraphReader } from './graph_reader.js';
import type { InputLocation } from './input.js';
import { RecordReader } from './record_reader.js';
import { ZipReader } from './zip_reader.js';

/** Opens an input for reading its graphs. */
export function openReader({ kind, path }: InputLocation, limits: Limits = LIMITS): GraphReader {
  switch (kind) {
    case 'files':
      return new FileReader(path, limits);
    case 'records':
      return new RecordReader(path, limits);
    case 'zip':
      return new ZipReader(path, limits);
  }
}
