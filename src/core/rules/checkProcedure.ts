import type { Procedure } from '#core/model/procedure.ts';
import { checkActivities } from './activityRules.ts';
import { checkActorColumns } from './actorRules.ts';
import { type Finding, RULE_IDS } from './finding.ts';
import { checkFlow } from './flowRules.ts';
import { checkIdentity, type KnownProcedure } from './identityRules.ts';
import { checkQuality } from './qualityRules.ts';
import { checkSize } from './sizeRules.ts';

/** Everything that the drafting rules of docs/rules.md find, in their order. */
export function checkProcedure(
  procedure: Procedure,
  known?: readonly KnownProcedure[],
): readonly Finding[] {
  const findings = [
    ...checkActivities(procedure),
    ...checkActorColumns(procedure),
    ...checkFlow(procedure),
    ...checkQuality(procedure),
    ...checkIdentity(procedure, known),
    ...checkSize(procedure),
  ];
  return findings.sort((a, b) => RULE_IDS.indexOf(a.rule) - RULE_IDS.indexOf(b.rule));
}
