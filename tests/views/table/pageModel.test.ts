import { describe, expect, it } from 'vitest';
import { applyEdit } from '#core/edit/applyEdit.ts';
import type { Edit } from '#core/edit/edit.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { findNeighbour, findText, type PlacedCell, toFocusable } from '#views/table/moves.ts';
import { toPrintedPages } from '#views/table/pageModel.ts';

describe('toPrintedPages', () => {
  it('gives every cell a key of its own, the same in each layout', () => {
    const keysOf = (procedure: Procedure) =>
      toPrintedPages(procedure).models.flatMap(({ rows }) => rows.flat().map(({ key }) => key));
    const before = keysOf(smallProcedure());

    const after = keysOf(apply(smallProcedure(), removal));

    expect(new Set(before).size).toBe(before.length);
    expect(after).toEqual(before.filter((key) => !key.includes('sign')));
  });

  it('keeps the pages that did not change', () => {
    const before = toPrintedPages(smallProcedure()).models;

    const after = toPrintedPages(
      apply(smallProcedure(), { type: 'setText', target: activity, text: 'Meneken' }),
      before,
    ).models;

    expect(after[0]).toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
  });

  it('reads the rows of a page from top to bottom and left to right', () => {
    const [, table] = toPrintedPages(smallProcedure()).models;
    const row = table?.rows.find((cells) => cells.some(({ step }) => step === 'check'));

    expect(row?.map(({ key }) => key)).toEqual([
      'number:check',
      'step:activity:check',
      'place:check:staff',
      'place:check:head',
      'place:check:secretary',
      'step:requirements:check',
      'step:duration:check',
      'step:output:check',
      'step:notes:check',
    ]);
  });
});

describe('findNeighbour', () => {
  const cells = toFocusable(toPrintedPages(smallProcedure()).models);

  it('walks the table by its rows and columns', () => {
    expect(walk('step:activity:check', 'down')).toBe('step:activity:sign');
    expect(walk('step:activity:check', 'up')).toBe('step:activity:receive');
    expect(walk('step:activity:check', 'right')).toBe('place:check:staff');
    expect(walk('place:check:secretary', 'right')).toBe('step:requirements:check');
    expect(walk('number:check', 'left')).toBeUndefined();
  });

  it('goes from the identity page on to the table, and from the heads into their columns', () => {
    expect(walk('actor:head', 'down')).toBe('place:receive:head');
    expect(walk('actor:head', 'up')).toBe('group:staff');
    expect(walk('number', 'down')).toBe('date:createdOn');
    expect(walk('step:activity:file', 'down')).toBeUndefined();
  });

  function walk(key: string, direction: 'up' | 'down' | 'left' | 'right'): string | undefined {
    return findNeighbour(cells, get(cells, key), direction)?.cell.key;
  }
});

describe('findText', () => {
  it('goes from the last text of a row to the first of the next', () => {
    const cells = toFocusable(toPrintedPages(smallProcedure()).models);

    expect(findText(cells, 'step:notes:check', 1)?.cell.key).toBe('step:activity:sign');
    expect(findText(cells, 'step:activity:sign', -1)?.cell.key).toBe('step:notes:check');
    expect(findText(cells, 'step:notes:file', 1)).toBeUndefined();
  });
});

const activity = { of: 'step', step: 'sign', field: 'activity' } as const;
const removal: Edit = { type: 'removeStep', step: 'sign' };

function apply(procedure: Procedure, edit: Edit): Procedure {
  const result = applyEdit(procedure, edit);
  if (!result.ok) throw new RangeError(result.rejection.message);
  return result.procedure;
}

function get(cells: readonly PlacedCell[], key: string): PlacedCell {
  const found = cells.find(({ cell }) => cell.key === key);
  if (!found) throw new RangeError(`No cell ${key}`);
  return found;
}
