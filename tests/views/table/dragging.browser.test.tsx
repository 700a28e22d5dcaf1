import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openView } from '#tests/support/openView.tsx';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { drag, middleOf } from '#tests/views/canvas/dragging.ts';
import { Table } from '#views/table/Table.tsx';

describe('dragging in the table', () => {
  it('takes a row by its number between two others, with everything in it', async () => {
    const session = await openView(<Table />, smallProcedure());
    const [, second, , fourth] = await findRowHeads();

    await drag(fourth, { x: middleOf(second).x, y: second.getBoundingClientRect().top + 4 });

    await expect
      .poll(() => session.procedure.get().steps.map(({ id }) => id))
      .toEqual(['receive', 'file', 'check', 'sign']);
    expect(session.procedure.get().steps[1]).toEqual(smallProcedure().steps[3]);
    expect(session.undoState.get().canUndo).toBe(true);
  });

  it('takes a row by the button beside it, which is a menu when it is not moved', async () => {
    const session = await openView(<Table />, smallProcedure());
    const [first, , third] = await findRowHeads();
    session.select([{ kind: 'step', id: 'receive' }]);
    const grip = page.getByRole('button', { name: 'Tindakan untuk langkah 1' });

    await drag(grip, { x: middleOf(first).x, y: third.getBoundingClientRect().bottom - 4 });

    await expect
      .poll(() => session.procedure.get().steps.map(({ id }) => id))
      .toEqual(['check', 'sign', 'receive', 'file']);
    await expect.element(page.getByRole('menu')).not.toBeInTheDocument();

    await page.getByRole('button', { name: 'Tindakan untuk langkah 3' }).click();
    await expect.element(page.getByRole('menu')).toBeVisible();
  });

  it('takes a column by its name, and types in the name only when it is not moved', async () => {
    const session = await openView(<Table />, smallProcedure());
    const head = page.getByRole('columnheader', { name: 'Pelaksana: Sekretaris' });
    await expect.element(head).toBeInTheDocument();
    const staff = page.getByRole('columnheader', { name: 'Pelaksana: Staf' }).element();

    await drag(head, { x: staff.getBoundingClientRect().left + 3, y: middleOf(staff).y });

    await expect
      .poll(() => session.procedure.get().actors.map(({ id }) => id))
      .toEqual(['secretary', 'staff', 'head']);
    await expect.element(page.getByRole('textbox', { name: 'Pelaksana' })).not.toBeInTheDocument();

    await head.click();
    await expect.element(page.getByRole('textbox', { name: 'Pelaksana' })).toHaveFocus();
  });

  it('stays as it was when one lets go where it came from', async () => {
    const session = await openView(<Table />, smallProcedure());
    const [, second] = await findRowHeads();

    await drag(second, { x: middleOf(second).x + 60, y: middleOf(second).y + 8 });

    expect(session.procedure.get()).toEqual(smallProcedure());
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  });
});

async function findRowHeads(): Promise<readonly [Element, Element, Element, Element]> {
  const heads = page.getByRole('rowheader');
  await expect.poll(() => heads.elements().length).toBe(4);
  await userEvent.click(heads.first());
  const [first, second, third, fourth] = heads.elements();
  if (!first || !second || !third || !fourth) throw new RangeError('Four rows, then four heads');
  return [first, second, third, fourth];
}
