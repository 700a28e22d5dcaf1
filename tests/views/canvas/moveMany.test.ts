import { describe, expect, it } from 'vitest';
import { applyEdit } from '#core/edit/applyEdit.ts';
import type { Edit } from '#core/edit/edit.ts';
import { layoutCanvas } from '#core/layout/layoutCanvas.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { findManyDrop } from '#views/canvas/dropTarget.ts';
import { toMoveLanesEdits, toMoveManyEdit, toMoveRowsEdits } from '#views/canvas/moveMany.ts';

const start = smallProcedure();

/** "check@head": the rows with their actors. */
function rowsOf({ steps }: Procedure): readonly string[] {
  return steps.map(({ id, symbols }) => `${id}@${symbols.map(({ actor }) => actor).join('+')}`);
}

function outcomeOf(edits: readonly Edit[]): Procedure {
  const result = applyEdit(start, { type: 'batch', edits });
  if (!result.ok) throw new RangeError(result.rejection.message);
  return result.procedure;
}

function move(
  symbols: readonly string[],
  held: string,
  drop: Parameters<typeof toMoveManyEdit>[2],
) {
  const edit = toMoveManyEdit(start, { symbols, held }, drop);
  return edit && rowsOf(outcomeOf([edit]));
}

describe('toMoveManyEdit', () => {
  it('takes the rows along in their order and shifts every lane alike', () => {
    const drop = { kind: 'gap', actor: 'staff', place: { before: 'receive' }, y: 0 } as const;

    expect(move(['s2', 's3'], 's2', drop)).toEqual([
      'check@staff',
      'sign@head',
      'receive@staff',
      'file@staff',
    ]);
  });

  it('lets nobody leave the lanes', () => {
    const drop = { kind: 'cell', cell: { step: 'check', actor: 'secretary' } } as const;

    expect(move(['s2', 's3'], 's2', drop)).toBeUndefined();
    expect(
      move(['s1', 's2'], 's1', { ...drop, cell: { step: 'receive', actor: 'secretary' } }),
    ).toEqual(['receive@head', 'check@secretary', 'sign@secretary', 'file@staff']);
  });
});

describe('findManyDrop', () => {
  const layout = layoutCanvas(start);
  const rowOf = (step: string) =>
    layout.rows.find((row) => row.step === step) ?? { y: 0, height: 0 };

  it('means the cell in a row that moves, and the gap between others', () => {
    const x = layout.columns[2]?.x ?? 0;
    const at = (step: string) => [x + 10, rowOf(step).y + rowOf(step).height * 0.4] as const;

    expect(findManyDrop(layout, start, { symbols: ['s2', 's3'], at: at('sign') })).toEqual({
      kind: 'cell',
      cell: { step: 'sign', actor: 'secretary' },
    });
    expect(findManyDrop(layout, start, { symbols: ['s2', 's3'], at: at('file') })).toMatchObject({
      kind: 'gap',
      place: { before: 'file' },
    });
  });
});

describe('toMoveRowsEdits', () => {
  it('closes up rows from different places, and does nothing where they stand', () => {
    const ids = ({ steps }: Procedure) => steps.map(({ id }) => id);

    expect(ids(outcomeOf(toMoveRowsEdits(start, ['file', 'receive'], { after: 'check' })))).toEqual(
      ['check', 'receive', 'file', 'sign'],
    );
    expect(ids(outcomeOf(toMoveRowsEdits(start, ['receive', 'check'], { at: 'end' })))).toEqual([
      'sign',
      'file',
      'receive',
      'check',
    ]);
    expect(toMoveRowsEdits(start, ['check', 'sign'], { after: 'check' })).toEqual([]);
  });
});

describe('toMoveLanesEdits', () => {
  it('takes several lanes with everything in them', () => {
    const moved = outcomeOf(toMoveLanesEdits(start, ['staff', 'head'], { at: 'end' }));

    expect(moved.actors.map(({ id }) => id)).toEqual(['secretary', 'staff', 'head']);
    expect(rowsOf(moved)).toEqual(rowsOf(start));
  });
});
