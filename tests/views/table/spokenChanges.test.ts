import { describe, expect, it } from 'vitest';
import { applyEdit } from '#core/edit/applyEdit.ts';
import type { Edit } from '#core/edit/edit.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { OthersChanges } from '#views/table/spokenChanges.ts';

describe('OthersChanges', () => {
  it('says each step once, by the number that it has in the end', () => {
    expect(
      said([
        { type: 'setText', target: { of: 'step', step: 'sign', field: 'notes' }, text: 'a' },
        { type: 'setText', target: { of: 'step', step: 'sign', field: 'notes' }, text: 'ab' },
        {
          type: 'addStep',
          step: { id: 'new', symbols: [] },
          place: { before: 'receive' },
        },
      ]),
    ).toEqual([
      { what: 'added', number: 1 },
      { what: 'changed', number: 4 },
    ]);
  });

  it('counts a step whose arrow leads elsewhere as changed', () => {
    expect(said([{ type: 'retargetFlow', flow: 'f3', end: 'to', symbol: 's4' }])).toEqual([
      { what: 'changed', number: 2 },
    ]);
  });

  it('says nothing of a step that came and went', () => {
    expect(
      said([
        { type: 'addStep', step: { id: 'new', symbols: [] }, place: { at: 'end' } },
        { type: 'removeStep', step: 'new' },
      ]),
    ).toEqual([]);
  });

  it('says what went, what moved and what changed beside the steps', () => {
    expect(
      said([
        { type: 'moveStep', step: 'file', place: { before: 'sign' } },
        { type: 'setText', target: { of: 'title' }, text: 'Surat' },
        { type: 'removeActor', actor: 'secretary' },
      ]),
    ).toEqual(
      expect.arrayContaining([{ what: 'moved' }, { what: 'identity' }, { what: 'actors' }]),
    );
    expect(said([{ type: 'removeStep', step: 'file' }])).toEqual(
      expect.arrayContaining([{ what: 'removed', count: 1 }]),
    );
  });
});

function said(edits: readonly Edit[]) {
  const changes = new OthersChanges();
  let procedure: Procedure = smallProcedure();
  for (const edit of edits) {
    const result = applyEdit(procedure, edit);
    if (!result.ok) throw new RangeError(result.rejection.message);
    changes.add(procedure, result.procedure);
    procedure = result.procedure;
  }
  return changes.take(procedure);
}
