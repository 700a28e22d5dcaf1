import { restoreBackup } from '#server/store/backup/restoreBackup.ts';
import type { Environment, ExitCode, Output } from './output.ts';
import { parseFileCommand } from './parseCommand.ts';
import { inWords, summarize, toLocation } from './storage.ts';

/** `alur restore`: puts a backup into the database, all of it or nothing. */
export async function restoreCommand(
  args: readonly string[],
  { out }: Output,
  environment: Environment,
): Promise<ExitCode> {
  const { file, has } = parseFileCommand(args, { texts: [], flags: ['replace'] });
  const location = toLocation(environment);
  const header = await inWords(file, () =>
    restoreBackup(location, file, { replace: has('replace') }),
  );
  out.write(`${file}: ${summarize(header)} restored, as of ${header.madeAt}\n`);
  out.write('Everybody has to sign in again.\n');
  if (header.rows.twoFactor)
    out.write('Codes of authenticators count only under the ALUR_SECRET of the backup.\n');
  return 0;
}
