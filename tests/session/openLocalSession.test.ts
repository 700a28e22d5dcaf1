import { describe, expect, it } from 'vitest';
import { openLocalSession } from '#session/openLocalSession.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

describe('openLocalSession', () => {
  it('selects again what was selected before the gesture that is undone', () => {
    const session = openLocalSession(smallProcedure());
    session.select([
      { kind: 'symbol', id: 's2' },
      { kind: 'symbol', id: 's3' },
    ]);
    session.apply({ type: 'removeStep', step: 'sign' });
    session.select([{ kind: 'actor', id: 'staff' }]);

    session.undo();
    expect(session.selection.get().map(({ id }) => id)).toEqual(['s2', 's3']);
    session.redo();
    expect(session.selection.get().map(({ id }) => id)).toEqual(['staff']);
    session.close();
  });

  it('applies, undoes and redoes an edit', () => {
    const session = openLocalSession(smallProcedure());
    const before = session.procedure.get();

    const result = session.apply({ type: 'removeStep', step: 'check' });
    const after = session.procedure.get();

    expect(result).toEqual({ ok: true, procedure: after });
    expect(after.steps.map((step) => step.id)).toEqual(['receive', 'sign', 'file']);
    expect(session.undoState.get()).toMatchObject({ canUndo: true, canRedo: false });

    session.undo();
    expect(session.procedure.get()).toEqual(before);
    expect(session.undoState.get()).toMatchObject({ canUndo: false, canRedo: true });

    session.redo();
    expect(session.procedure.get()).toEqual(after);
    session.close();
  });

  it('takes no edits from a viewer', () => {
    const session = openLocalSession(smallProcedure(), { role: 'viewer' });

    const result = session.apply({ type: 'removeStep', step: 'check' });

    expect(result).toMatchObject({ ok: false, rejection: { code: 'read-only' } });
    expect(session.procedure.get()).toEqual(smallProcedure());
    session.close();
  });

  it('no longer selects what somebody deletes', () => {
    const session = openLocalSession(smallProcedure());
    session.select([
      { kind: 'symbol', id: 's2' },
      { kind: 'step', id: 'file' },
    ]);

    session.document.apply({ type: 'removeStep', step: 'check' });

    expect(session.selection.get()).toEqual([{ kind: 'step', id: 'file' }]);
    expect(session.presence.get().selection).toEqual([{ kind: 'step', id: 'file' }]);
    session.close();
  });
});
