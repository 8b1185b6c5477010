import { parseArgs } from 'node:util';
import type { Command, Io } from './commands/command.js';
import { EXIT, UserError, usageError } from './error.js';
import { mistakeText } from './mistake.js';
import { version } from './project.js';
import { withProgram } from './terminal/program.js';
import { screenOf } from './terminal/screen.js';
import { shownWords, visibleLines } from './terminal/visible.js';

const commands: Record<string, { summary: string; load: () => Promise<{ default: Command }> }> = {
  build: { summary: 'turn a release into a warehouse', load: () => import('./commands/build.js') },
  assemble: {
    summary: 'join the shards of a build into a warehouse',
    load: () => import('./commands/assemble.js'),
  },
  synth: { summary: 'write a synthetic release', load: () => import('./commands/synth.js') },
  sql: { summary: 'query a warehouse (read-only)', load: () => import('./commands/sql.js') },
  info: { summary: 'show what a warehouse holds', load: () => import('./commands/info.js') },
  export: { summary: 'write files that other tools read', load: () => import('./commands/export.js') },
  cite: {
    summary: 'say which rows a query finds, to verify elsewhere',
    load: () => import('./commands/cite.js'),
  },
  check: { summary: 'verify a warehouse', load: () => import('./commands/check.js') },
  reconstruct: {
    summary: 'rebuild the JSON of a scene graph',
    load: () => import('./commands/reconstruct.js'),
  },
  evaluate: {
    summary: 'compare a warehouse with its gold tables',
    load: () => import('./commands/evaluate.js'),
  },
  report: {
    summary: 'write an HTML page that shows what a warehouse holds',
    load: () => import('./commands/report.js'),
  },
  views: { summary: 'write the views for another engine', load: () => import('./commands/views.js') },
  census: {
    summary: 'compare a release with what this project assumes',
    load: () => import('./commands/census.js'),
  },
};

const width = Math.max(...Object.keys(commands).map((name) => name.length));
const overview = `Examples:
  imagenome synth --images 500 --seed 1 --out output/release
  imagenome build output/release --out output/warehouse
  imagenome sql output/warehouse "from report_findings limit 5"

Commands:
${Object.entries(commands)
  .map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`)
  .join('\n')}

  imagenome help COMMAND   shows one with its options
  imagenome --version

Exit codes: 0 done · 1 failed · 2 wrong usage · 3 done, with quarantined rows
`;

/** Runs one command line and gives its exit code; nothing is thrown but what writing to a closed output gives. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await dispatch(argv, io);
  } catch (error) {
    if (isOfOutput(error)) throw error;
    if (!(error instanceof UserError)) {
      io.err.write(mistakeText(error, argv[0] ?? 'help'));
      return EXIT.failed;
    }
    io.err.write(await errorText(error, io));
    return error.exitCode;
  }
}

/** Whether it is the loss of what a command writes to, which the caller knows. */
function isOfOutput(error: unknown): boolean {
  const { code, syscall } = error as NodeJS.ErrnoException;
  return syscall === 'write' || code === 'ERR_STREAM_DESTROYED';
}

async function dispatch(argv: readonly string[], io: Io): Promise<number> {
  const [first, ...rest] = argv;
  if (first === '--version' || first === '-V') return say(io, `${version}\n`);
  if (first === '--help' || first === '-h' || (first === 'help' && rest.length === 0))
    return say(io, overview);
  if (first === undefined) {
    io.err.write(await helpText(overview, io));
    return EXIT.usage;
  }
  const name = first === 'help' ? rest[0]! : first;
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!entry) {
    const names = Object.keys(commands);
    const meant = await suggestion(name, names);
    throw usageError(
      `unknown command '${name}', expected one of ${names.join(', ')}${meant && `;${meant.slice(1)}`}`,
    );
  }
  const command = (await entry.load()).default;
  if (first === 'help' || rest.includes('--help') || rest.includes('-h')) return say(io, `${command.help}\n`);
  const { values, positionals } = await parse(name, command, rest);
  return command.run(values, positionals, io);
}

async function parse(name: string, command: Command, args: string[]) {
  try {
    return parseArgs({ args, options: command.options, allowPositionals: true, strict: true });
  } catch (error) {
    throw usageError(
      `${await optionError(name, command, error as Error)} imagenome help ${name} shows the options.`,
    );
  }
}

/** What is wrong with an option, up to a semicolon. */
async function optionError(name: string, command: Command, { message }: Error): Promise<string> {
  const [, unknown] = /^Unknown option '(-[^']*)'/.exec(message) ?? [];
  if (unknown !== undefined) {
    const known = Object.keys(command.options).map((one) => `--${one}`);
    return `${name}: unknown option '${unknown}'${(await suggestion(unknown, known)) || ''};`;
  }
  const [, option] = /^Option '(--[\w-]+)/.exec(message) ?? [];
  if (option === undefined) return `${name}: ${message.replaceAll('\n', ' ')};`;
  if (/does not take an argument/.test(message)) return `${name} ${option}: expected no value, found one;`;
  if (/argument missing/.test(message)) return `${name} ${option}: expected a value, found none;`;
  return `${name} ${option}: expected a value, found another option; write ${option}=VALUE where a value begins with a hyphen;`;
}

/** `; did you mean …?` where a known word is near. */
async function suggestion(word: string, known: readonly string[]): Promise<string> {
  return (await import('./terminal/suggestion.js')).didYouMean(word, known);
}

/** Help as it is shown: with the commands as they are to be typed here, and no line that a terminal would break. */
async function helpText(text: string, io: Io): Promise<string> {
  const { fittedHelp } = await import('./terminal/help.js');
  const screen = screenOf(io.out, io.env);
  return fittedHelp(shownWords(withProgram(text), screen), screen.columns);
}

async function say(io: Io, text: string): Promise<number> {
  io.out.write(await helpText(text, io));
  return EXIT.done;
}

/** An error on one line; on a terminal it is broken between words, and a command in it stands on lines of its own. */
async function errorText({ message }: UserError, io: Io): Promise<string> {
  const screen = screenOf(io.err, io.env);
  const text = shownWords(visibleLines(withProgram(`imagenome: ${message}`)), screen);
  if (io.err.isTTY !== true) return `${text}\n`;
  const { wrapped } = await import('./terminal/wrap.js');
  const [, words = text, command] = /^(.*?[:;]) ((?:npx )?imagenome (?!help)[a-z]+ .*)$/s.exec(text) ?? [];
  const lines = wrapped(words, screen.columns - 2).map((line, i) => (i === 0 ? line : `  ${line}`));
  return `${[...lines, ...(command ? [`  ${command}`] : [])].join('\n')}\n`;
}
