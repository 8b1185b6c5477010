#!/usr/bin/env node
import { EXIT } from './error.js';
import { main } from './main.js';

/** A reader that went away (`| head`) is no error. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(EXIT.done);
}

process.stdout.on('error', ignoreClosedPipe);
process.exitCode = await main(process.argv.slice(2), {
  out: process.stdout,
  err: process.stderr,
  env: process.env,
});
