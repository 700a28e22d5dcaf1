import * as Y from 'yjs';
import type { Procedure } from '#core/model/procedure.ts';
import type { FormatMigration } from '#document/formatMigrations.ts';
import { writeProcedure } from '#document/procedureDocument.ts';

// A format 0 as there never was one: a step's activity is a plain value `what`. Making a text of it twice, on
// two nodes, would lose what somebody has typed into the first one.

export const fromFormat0: FormatMigration = {
  from: 0,
  up: (doc) => {
    for (const step of stepsOf(doc)) {
      const what = step.get('what');
      if (typeof what !== 'string') continue;
      const activity = step.get('activity');
      if (activity instanceof Y.Text) {
        activity.delete(0, activity.length);
        activity.insert(0, what);
      } else step.set('activity', new Y.Text(what));
      step.delete('what');
    }
  },
};

/** The document as a program of format 0 would have written it. */
export function writeInFormat0(doc: Y.Doc, procedure: Procedure): void {
  writeProcedure(doc, procedure);
  doc.transact(() => {
    doc.getMap('meta').set('format', 0);
    for (const step of stepsOf(doc)) {
      step.set('what', String(step.get('activity')));
      step.delete('activity');
    }
  });
}

/** Somebody with the old program says what a step is. */
export function sayInFormat0(doc: Y.Doc, step: string, what: string): void {
  const thing = doc.getMap('steps').get(step);
  if (!(thing instanceof Y.Map)) throw new RangeError(`There is no step ${step}`);
  thing.set('what', what);
}

function stepsOf(doc: Y.Doc): readonly Y.Map<unknown>[] {
  return [...doc.getMap('steps').values()].filter((step) => step instanceof Y.Map);
}
