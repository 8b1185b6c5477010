#!/usr/bin/env node
import { watchSignals } from './commands/interrupt.js';
import { Outputs } from './commands/outputs.js';
import { EXIT } from './error.js';
import { main } from './main.js';

process.exitCode = EXIT.failed; // until the command has said otherwise
watchSignals();
const outputs = new Outputs({ out: process.stdout, err: process.stderr, env: process.env });
process.exitCode = await outputs.codeOf(() => main(process.argv.slice(2), outputs.io));
// What was asked for is done by now. Something that goes on all the same, such as what shows progress, does not keep the process.
setTimeout(() => process.exit(), 5000).unref();
