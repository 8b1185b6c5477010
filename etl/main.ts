import { parseArgs } from 'node:util';
import type { Command, Io } from './commands/command.js';
import { EXIT, UserError, usageError } from './error.js';
import { version } from './project.js';

const commands: Record<string, { summary: string; load: () => Promise<{ default: Command }> }> = {
  build: { summary: 'turn a release into a warehouse', load: () => import('./commands/build.js') },
  synth: { summary: 'write a synthetic release', load: () => import('./commands/synth.js') },
  sql: { summary: 'query a warehouse (read-only)', load: () => import('./commands/sql.js') },
  info: { summary: 'show what a warehouse holds', load: () => import('./commands/info.js') },
  check: { summary: 'verify a warehouse', load: () => import('./commands/check.js') },
  census: {
    summary: 'compare a release with what this project assumes',
    load: () => import('./commands/census.js'),
  },
};

const width = Math.max(...Object.keys(commands).map((name) => name.length));
const overview = `Examples:
  imagenome synth --images 500 --seed 1 --out output/release
  imagenome build output/release --out output/warehouse
  imagenome sql output/warehouse "select * from report_findings limit 5"

Commands:
${Object.entries(commands)
  .map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`)
  .join('\n')}

  imagenome help COMMAND   shows one with its options
  imagenome --version

Exit codes: 0 done · 1 failed · 2 wrong usage · 3 done, something was quarantined
`;

/** Runs one command line and gives its exit code; nothing but a bug is thrown. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await dispatch(argv, io);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    io.err.write(`imagenome: ${error.message}\n`);
    return error.exitCode;
  }
}

async function dispatch(argv: readonly string[], io: Io): Promise<number> {
  const [first, ...rest] = argv;
  if (first === '--version' || first === '-V') return say(io, `${version}\n`);
  if (first === '--help' || first === '-h' || (first === 'help' && rest.length === 0))
    return say(io, overview);
  if (first === undefined) {
    io.err.write(overview);
    return EXIT.usage;
  }
  const name = first === 'help' ? rest[0]! : first;
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!entry)
    throw usageError(`unknown command '${name}', expected one of ${Object.keys(commands).join(', ')}`);
  const command = (await entry.load()).default;
  if (first === 'help' || rest.includes('--help') || rest.includes('-h')) return say(io, `${command.help}\n`);
  const { values, positionals } = parse(name, command, rest);
  return command.run(values, positionals, io);
}

function parse(name: string, command: Command, args: string[]) {
  try {
    return parseArgs({ args, options: command.options, allowPositionals: true, strict: true });
  } catch (error) {
    throw usageError(`${(error as Error).message}\nimagenome help ${name} shows the options.`);
  }
}

function say(io: Io, text: string): number {
  io.out.write(text);
  return EXIT.done;
}
