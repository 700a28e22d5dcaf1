import { applyEdit } from '#core/edit/applyEdit.ts';
import type { Edit, RejectionCode } from '#core/edit/edit.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { smallProcedure } from './smallProcedure.ts';

/** The procedure after edits that must be possible; by default of the small one. */
export function edited(edits: Edit | readonly Edit[], procedure = smallProcedure()): Procedure {
  let current = procedure;
  for (const edit of [edits].flat()) {
    const result = applyEdit(current, edit);
    if (!result.ok) throw new RangeError(`${edit.type}: ${result.rejection.message}`);
    current = result.procedure;
  }
  return current;
}

/** Why an edit is impossible; undefined when it is possible. */
export function rejectionOf(edit: Edit, procedure = smallProcedure()): RejectionCode | undefined {
  const result = applyEdit(procedure, edit);
  return result.ok ? undefined : result.rejection.code;
}

/** The arrows as `s1 > s2 Ya`, in document order. */
export function arrowsOf({ flows }: Procedure): readonly string[] {
  return flows.map(({ from, to, label }) => `${from} > ${to}${label ? ` ${label}` : ''}`);
}

export function stepsOf({ steps }: Procedure): readonly string[] {
  return steps.map((step) => step.id);
}

/** The symbols of each row: `receive: s1@staff`. */
export function symbolsOf({ steps }: Procedure): readonly string[] {
  return steps.map(
    ({ id, symbols }) => `${id}: ${symbols.map((each) => `${each.id}@${each.actor}`).join(' ')}`,
  );
}
