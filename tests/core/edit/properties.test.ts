import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '#core/edit/applyEdit.ts';
import type { Edit } from '#core/edit/edit.ts';
import { toProcedureFile } from '#core/model/file.ts';
import { parseProcedureFile } from '#core/model/parse.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { arbitraryDay, toEdit } from '#tests/support/arbitraryEdit.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

/** Plays a random day and looks at each step of it. */
function everyEdit(check: (before: Procedure, edit: Edit) => void): void {
  fc.assert(
    fc.property(arbitraryDay, (day) => {
      let procedure = smallProcedure();
      let ids = 0;
      for (const choices of day) {
        const edit = toEdit(choices, procedure, () => `n${++ids}`);
        check(procedure, edit);
        const result = applyEdit(procedure, edit);
        if (result.ok) procedure = result.procedure;
      }
    }),
    { numRuns: 50 },
  );
}

describe('applyEdit', () => {
  it('never makes a procedure that could not be a file', () => {
    everyEdit((before, edit) => {
      const result = applyEdit(before, edit);
      if (!result.ok) return;
      expect(parseProcedureFile(toProcedureFile(result.procedure))).toEqual({
        ok: true,
        procedure: result.procedure,
      });
    });
  });

  it('leaves what does not change as it was', () => {
    everyEdit((before, edit) => {
      // Parts of a batch may cancel each other and leave an equal copy behind.
      const result = applyEdit(before, edit);
      if (!result.ok || edit.type === 'batch') return;
      const after = result.procedure;
      for (const list of ['actors', 'steps', 'flows'] as const) {
        const known = new Map(before[list].map((part) => [part.id, part]));
        for (const part of after[list])
          if (JSON.stringify(known.get(part.id)) === JSON.stringify(part))
            expect(known.get(part.id)).toBe(part);
      }
      if (JSON.stringify(before.identity) === JSON.stringify(after.identity))
        expect(after.identity).toBe(before.identity);
    });
  });

  it('changes nothing of what it was given, and says the same again', () => {
    everyEdit((before, edit) => {
      const copy = structuredClone({ before, edit });

      const first = applyEdit(before, edit);

      expect({ before, edit }).toEqual(copy);
      expect(applyEdit(copy.before, copy.edit)).toEqual(first);
    });
  });

  it('survives being sent as JSON', () => {
    everyEdit((before, edit) => {
      const sent = JSON.parse(JSON.stringify(edit)) as Edit;

      expect(applyEdit(before, sent)).toEqual(applyEdit(before, edit));
    });
  });
});
