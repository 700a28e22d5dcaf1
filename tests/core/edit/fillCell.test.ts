import { describe, expect, it } from 'vitest';
import { applyEdit } from '#core/edit/applyEdit.ts';
import type { Edit } from '#core/edit/edit.ts';
import { toFillEdit } from '#core/edit/fillCell.ts';
import { toMergeEdit } from '#core/edit/mergeActors.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { flowchart } from '#tests/support/flowchart.ts';

describe('toFillEdit', () => {
  it('puts the first symbol of a row into the flow', () => {
    const drawn = flowchart('(a) > b > (c)');
    const [a, b, c] = drawn.steps;
    if (!a || !b || !c) throw new RangeError('three steps');
    const flows = [{ id: 'ac', from: 'a', to: 'c' }];
    const procedure = { ...drawn, steps: [a, { ...b, symbols: [] }, c], flows };

    const edit = toFillEdit(procedure, {
      step: 'b',
      symbol: { id: 'new', actor: 'a1', kind: 'process' },
      flow: 'next',
    });

    const filled = done(procedure, edit);
    expect(filled.steps[1]?.symbols).toEqual([{ id: 'new', actor: 'a1', kind: 'process' }]);
    expect(filled.flows).toEqual([
      { id: 'ac', from: 'a', to: 'new' },
      { id: 'next', from: 'new', to: 'c' },
    ]);
  });

  it('leaves the flow alone where the row has a symbol already', () => {
    const procedure = flowchart('(a) > b > (c)', { b: 'a2' });

    const filled = done(
      procedure,
      toFillEdit(procedure, {
        step: 'b',
        symbol: { id: 'new', actor: 'a1', kind: 'process' },
        flow: 'next',
      }),
    );

    expect(filled.steps[1]?.symbols.map(({ id }) => id)).toEqual(['b', 'new']);
    expect(filled.flows).toEqual(procedure.flows);
  });
});

describe('toMergeEdit', () => {
  it('makes one column of two, with every symbol and arrow', () => {
    const procedure = flowchart('(a) > b > (c)', { b: 'a2' });

    const merged = done(procedure, toMergeEdit(procedure, { actor: 'a2', into: 'a1' }));

    expect(merged.actors.map(({ id }) => id)).toEqual(['a1']);
    expect(merged.steps.flatMap(({ symbols }) => symbols.map(({ actor }) => actor))).toEqual([
      'a1',
      'a1',
      'a1',
    ]);
    expect(merged.flows).toEqual(procedure.flows);
  });
});

function done(procedure: Procedure, edit: Edit): Procedure {
  const result = applyEdit(procedure, edit);
  if (!result.ok) throw new RangeError(result.rejection.message);
  return result.procedure;
}
