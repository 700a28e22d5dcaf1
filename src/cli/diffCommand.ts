import { describeChanges } from '#core/diff/describeChanges.ts';
import { diffProcedures, isEmptyDiff } from '#core/diff/diffProcedures.ts';
import { listChanges } from '#core/diff/listChanges.ts';
import { type ExitCode, type Output, printJson } from './output.ts';
import { parseFilePair } from './parseCommand.ts';
import { readProcedure } from './readFile.ts';

/** `alur diff`: what changed between two files; exit 1 where anything did. */
export async function diffCommand(args: readonly string[], output: Output): Promise<ExitCode> {
  const { files, has } = parseFilePair(args, { texts: [], flags: ['json'] });
  const [{ procedure: before }, { procedure: after }] = [
    await readProcedure(files[0]),
    await readProcedure(files[1]),
  ];
  const diff = diffProcedures(before, after);
  if (has('json')) printJson(output, diff);
  else output.out.write(describeChanges(listChanges(before, after)));
  return isEmptyDiff(diff) ? 0 : 1;
}
