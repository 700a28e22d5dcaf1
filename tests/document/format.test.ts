import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { parseProcedureJson } from '#core/model/parse.ts';
import { ProcedureDocument } from '#document/procedureDocument.ts';

/**
 * Documents as version 1 wrote them. They are never made anew: what an office saved once must open for
 * ever. `format1.sop.json` says what `format1.yjs` (an update) shows.
 */
const folder = new URL('../fixtures/document/', import.meta.url);

describe('a document of format 1', () => {
  it('opens and shows what it showed when it was written', () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, readFileSync(new URL('format1.yjs', folder)));
    const document = new ProcedureDocument(doc);

    const expected = parseProcedureJson(readFileSync(new URL('format1.sop.json', folder), 'utf8'));

    expect(document.isReadable).toBe(true);
    expect({ ok: true, procedure: document.read() }).toEqual(expected);
  });

  it('takes edits', () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, readFileSync(new URL('format1.yjs', folder)));
    const document = new ProcedureDocument(doc);

    const result = document.apply({ type: 'removeStep', step: 'check' });

    expect(result.ok && result.procedure.steps.map((step) => step.id)).not.toContain('check');
  });
});
