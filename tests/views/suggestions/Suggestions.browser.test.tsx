import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Procedure } from '#core/model/procedure.ts';
import { noteTarget } from '#core/suggestions/targets.ts';
import type { Role } from '#protocol/roles.ts';
import { LazySuggestions } from '#session/lazySuggestions.ts';
import type { LocalSession } from '#session/openLocalSession.ts';
import { type LocalSuggestions, openLocalSuggestions } from '#session/openLocalSuggestions.ts';
import { PinContext } from '#session/react/pinBoard.ts';
import { SuggestionsContext } from '#session/react/useSuggestions.ts';
import { openView } from '#tests/support/openView.tsx';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { suggest } from '#tests/support/suggesting.ts';
import { IdentityForm } from '#views/identity/IdentityForm.tsx';
import { SuggestionsDock } from '#views/suggestions/SuggestionsDock.tsx';
import { SuggestionsStore } from '#views/suggestions/suggestionsUi.ts';
import { Table } from '#views/table/Table.tsx';

const dewi = { id: 'dewi', name: 'Dewi Lestari' };
const procedure = smallProcedure();
const aboutSign = {
  target: { of: 'step', step: 'sign' },
  place: noteTarget(procedure, { of: 'step', step: 'sign' }),
} as const;

describe('SuggestionsDock', () => {
  it('writes about what is selected, proposes, applies and accepts', async () => {
    const { session, ui } = await openDock();
    session.select([{ kind: 'step', id: 'sign' }]);

    ui.write('chosen');
    const text = page.getByRole('textbox', { name: 'Isi saran' });
    await text.fill('Cukup satu jam');
    await page.getByRole('button', { name: 'Usulkan perubahan' }).click();
    await page.getByRole('textbox', { name: 'Waktu' }).fill('1 jam');
    await text.click();
    await userEvent.keyboard('{Enter}');
    await page.getByRole('button', { name: 'Terapkan' }).click();
    expect(durationOf(session.procedure.get())).toBe('1 jam');
    await page.getByRole('textbox', { name: 'Alasan (boleh kosong)' }).fill('Disepakati');
    await userEvent.keyboard('{Enter}');

    const decision = page.getByRole('region', { name: 'Keputusan' });
    await expect.element(decision).toHaveTextContent(/Diterima.*Disepakati.*Waktu5 menit1 jam/);
    session.undo();
    expect(durationOf(session.procedure.get())).toBe('5 menit');
  });

  it('is about the field of the identity form that one was in, for a commenter too', async () => {
    const { ui } = await openDock('commenter', <IdentityForm />);
    const write = async () => {
      ui.write('chosen');
      return page.getByRole('region', { name: 'Beri saran' });
    };

    await page.getByRole('textbox', { name: 'Nomor SOP' }).click();
    await expect.element(await write()).toHaveTextContent('Identitas · Nomor SOP');
    ui.close();
    await page.getByRole('textbox', { name: 'Tanggal revisi' }).click();
    await expect.element(await write()).toHaveTextContent('Identitas · Tanggal revisi');
  });

  it('lets a commenter reply and mention, and not decide', async () => {
    const { local, ui } = await openDock('commenter');
    const id = local.applyAs(dewi, suggest('Tambahkan paraf', aboutSign));

    ui.pick(id);
    const reply = page.getByRole('textbox', { name: 'Balasan' });
    await reply.click();
    await userEvent.keyboard('Setuju @les{Enter}{Enter}');

    const replies = page.getByRole('list', { name: 'Balasan' });
    await expect.element(replies).toHaveTextContent('Setuju @Dewi Lestari');
    expect(local.view.get().suggestions.list[0]?.replies[0]?.mentions).toEqual(['dewi']);
    await expect.element(page.getByRole('button', { name: 'Terima' })).not.toBeInTheDocument();
  });

  it('gives the keyboard back after sending and after leaving off', async () => {
    const { ui } = await openDock();

    ui.write({ of: 'whole' });
    await page.getByRole('textbox', { name: 'Isi saran' }).fill('Baik');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('button', { name: '1 Seluruh SOP' })).toHaveFocus();
    await page.getByRole('button', { name: 'Beri saran' }).click();
    await userEvent.keyboard('{Escape}');

    await expect.element(page.getByRole('button', { name: 'Beri saran' })).toHaveFocus();
  });

  it('keeps what is begun, and what is too long, until it is sent', async () => {
    const { local, ui } = await openDock();
    const text = page.getByRole('textbox', { name: 'Isi saran' });

    ui.write({ of: 'whole' });
    await text.fill('x'.repeat(2001));
    await userEvent.keyboard('{Enter}');
    await expect
      .element(page.getByText('Paling banyak 2000 karakter; sekarang 2001'))
      .toBeVisible();
    expect(local.view.get().suggestions.list).toEqual([]);
    ui.close();
    ui.write({ of: 'whole' });

    await expect.element(text).toHaveValue('x'.repeat(2001));
  });

  it('keeps what is about a step that is gone, and says so', async () => {
    const { session, local, ui } = await openDock();
    local.applyAs(dewi, suggest('Perlu dua tanda tangan', aboutSign));
    ui.toggle();

    session.apply({ type: 'removeStep', step: 'sign' });

    await expect.element(page.getByText('Langkah 3 (langkah dihapus)')).toBeVisible();
    await expect.element(page.getByText('Perlu dua tanda tangan')).toBeVisible();
  });

  it('marks the page with numbers that open the thread', async () => {
    const { local, ui } = await openDock();
    local.applyAs(dewi, suggest('Seluruhnya baik'));
    const id = local.applyAs(dewi, suggest('Perlu stempel', aboutSign));

    await page.getByRole('button', { name: 'Saran nomor 2', exact: true }).click();

    expect(ui.get().picked).toBe(id);
    await expect.element(page.getByRole('textbox', { name: 'Balasan' })).toBeVisible();
    expect(ui.openCount.get()).toBe(2);
  });

  it('lists what somebody mentioned me in, and all as a table', async () => {
    const { local, ui } = await openDock();
    local.applyAs(dewi, suggest('Untuk orang lain'));
    local.applyAs(dewi, suggest('Untuk saya', { mentions: ['me'] }));
    ui.toggle();

    await page
      .getByRole('combobox', { name: 'Saring menurut orang' })
      .selectOptions('Saran saya dan untuk saya');
    await expect.element(page.getByText('Untuk orang lain')).not.toBeInTheDocument();
    await page.getByRole('button', { name: 'Pilihan lain' }).click();
    await page.getByRole('menuitem', { name: 'Daftar untuk dicetak' }).click();

    const rows = page.getByRole('dialog').getByRole('row');
    await expect.poll(() => rows.elements().length).toBe(3);
    await expect.element(rows.nth(1)).toHaveTextContent(/1Seluruh SOPUntuk orang lainDewi/);
  });
});

interface OpenDock {
  readonly session: LocalSession;
  readonly local: LocalSuggestions;
  readonly ui: SuggestionsStore;
}

/** The table with the panel beside it. */
async function openDock(role: Role = 'owner', view = <Table />): Promise<OpenDock> {
  const local = openLocalSuggestions({ role });
  const lazy = new LazySuggestions(async () => local);
  const ui = new SuggestionsStore();
  const session = await openView(
    <SuggestionsContext value={lazy}>
      <PinContext value={{ board: ui.board, onPick: ui.pick }}>
        <div style={{ position: 'relative', display: 'flex', height: '100%' }}>
          <div style={{ flex: 1, minWidth: 0 }}>{view}</div>
          <SuggestionsDock ui={ui} members={[dewi]} />
        </div>
      </PinContext>
    </SuggestionsContext>,
    procedure,
    role,
  );
  return { session, local, ui };
}

function durationOf({ steps }: Procedure): string | undefined {
  return steps.find(({ id }) => id === 'sign')?.duration;
}
