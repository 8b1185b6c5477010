import { openSync, readFileSync, readSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { inflateRawSync } from 'node:zlib';
import { type GraphPlace, LOCAL_HEADER } from './source.js';

const { input, graphs } = workerData as { input: string; graphs: readonly GraphPlace[] };
const zip = input.endsWith('.zip') ? openSync(input, 'r') : undefined;
let parsed = 0;
for (const place of graphs) {
  const text = 'path' in place ? readFileSync(place.path, 'utf8') : inflated(place.start, place.packed);
  if (JSON.parse(text).image_id) parsed++;
}
parentPort!.postMessage(parsed);

function inflated(start: number, packed: number): string {
  const header = Buffer.allocUnsafe(LOCAL_HEADER);
  readSync(zip!, header, 0, LOCAL_HEADER, start);
  const data = Buffer.allocUnsafe(packed);
  const skipped = LOCAL_HEADER + header.readUInt16LE(26) + header.readUInt16LE(28);
  readSync(zip!, data, 0, packed, start + skipped);
  return inflateRawSync(data).toString('utf8');
}
