import { usageError } from '../error.js';
import type { Command } from './command.js';

const command: Command = {
  summary: 'sql',
  help: 'sql',
  options: {},
  run() {
    throw usageError('sql: in the making');
  },
};

export default command;
