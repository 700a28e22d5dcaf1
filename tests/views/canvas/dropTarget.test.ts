import { describe, expect, it } from 'vitest';
import { applyEdit } from '#core/edit/applyEdit.ts';
import type { Point } from '#core/layout/geometry.ts';
import { layoutCanvas } from '#core/layout/layoutCanvas.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import {
  findLaneDrop,
  findNewStepDrop,
  findRowDrop,
  findSymbolDrop,
  toMoveEdit,
} from '#views/canvas/dropTarget.ts';

const procedure = smallProcedure();
const layout = layoutCanvas(procedure);

/** A point in a cell; `down` is its share of the row's height. */
function pointIn(step: string, actor: string, down = 0.5): Point {
  const row = layout.rows.find((each) => each.step === step);
  const column = layout.columns.find((each) => each.actor === actor);
  if (!row || !column) throw new RangeError(`No cell ${step} ${actor}`);
  return [column.x + column.width / 2, row.y + row.height * down];
}

/** "check@head > sign@secretary": the rows with their actors after a drop. */
function rowsAfter(symbol: string, at: Point, start: Procedure = procedure): string | undefined {
  const drop = findSymbolDrop(layout, start, { symbol, at });
  const edit = drop && toMoveEdit(start, symbol, { drop, newId: () => 'new' });
  if (!edit) return undefined;
  const result = applyEdit(start, edit);
  if (!result.ok) throw new RangeError(result.rejection.message);
  return result.procedure.steps
    .map(({ id, symbols }) => `${id}@${symbols.map(({ actor }) => actor).join('+')}`)
    .join(' > ');
}

describe('findSymbolDrop', () => {
  it('changes only the actor within the row', () => {
    expect(rowsAfter('s3', pointIn('sign', 'staff', 0.1))).toBe(
      'receive@staff > check@head > sign@staff > file@staff',
    );
  });

  it('takes the step along between the rows where it is dropped', () => {
    expect(rowsAfter('s3', pointIn('receive', 'head', 0.9))).toBe(
      'receive@staff > sign@head > check@head > file@staff',
    );
  });

  it('takes the step to the very top and the very end', () => {
    const [x] = pointIn('sign', 'secretary');

    expect(rowsAfter('s3', [x, 2])).toBe(
      'sign@secretary > receive@staff > check@head > file@staff',
    );
    expect(rowsAfter('s3', [x, layout.height + 300])).toBe(
      'receive@staff > check@head > file@staff > sign@secretary',
    );
  });

  it('changes nothing in its own cell', () => {
    expect(rowsAfter('s3', pointIn('sign', 'secretary'))).toBeUndefined();
  });

  it('changes only the actor where the row would stay between the same neighbours', () => {
    expect(rowsAfter('s3', pointIn('check', 'staff', 0.95))).toBe(
      'receive@staff > check@head > sign@staff > file@staff',
    );
  });

  it('puts one of several symbols into another row, and leaves its step there', () => {
    const [receive, check, sign, file] = procedure.steps;
    if (!receive || !check || !sign || !file) throw new RangeError('Four steps are needed');
    const twin = { id: 's3b', actor: 'head', kind: 'process' } as const;
    const start = {
      ...procedure,
      steps: [receive, check, { ...sign, symbols: [...sign.symbols, twin] }, file],
    };

    expect(rowsAfter('s3b', pointIn('file', 'head', 0.1), start)).toBe(
      'receive@staff > check@head > sign@secretary > file@staff+head',
    );
  });
});

describe('findNewStepDrop', () => {
  it('stands between rows, or in a row that has no symbol yet', () => {
    const [receive, check, ...others] = procedure.steps;
    if (!receive || !check) throw new RangeError('Two steps are needed');
    const start = { ...procedure, steps: [receive, { ...check, symbols: [] }, ...others] };

    expect(findNewStepDrop(layout, start, pointIn('sign', 'head', 0.4))).toMatchObject({
      kind: 'gap',
      actor: 'head',
      place: { before: 'sign' },
    });
    expect(findNewStepDrop(layout, start, pointIn('check', 'staff'))).toEqual({
      kind: 'cell',
      cell: { step: 'check', actor: 'staff' },
    });
  });
});

describe('findLaneDrop and findRowDrop', () => {
  it('name the neighbour that the dragged one is put before or after', () => {
    const [farX] = pointIn('sign', 'secretary');
    const [, lowY] = pointIn('check', 'staff', 0.9);

    expect(findLaneDrop(layout, 'staff', farX + 400)?.place).toEqual({ after: 'secretary' });
    expect(findLaneDrop(layout, 'secretary', 0)?.place).toEqual({ before: 'staff' });
    expect(findRowDrop(layout, 'file', lowY)?.place).toEqual({ before: 'sign' });
  });

  it('are undefined where everything would stay as it is', () => {
    const [x, y] = pointIn('check', 'head');

    expect(findLaneDrop(layout, 'head', x)).toBeUndefined();
    expect(findRowDrop(layout, 'check', y)).toBeUndefined();
  });
});
