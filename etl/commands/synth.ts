import { usageError } from '../error.js';
import type { Command } from './command.js';

const command: Command = {
  summary: 'synth',
  help: 'synth',
  options: {},
  run() {
    throw usageError('synth: in the making');
  },
};

export default command;
