import type { Procedure } from '#core/model/procedure.ts';
import type { Finding } from './finding.ts';

const MOST_STEPS = 15;
const MOST_ACTORS = 8;

/** L1 and L2: whether the procedure has the right size. */
export function checkSize({ steps, actors }: Procedure): readonly Finding[] {
  const acting = new Set(steps.flatMap((step) => step.symbols.map(({ actor }) => actor)));
  const place = { kind: 'procedure' } as const;
  const findings: Finding[] = [];
  if (steps.length > 0 && acting.size < 2)
    findings.push({ rule: 'L1', level: 'info', place, message: 'few-actors' });
  if (steps.length > MOST_STEPS)
    findings.push({
      rule: 'L2',
      level: 'info',
      place,
      message: 'many-steps',
      parameters: { count: steps.length },
    });
  if (actors.length > MOST_ACTORS)
    findings.push({
      rule: 'L2',
      level: 'info',
      place,
      message: 'many-actors',
      parameters: { count: actors.length },
    });
  return findings;
}
