import { toProcedureFile } from '#core/model/file.ts';
import type { ExitCode, Output } from './output.ts';
import { parseFileCommand, requireOption } from './parseCommand.ts';
import { readProcedure } from './readFile.ts';
import { writeFiles } from './writeFiles.ts';

/** `alur import`: any file that Alur reads as a `.sop.json`; prints what was simplified or lost. */
export async function importCommand(args: readonly string[], { out }: Output): Promise<ExitCode> {
  const { file, text } = parseFileCommand(args, { texts: ['out', 'report'] });
  const path = requireOption(text('out'), 'out');
  const reportPath = text('report');
  const { procedure, report } = await readProcedure(file);
  writeFiles([
    { path, bytes: toJson(toProcedureFile(procedure)) },
    ...(reportPath === undefined ? [] : [{ path: reportPath, bytes: toJson(report) }]),
  ]);
  for (const { place, message } of report) out.write(`${place}: ${message}\n`);
  const { steps, actors } = procedure;
  out.write(`${steps.length} steps, ${actors.length} actors, ${report.length} remarks\n`);
  return 0;
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
