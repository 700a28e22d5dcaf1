import type { Procedure } from '#core/model/procedure.ts';
import type { ProcedureFacts } from '#server/store/procedureStore.ts';

/** What the list shows of a procedure. */
export function toFacts(procedure: Procedure): ProcedureFacts {
  const { title, number } = procedure.identity;
  return { title, number, stepCount: procedure.steps.length };
}
