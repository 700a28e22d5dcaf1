/** Why a command cannot do what it was asked; printed as one line, exit code 2. */
export class CliProblem extends Error {
  override readonly name = 'CliProblem';
}
