import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { type Member, ZipWriter } from './zip_writer.js';

/** Where the scene graphs of a release go. */
export interface GraphSink {
  add(member: Member): void;
  /** Ends the writing and gives the bytes on disk. */
  end(): number;
}

/** `silver_dataset/scene_graph.zip`, as the dataset ships it. */
export function zipSink(release: string): GraphSink {
  return new ZipWriter(join(release, 'silver_dataset', 'scene_graph.zip'));
}

/** Loose files below `silver_dataset/`, as if the archive had been unpacked. */
export function folderSink(release: string): GraphSink {
  const folder = join(release, 'silver_dataset');
  mkdirSync(join(folder, 'scene_graph'), { mode: 0o700 });
  let bytes = 0;
  return {
    add: ({ name, packed, size, isLink }) => {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      if (isLink) return symlinkSync('absent.json', path);
      writeFileSync(path, size === 0 ? '' : inflateRawSync(packed), { mode: 0o600, flag: 'wx' });
      bytes += size;
    },
    end: () => bytes,
  };
}
