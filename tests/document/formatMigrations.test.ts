import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { formatMigrations, migrateDocument } from '#document/formatMigrations.ts';
import { ProcedureDocument, readProcedure } from '#document/procedureDocument.ts';
import { FORMAT } from '#document/shape.ts';
import { fromFormat0, sayInFormat0, writeInFormat0 } from '#tests/support/oldFormat.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

const migrations = [fromFormat0];

describe('a document of an older format', () => {
  it('becomes one of the present format, once', () => {
    const doc = oldDocument();

    migrateDocument(doc, migrations);
    const update = countUpdates(doc, () => migrateDocument(doc, migrations));

    expect(doc.getMap('meta').get('format')).toBe(FORMAT);
    expect(readProcedure(doc)).toEqual(smallProcedure());
    expect(update).toBe(0);
  });

  it('is read as it will be, stays as it is, and takes no edits', () => {
    const doc = oldDocument();
    const document = new ProcedureDocument(doc, undefined, migrations);

    const written = countUpdates(doc, () => {
      expect(document.read()).toEqual(smallProcedure());
      expect(readProcedure(doc, migrations)).toEqual(smallProcedure());
      expect(document.apply({ type: 'removeStep', step: 'check' })).toMatchObject({
        ok: false,
        rejection: { code: 'read-only' },
      });
    });

    expect(written).toBe(0);
    expect(document.read()).toBe(document.read());
  });

  it('takes in late what somebody did offline in the old format', () => {
    const doc = oldDocument();
    const away = copyOf(doc);
    migrateDocument(doc, migrations);
    sayInFormat0(away, 'check', 'Memeriksa kelengkapan');

    Y.applyUpdate(doc, Y.encodeStateAsUpdate(away));
    migrateDocument(doc, migrations);

    const { steps } = readProcedure(doc);
    expect(steps.find(({ id }) => id === 'check')?.activity).toBe('Memeriksa kelengkapan');
    expect(steps.map(({ id }) => id)).toEqual(smallProcedure().steps.map(({ id }) => id));
  });

  it('is left alone when no migration knows it', () => {
    const doc = oldDocument();

    expect(new ProcedureDocument(doc).isReadable).toBe(false);
    expect(countUpdates(doc, () => migrateDocument(doc, []))).toBe(0);
  });
});

describe('the migrations', () => {
  it('lead from each format to the next, and to the present one', () => {
    const first = FORMAT - formatMigrations.length;

    expect(formatMigrations.map(({ from }) => from)).toEqual(
      Array.from(formatMigrations, (_, index) => first + index),
    );
    expect(first).toBe(1);
  });
});

function oldDocument(): Y.Doc {
  const doc = new Y.Doc();
  writeInFormat0(doc, smallProcedure());
  return doc;
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

function countUpdates(doc: Y.Doc, work: () => void): number {
  let count = 0;
  const note = () => count++;
  doc.on('update', note);
  work();
  doc.off('update', note);
  return count;
}
