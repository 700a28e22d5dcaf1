import { checkProcedure } from '#core/rules/checkProcedure.ts';
import { describeFinding } from '#core/rules/describeFinding.ts';
import type { Finding, RuleLevel } from '#core/rules/finding.ts';
import { type ExitCode, type Output, printJson } from './output.ts';
import { parseFileCommand } from './parseCommand.ts';
import { readProcedure } from './readFile.ts';

const levels: Readonly<Record<RuleLevel, string>> = {
  error: 'galat',
  warning: 'peringatan',
  info: 'catatan',
};

/** `alur check`: what the drafting rules find; exit 1 where there are errors. */
export async function checkCommand(args: readonly string[], output: Output): Promise<ExitCode> {
  const { file, has } = parseFileCommand(args, { texts: [], flags: ['json'] });
  const { procedure } = await readProcedure(file);
  const findings = checkProcedure(procedure);
  if (has('json'))
    printJson(output, {
      findings: findings.map((finding) => ({
        ...finding,
        text: describeFinding(procedure, finding),
      })),
    });
  else {
    for (const finding of findings)
      output.out.write(
        `${finding.rule} ${levels[finding.level]}: ${describeFinding(procedure, finding)}\n`,
      );
    output.out.write(`${summarize(findings)}\n`);
  }
  return findings.some(({ level }) => level === 'error') ? 1 : 0;
}

function summarize(findings: readonly Finding[]): string {
  return (['error', 'warning', 'info'] as const)
    .map((level) => `${findings.filter((each) => each.level === level).length} ${levels[level]}`)
    .join(', ');
}
