import { usageError } from '../error.js';
import type { Command } from './command.js';

const command: Command = {
  summary: 'check',
  help: 'check',
  options: {},
  run() {
    throw usageError('check: in the making');
  },
};

export default command;
