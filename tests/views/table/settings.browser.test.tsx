import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { joinDocument, openView } from '#tests/support/openView.tsx';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { Table } from '#views/table/Table.tsx';

describe('page settings', () => {
  it('open beside the pages and give the keyboard back when they close', async () => {
    await openView(<Table />, smallProcedure());

    await button().click();
    await expect.element(panel()).toBeVisible();
    await expect.element(page.getByRole('heading', { name: 'Pengaturan halaman' })).toHaveFocus();
    await page.getByRole('button', { name: 'Tutup pengaturan halaman' }).click();

    await expect.element(panel()).not.toBeInTheDocument();
    await expect.element(button()).toHaveFocus();
  });

  it('change the pages at once, one undo step a change', async () => {
    const session = await openPanel();

    await page.getByLabelText('Ukuran kertas').selectOptions('F4 / Folio (215 × 330 mm)');
    await page.getByText('Tegak').click();
    await page.getByRole('switch', { name: 'Halaman judul' }).click();
    await expect.element(page.getByRole('grid', { name: 'Halaman 1 dari 3' })).toBeVisible();
    expect(session.procedure.get().settings).toEqual({
      paper: 'f4',
      orientation: 'portrait',
      cover: true,
    });

    session.undo();
    expect(session.procedure.get().settings).toEqual({ paper: 'f4', orientation: 'portrait' });
    session.undo();
    session.undo();
    expect(session.procedure.get().settings).toBeUndefined();
    await expect.element(page.getByRole('grid', { name: 'Halaman 1 dari 2' })).toBeVisible();
  });

  it('say at once when the type is too small to read, and take the page that is wide enough', async () => {
    const { actors, settings: _, ...rest } = smallProcedure();
    const others = Array.from({ length: 10 }, (_, index) => ({
      id: `x${index}`,
      name: `Pokja ${index}`,
    }));
    const crowded = {
      ...rest,
      actors: [...actors, ...others],
      settings: { orientation: 'portrait' as const },
    };
    const session = await openView(<Table />, crowded);

    await page.getByRole('button', { name: /^Huruf \d,\d pt$/ }).click();
    await page.getByRole('button', { name: 'Pakai A4 mendatar' }).click();

    await expect.element(page.getByRole('button', { name: /^Huruf/ })).not.toBeInTheDocument();
    expect(session.procedure.get().settings).toBeUndefined();
  });

  it('store nothing where the default is chosen again', async () => {
    const session = await openPanel();

    await page.getByLabelText('Jenis huruf').selectOptions('Times New Roman');
    await page.getByLabelText('Jenis huruf').selectOptions('Arial');

    expect(session.procedure.get().settings).toBeUndefined();
  });

  it('take a number when it is finished, and say kindly what is wrong with one', async () => {
    const session = await openPanel();
    const margin = page.getByRole('textbox', { name: 'Margin' });

    await margin.fill('99');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Isi angka dari 5 sampai 40 mm.')).toBeVisible();
    expect(session.procedure.get().settings).toBeUndefined();

    await margin.fill('20');
    await userEvent.keyboard('{Enter}');
    expect(session.procedure.get().settings).toEqual({ marginMm: 20 });
    await userEvent.keyboard('{ArrowUp}');
    expect(session.procedure.get().settings).toEqual({ marginMm: 21 });
    session.undo();
    await expect.element(margin).toHaveValue('20 mm');
  });

  it('show what others change, and go back to the defaults in one step', async () => {
    const session = await openPanel();
    const theirs = joinDocument(session);

    theirs.apply({ type: 'changeSettings', settings: { paper: 'a3', tableNote: 'Hari kerja' } });
    await expect.element(page.getByLabelText('Ukuran kertas')).toHaveValue('a3');
    await expect.element(page.getByLabelText('Catatan di bawah tabel')).toHaveValue('Hari kerja');

    await page.getByRole('button', { name: 'Kembalikan ke bawaan' }).click();
    expect(session.procedure.get().settings).toBeUndefined();
    session.undo();
    expect(session.procedure.get().settings).toEqual({ paper: 'a3', tableNote: 'Hari kerja' });
  });

  it('mark drafts by themselves until the effective date is known, and print clean on request', async () => {
    const { identity, ...rest } = smallProcedure();
    const session = await openPanel({ ...rest, identity: { ...identity, effectiveOn: null } });

    await expect.element(page.getByText('Sekarang halaman bertanda DRAF.')).toBeVisible();
    expect(document.querySelectorAll('.scene-mark')).toHaveLength(2);
    await page.getByLabelText('Tanda DRAF').selectOptions('Tanpa tanda DRAF');

    await expect.element(page.getByText('Sekarang halaman tercetak bersih.')).toBeVisible();
    expect(document.querySelectorAll('.scene-mark')).toHaveLength(0);
    expect(session.procedure.get().settings).toEqual({ draftMark: false });
  });

  it('are not offered to readers', async () => {
    await openView(<Table />, smallProcedure(), 'viewer');

    await expect.element(page.getByRole('grid', { name: 'Halaman 1 dari 2' })).toBeVisible();
    await expect.element(button()).not.toBeInTheDocument();
  });
});

function button() {
  return page.getByRole('button', { name: 'Pengaturan halaman', exact: true });
}

function panel() {
  return page.getByRole('complementary', { name: 'Pengaturan halaman' });
}

async function openPanel(procedure = smallProcedure()) {
  const session = await openView(<Table />, procedure);
  await button().click();
  return session;
}
