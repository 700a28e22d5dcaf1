import { describeSimulation } from '#core/simulation/describeSimulation.ts';
import { simulate } from '#core/simulation/simulate.ts';
import { type ExitCode, type Output, printJson } from './output.ts';
import { parseFileCommand } from './parseCommand.ts';
import { readProcedure } from './readFile.ts';

/** `alur simulate`: every way through the procedure with its time, and what each actor has to do. */
export async function simulateCommand(args: readonly string[], output: Output): Promise<ExitCode> {
  const { file, has } = parseFileCommand(args, { texts: [], flags: ['json'] });
  const { procedure } = await readProcedure(file);
  const simulation = simulate(procedure);
  if (has('json')) printJson(output, simulation);
  else output.out.write(describeSimulation(procedure, simulation));
  return 0;
}
