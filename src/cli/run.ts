import { backupCommand } from './backupCommand.ts';
import { checkCommand } from './checkCommand.ts';
import { CliProblem } from './cliProblem.ts';
import { exportCommand } from './exportCommand.ts';
import { help } from './help.ts';
import { importCommand } from './importCommand.ts';
import { layoutCommand } from './layoutCommand.ts';
import type { Environment, ExitCode, Output } from './output.ts';
import { restoreCommand } from './restoreCommand.ts';
import { simulateCommand } from './simulateCommand.ts';

type Command = (
  args: readonly string[],
  output: Output,
  environment: Environment,
) => Promise<ExitCode>;

const commands: ReadonlyMap<string, Command> = new Map([
  ['export', exportCommand],
  ['import', importCommand],
  ['check', checkCommand],
  ['simulate', simulateCommand],
  ['layout', layoutCommand],
  ['backup', backupCommand],
  ['restore', restoreCommand],
]);

/** Runs one command of `alur`; a `CliProblem` becomes one line on standard error and exit code 2. */
export async function run(
  args: readonly string[],
  output: Output,
  environment: Environment,
): Promise<ExitCode> {
  const [name = '', ...rest] = args;
  if (args.some((arg) => arg === '--help' || arg === '-h') || name === 'help') {
    output.out.write(help);
    return 0;
  }
  try {
    const command = commands.get(name);
    if (!command) throw new CliProblem(toUnknown(name));
    return await command(rest, output, environment);
  } catch (error) {
    if (!(error instanceof CliProblem)) throw error;
    output.err.write(`alur: ${error.message.replaceAll('\n', ' ')}\n`);
    return 2;
  }
}

function toUnknown(name: string): string {
  return name === ''
    ? 'say what to do; see alur --help'
    : `"${name}" is no command; see alur --help`;
}
