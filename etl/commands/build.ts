import { usageError } from '../error.js';
import type { Command } from './command.js';

const command: Command = {
  summary: 'build',
  help: 'build',
  options: {},
  run() {
    throw usageError('build: in the making');
  },
};

export default command;
