import { writeBackup } from '#server/store/backup/writeBackup.ts';
import type { Environment, ExitCode, Output } from './output.ts';
import { parseOptions, requireOption } from './parseCommand.ts';
import { inWords, summarize, toLocation } from './storage.ts';

/** `alur backup`: everything that the server keeps, as one file; the server may run. */
export async function backupCommand(
  args: readonly string[],
  { out }: Output,
  environment: Environment,
): Promise<ExitCode> {
  const { text } = parseOptions(args, { texts: ['out'] });
  const path = requireOption(text('out'), 'out');
  const location = toLocation(environment);
  const header = await inWords(path, () => writeBackup(location, path));
  out.write(`${path}: ${summarize(header)}\n`);
  return 0;
}
