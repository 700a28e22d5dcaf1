import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { LocalSession } from '#session/openLocalSession.ts';
import { openView } from '#tests/support/openView.tsx';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { Table } from '#views/table/Table.tsx';

const decision = /^Langkah 2, Kasubag: keputusan/;

describe('the ways of arrows in the table', () => {
  it('are chosen with the keyboard alone, and left to the drawing again', async () => {
    const session = await openView(<Table />, smallProcedure());
    await focusCell(decision);

    await userEvent.keyboard('r');
    const route = page.getByRole('group', { name: 'Jalur panah', exact: true });
    await expect.element(route).toBeVisible();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await expect.poll(() => routeOf(session, 'f2')).toEqual({ exit: 'right' });

    await userEvent.keyboard('{Tab}{Tab}{Tab}{ArrowRight}{ArrowRight}');
    await expect.poll(() => routeOf(session, 'f2')?.labelAt).toBe(0.5);

    await userEvent.keyboard('{Tab}{Enter}');
    await expect.poll(() => routeOf(session, 'f2')).toBe(undefined);
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('gridcell', { name: decision })).toHaveFocus();
  });

  it('stand beside each arrow, and say what the page cannot do', async () => {
    const session = await openView(<Table />, smallProcedure());
    await page.getByRole('gridcell', { name: decision }).click();

    await page.getByRole('button', { name: 'Jalur panah: Tidak ke langkah 1' }).click();
    const channel = page.getByRole('combobox', { name: 'Jalur tegak' });
    await channel.selectOptions('Kanan Sekretaris');

    await expect.poll(() => routeOf(session, 'f3')).toEqual({ exit: 'left', channel: 'secretary' });
    await expect.element(page.getByText('Tidak dapat dipenuhi').first()).toBeVisible();
  });
});

async function focusCell(name: RegExp): Promise<void> {
  const locator = page.getByRole('gridcell', { name });
  await expect.element(locator).toBeInTheDocument();
  const element = locator.element();
  if (element instanceof HTMLElement) element.focus();
}

function routeOf(session: LocalSession, flow: string) {
  return session.procedure.get().flows.find(({ id }) => id === flow)?.route;
}
