import { Writable } from 'node:stream';
import type { ScreenStream } from './screen.js';
import { shownWords } from './visible.js';

/** A terminal for programs that write beyond ASCII, where it has ASCII only: what they write comes out as near as it can. */
export class AsciiStream extends Writable {
  readonly isTTY: boolean;

  constructor(private readonly stream: ScreenStream) {
    super({ decodeStrings: false });
    this.isTTY = stream.isTTY === true;
  }

  get columns(): number | undefined {
    return this.stream.columns;
  }

  get rows(): number | undefined {
    return (this.stream as { rows?: number }).rows;
  }

  override _write(chunk: string | Buffer, _: BufferEncoding, done: (error?: Error | null) => void): void {
    this.stream.write(shownWords(String(chunk), { isAscii: true }), done);
  }
}
