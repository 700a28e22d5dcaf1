import { CliProblem } from './cliProblem.ts';
import { help } from './help.ts';
import type { Environment, ExitCode, Output } from './output.ts';

type Command = (
  args: readonly string[],
  output: Output,
  environment: Environment,
) => Promise<ExitCode>;

/** Each is loaded when it is wanted: no command waits for the libraries of another. */
const commands: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['export', async () => (await import('./exportCommand.ts')).exportCommand],
  ['import', async () => (await import('./importCommand.ts')).importCommand],
  ['check', async () => (await import('./checkCommand.ts')).checkCommand],
  ['simulate', async () => (await import('./simulateCommand.ts')).simulateCommand],
  ['diff', async () => (await import('./diffCommand.ts')).diffCommand],
  ['layout', async () => (await import('./layoutCommand.ts')).layoutCommand],
  ['backup', async () => (await import('./backupCommand.ts')).backupCommand],
  ['rescue', async () => (await import('./rescueCommand.ts')).rescueCommand],
  ['restore', async () => (await import('./restoreCommand.ts')).restoreCommand],
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
    const load = commands.get(name);
    if (!load) throw new CliProblem(toUnknown(name));
    const command = await load();
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
