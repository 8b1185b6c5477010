import { createReadStream, writeSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { UserError } from '../error.js';
import { LIMITS, type Limits, mostUnpacked } from '../limits.js';

/**
 * Unpacks a gzip file into an open one, and gives the code of the error where it breaks off; what stands before that is unpacked.
 * @throws UserError when it unpacks to far more than scene graphs do
 */
export async function unpack(
  path: string,
  to: number,
  name: string,
  limits: Limits = LIMITS,
): Promise<string | undefined> {
  const { size } = await stat(path);
  const limit = mostUnpacked(limits, size);
  try {
    await pipeline(createReadStream(path), createGunzip(), bounded(limit, name), writerOf(to));
    return undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!String(code).startsWith('Z_') && code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
    return code;
  }
}

/** Writes to an open file and leaves it open, whatever happens: a stream of node closes it when the pipeline fails. */
function writerOf(file: number): Writable {
  return new Writable({
    write(chunk: Buffer, _, done) {
      try {
        for (let at = 0; at < chunk.length; ) at += writeSync(file, chunk, at);
        done();
      } catch (error) {
        done(error as Error);
      }
    },
  });
}

function bounded(limit: number, name: string): Transform {
  let total = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      total += chunk.length;
      if (total <= limit) return done(null, chunk);
      done(
        new UserError(
          `${name}: expected at most ${limit} bytes when unpacked, found more; ` +
            'where that is right, allow it with --max-unpacked, or unpack it yourself and give the unpacked file.',
        ),
      );
    },
  });
}
