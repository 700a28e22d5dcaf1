import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { askingProcedure, LONG_QUESTIONS } from '#tests/support/longQuestions.ts';
import { openView } from '#tests/support/openView.tsx';
import { Table } from '#views/table/Table.tsx';

const [, medium] = LONG_QUESTIONS;

describe('a question below its activity', () => {
  it('is edited there, and goes into its diamond when it has become short', async () => {
    const session = await openView(<Table />, askingProcedure(8));
    const textOf = () => session.procedure.get().steps[6]?.symbols[0]?.text;

    await page.getByRole('gridcell', { name: medium }).click();
    await userEvent.keyboard('{Control>}a{/Control}Sudah sesuai?');
    expect(textOf()).toBe('Sudah sesuai?');
    await userEvent.keyboard('{Enter}');

    await expect.element(page.getByRole('gridcell', { name: medium })).not.toBeInTheDocument();
    expect(session.procedure.get().steps[6]?.activity).toBe('Memeriksa kelengkapan berkas');
  });
});
