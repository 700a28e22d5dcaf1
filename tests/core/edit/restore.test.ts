import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { applyEdit } from '#core/edit/applyEdit.ts';
import { toRestoreEdit } from '#core/edit/restore.ts';
import { toProcedureFile } from '#core/model/file.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { EditHistory } from '#document/editHistory.ts';
import { ProcedureDocument, writeProcedure } from '#document/procedureDocument.ts';
import { arbitraryLater } from '#tests/support/arbitraryEdit.ts';

describe('toRestoreEdit', () => {
  it('makes any state of a procedure into any other', () => {
    fc.assert(
      fc.property(arbitraryLater, arbitraryLater, (current, target) => {
        const result = applyEdit(current, toRestoreEdit(current, target));

        expect(result).toEqual({ ok: true, procedure: target });
      }),
      { numRuns: 100 },
    );
  });

  it('does nothing where nothing is different', () => {
    fc.assert(
      fc.property(arbitraryLater, (procedure) => {
        const target: Procedure = structuredClone(procedure);

        expect(toRestoreEdit(procedure, target)).toEqual({ type: 'batch', edits: [] });
      }),
      { numRuns: 30 },
    );
  });

  it('is one step of the history, in the shared document too', () => {
    fc.assert(
      fc.property(arbitraryLater, arbitraryLater, (current, target) => {
        fc.pre(JSON.stringify(current) !== JSON.stringify(target));
        const doc = new Y.Doc();
        writeProcedure(doc, current);
        const document = new ProcedureDocument(doc);
        const history = new EditHistory(document);
        const before = toProcedureFile(document.read());

        history.apply(toRestoreEdit(document.read(), target));
        expect(toProcedureFile(document.read())).toEqual(toProcedureFile(target));
        history.undo();

        expect(toProcedureFile(document.read())).toEqual(before);
        expect(history.state.canUndo).toBe(false);
      }),
      { numRuns: 50 },
    );
  });
});
