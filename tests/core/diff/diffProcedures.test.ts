import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyDiff } from '#core/diff/applyDiff.ts';
import { diffProcedures, isEmptyDiff } from '#core/diff/diffProcedures.ts';
import { applyEdit } from '#core/edit/applyEdit.ts';
import type { Edit } from '#core/edit/edit.ts';
import { toProcedureFile } from '#core/model/file.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { arbitraryLater } from '#tests/support/arbitraryEdit.ts';
import { arbitraryProcedure } from '#tests/support/arbitraryProcedure.ts';
import { readExample } from '#tests/support/examples.ts';

describe('diffProcedures', () => {
  it('leads from any state of a procedure to any other', () => {
    fc.assert(
      fc.property(arbitraryLater, arbitraryLater, (before, after) => {
        expect(applyDiff(before, diffProcedures(before, after))).toEqual(after);
      }),
      { numRuns: 150 },
    );
  });

  it('leads from any procedure to any other, whatever their ids', () => {
    const bounds = { steps: { most: 8 }, actors: { most: 5 } };
    fc.assert(
      fc.property(arbitraryProcedure(bounds), arbitraryProcedure(bounds), (before, after) => {
        expect(applyDiff(before, diffProcedures(before, after))).toEqual(after);
      }),
      { numRuns: 60 },
    );
  });

  it('is empty, and plain JSON, between equals', () => {
    fc.assert(
      fc.property(arbitraryLater, (procedure) => {
        const diff = diffProcedures(procedure, structuredClone(procedure));

        expect(isEmptyDiff(diff)).toBe(true);
        expect(JSON.parse(JSON.stringify(diff))).toEqual(diff);
      }),
      { numRuns: 30 },
    );
  });

  it('tells of one moved step, not of all whose numbers change', () => {
    const before = readExample('permohonan-informasi-publik');
    const step = before.steps[9];
    const place = { before: before.steps[2]?.id ?? '' };
    const after = edited(before, { type: 'moveStep', step: step?.id ?? '', place });

    const diff = diffProcedures(before, after);

    expect(diff.steps).toEqual({
      removed: [],
      added: [],
      moved: [{ id: step?.id, from: 9, to: 2 }],
      changed: [],
    });
    expect(diff.symbols).toEqual({ removed: [], added: [], moved: [], changed: [] });
  });

  it('names the one text that was written', () => {
    const before = readExample('permohonan-informasi-publik');
    const [step] = before.steps;
    const after: Procedure = {
      ...before,
      steps: before.steps.map((each) =>
        each === step ? { ...each, duration: '1 hari kerja' } : each,
      ),
    };

    const diff = diffProcedures(before, after);

    expect(diff.steps.changed).toEqual([
      {
        id: step?.id,
        before: { duration: step?.duration },
        after: { duration: '1 hari kerja' },
      },
    ]);
    expect(isEmptyDiff({ ...diff, steps: { ...diff.steps, changed: [] } })).toBe(true);
  });

  it('recognises what has other ids by what it says', () => {
    const before = readExample('permohonan-informasi-publik');
    const text = JSON.stringify(toProcedureFile(before));
    const renamed = JSON.parse(text.replaceAll(/"(id|from|to|actor)":"/g, '"$1":"x-'));
    const after: Procedure = { ...before, ...renamed, settings: before.settings };

    const { steps, actors, symbols, flows } = diffProcedures(before, after);

    for (const { removed, added, moved, changed } of [steps, actors, symbols, flows])
      expect([...removed, ...added, ...moved, ...changed]).toEqual([]);
  });

  it('refuses to apply what belongs to another procedure', () => {
    const before = readExample('permohonan-informasi-publik');
    const after = { ...before, steps: [...before.steps.slice(1), ...before.steps.slice(0, 1)] };

    expect(() => applyDiff({ ...before, steps: [] }, diffProcedures(before, after))).toThrow(
      RangeError,
    );
  });
});

function edited(procedure: Procedure, edit: Edit): Procedure {
  const result = applyEdit(procedure, edit);
  if (!result.ok) throw new RangeError(`Rejected: ${result.rejection.code}`);
  return result.procedure;
}
