import { rescueAccount } from '#server/auth/rescueAccount.ts';
import { CliProblem } from './cliProblem.ts';
import type { Environment, ExitCode, Output } from './output.ts';
import { parseCommand } from './parseCommand.ts';
import { inWords, toLocation } from './storage.ts';

/** `alur rescue`: a way in for an account that has lost its password or its second factor. */
export async function rescueCommand(
  args: readonly string[],
  { out }: Output,
  environment: Environment,
): Promise<ExitCode> {
  const { positionals, has } = parseCommand(args, {
    texts: [],
    flags: ['password', 'second-factor'],
  });
  const [email, ...more] = positionals;
  if (email === undefined) throw new CliProblem('EMAIL is missing; see alur --help');
  if (more.length > 0) throw new CliProblem(`one EMAIL only, not also "${more[0]}"`);
  const lost = { password: has('password'), secondFactor: has('second-factor') };
  if (!lost.password && !lost.secondFactor)
    throw new CliProblem('say what was lost: --password, --second-factor, or both');
  const location = toLocation(environment);
  const rescued = await inWords(email, () => rescueAccount(location, email, lost));
  if (!rescued) throw new CliProblem(`there is no account ${email}`);
  if (rescued.initialPassword)
    out.write(`First password, for seven days: ${rescued.initialPassword}\n`);
  if (lost.secondFactor) out.write('The second factor was taken off.\n');
  out.write(`${email} has to sign in again.\n`);
  return 0;
}
