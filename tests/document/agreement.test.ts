import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { applyEdit } from '#core/edit/applyEdit.ts';

import { toProcedureFile } from '#core/model/file.ts';
import { parseProcedureFile } from '#core/model/parse.ts';
import { ProcedureDocument, readProcedure, writeProcedure } from '#document/procedureDocument.ts';
import { arbitraryDay, toEdit } from '#tests/support/arbitraryEdit.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

describe('ProcedureDocument and applyEdit', () => {
  it('agree edit by edit, and every result is a file that opens', () => {
    fc.assert(
      fc.property(arbitraryDay, (sequence) => {
        const doc = new Y.Doc();
        writeProcedure(doc, smallProcedure());
        const document = new ProcedureDocument(doc);
        let expected = document.read();
        let count = 0;
        for (const choices of sequence) {
          const edit = toEdit(choices, expected, () => `n${++count}`);
          const pure = applyEdit(expected, edit);
          const updates: Uint8Array[] = [];
          const collect = (update: Uint8Array) => updates.push(update);
          doc.on('update', collect);

          const result = document.apply(edit);

          doc.off('update', collect);
          expect(result.ok).toBe(pure.ok);
          const changes = pure.ok && !isDeepStrictEqual(pure.procedure, expected);
          expect(updates).toHaveLength(changes ? 1 : 0);
          expected = pure.ok ? pure.procedure : expected;
          expect(document.read()).toEqual(expected);
          expect(readProcedure(doc)).toEqual(expected);
          expect(parseProcedureFile(toProcedureFile(expected))).toEqual({
            ok: true,
            procedure: expected,
          });
        }
      }),
      { numRuns: 60 },
    );
  });
});
