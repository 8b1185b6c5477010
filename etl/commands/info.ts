import { usageError } from '../error.js';
import type { Command } from './command.js';

const command: Command = {
  summary: 'info',
  help: 'info',
  options: {},
  run() {
    throw usageError('info: in the making');
  },
};

export default command;
