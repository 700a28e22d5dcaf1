import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { collectWords } from '#core/words/collectWords.ts';
import { OfficeWordsContext } from '#session/react/officeWordsContext.ts';
import { joinDocument, openView } from '#tests/support/openView.tsx';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { IdentityForm } from '#views/identity/IdentityForm.tsx';

describe('IdentityForm', () => {
  it('offers what the office has used: legal bases, titles and the next number', async () => {
    const office = {
      ...collectWords(smallProcedure()),
      legalBases: ['UU 14/2008 tentang Keterbukaan Informasi Publik'],
      titles: ['Pelayanan Permohonan Informasi Publik'],
      numbers: [`12/OT.02/${new Date().getFullYear()}`],
    };
    const blank = smallProcedure();
    const session = await openView(
      <OfficeWordsContext value={async () => office}>
        <IdentityForm />
      </OfficeWordsContext>,
      { ...blank, identity: { ...blank.identity, number: '' } },
    );

    await page.getByRole('button', { name: /^Pakai nomor berikutnya: 13\/OT\.02\// }).click();
    await page.getByRole('button', { name: 'Tambah keterkaitan' }).click();
    await userEvent.keyboard('permohonan');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await page.getByRole('textbox', { name: 'Dasar hukum 1' }).fill('uu 14');
    await page.getByRole('option', { name: office.legalBases[0] }).click();

    expect(session.procedure.get().identity).toMatchObject({
      number: `13/OT.02/${new Date().getFullYear()}`,
      relatedProcedures: office.titles,
      legalBasis: [office.legalBases[0], 'PKPU 14/2020', 'PermenPANRB 35/2012'],
    });
  });

  it('writes what is typed into the procedure, letter by letter', async () => {
    const session = await openView(<IdentityForm />, smallProcedure());

    await field('Nomor SOP').click();
    await userEvent.keyboard('{Control>}a{/Control}025/ORT.06');

    expect(session.procedure.get().identity.number).toBe('025/ORT.06');
  });

  it('takes back what was typed in a field by Escape', async () => {
    const session = await openView(<IdentityForm />, smallProcedure());

    await field('Jabatan').click();
    await userEvent.keyboard('{End} Umum{Escape}');

    expect(session.procedure.get().identity.approver.position).toBe('Sekretaris');
    await expect.element(field('Jabatan')).toHaveValue('Sekretaris');
  });

  it('keeps both words and my caret when two type in one field', async () => {
    const session = await openView(<IdentityForm />, smallProcedure());
    const other = joinDocument(session);

    await field('Nama SOP').click();
    await userEvent.keyboard('{End} dan ');
    other.apply({
      type: 'spliceText',
      target: { of: 'title' },
      at: 0,
      remove: 0,
      insert: 'Tata ',
    });
    await userEvent.keyboard('Keluar');

    expect(session.procedure.get().identity.title).toBe('Tata Pengelolaan Surat Masuk dan Keluar');
    await expect.element(field('Nama SOP')).toHaveValue('Tata Pengelolaan Surat Masuk dan Keluar');
  });

  it('shows who else is typing in a field', async () => {
    const session = await openView(<IdentityForm />, smallProcedure());

    session.peers.set([
      {
        clientId: 7,
        userId: 'budi',
        name: 'Siti',
        color: '#2563a8',
        selection: [],
        cursor: null,
        drag: null,
        editing: { of: 'number' },
        presenting: null,
      },
    ]);

    await expect.element(page.getByText('Siti sedang menyunting')).toBeVisible();
  });

  it('tells the others where I type', async () => {
    const session = await openView(<IdentityForm />, smallProcedure());

    await field('Dasar hukum 2').click();
    expect(session.presence.get().editing).toEqual({ of: 'item', list: 'legalBasis', index: 1 });
    await field('NIP').click();
    expect(session.presence.get().editing).toEqual({ of: 'approver', field: 'nip' });
  });

  describe('lists', () => {
    it('adds an entry by the button and types in it at once', async () => {
      const session = await openView(<IdentityForm />, smallProcedure());

      await page.getByRole('button', { name: 'Tambah peringatan' }).click();
      await userEvent.keyboard('Apabila terlambat maka surat hilang');

      expect(session.procedure.get().identity.warnings).toEqual([
        'Apabila terlambat maka surat hilang',
      ]);
    });

    it('goes on with the next entry by Enter, and removes an empty one by Backspace', async () => {
      const session = await openView(<IdentityForm />, smallProcedure());

      await field('Dasar hukum 1').click();
      await userEvent.keyboard('{Enter}PP 96/2012');
      expect(session.procedure.get().identity.legalBasis).toEqual([
        'UU 7/2017',
        'PP 96/2012',
        'PKPU 14/2020',
        'PermenPANRB 35/2012',
      ]);

      await userEvent.keyboard('{Control>}a{/Control}{Backspace}{Backspace}');
      expect(session.procedure.get().identity.legalBasis).toHaveLength(3);
      await expect.element(field('Dasar hukum 1')).toHaveFocus();
    });

    it('moves an entry by Alt and an arrow, and by its buttons', async () => {
      const session = await openView(<IdentityForm />, smallProcedure());

      await field('Dasar hukum 1').click();
      await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
      expect(session.procedure.get().identity.legalBasis).toEqual([
        'PKPU 14/2020',
        'UU 7/2017',
        'PermenPANRB 35/2012',
      ]);
      await expect.element(field('Dasar hukum 2')).toHaveFocus();

      await page.getByRole('button', { name: 'Turunkan Dasar hukum 2' }).click();
      expect(session.procedure.get().identity.legalBasis.at(-1)).toBe('UU 7/2017');
    });

    it('moves an entry by dragging its handle', async () => {
      const session = await openView(<IdentityForm />, smallProcedure());
      await page.viewport(1280, 1400);

      await userEvent.dragAndDrop(
        page.getByTitle('Geser Dasar hukum 1'),
        page.getByTitle('Geser Dasar hukum 3'),
      );

      expect(session.procedure.get().identity.legalBasis).toEqual([
        'PKPU 14/2020',
        'PermenPANRB 35/2012',
        'UU 7/2017',
      ]);
    });

    it('takes several pasted lines as entries without their numbers', async () => {
      const session = await openView(<IdentityForm />, smallProcedure());

      await field('Peralatan/perlengkapan 2').click();
      await paste('1. Printer\n2. Pemindai\n');

      expect(session.procedure.get().identity.equipment).toEqual([
        'Komputer',
        'Lembar disposisi',
        'Printer',
        'Pemindai',
      ]);
    });

    it('follows its entry when somebody adds one above', async () => {
      const session = await openView(<IdentityForm />, smallProcedure());
      const other = joinDocument(session);

      await field('Dasar hukum 2').click();
      await userEvent.keyboard('{End} Pasal ');
      other.apply({ type: 'addItem', list: 'legalBasis', index: 0, text: 'UUD 1945' });
      await userEvent.keyboard('5');

      expect(session.procedure.get().identity.legalBasis).toEqual([
        'UUD 1945',
        'UU 7/2017',
        'PKPU 14/2020 Pasal 5',
        'PermenPANRB 35/2012',
      ]);
    });
  });

  describe('dates', () => {
    it('shows dates in words and takes them in figures', async () => {
      const session = await openView(<IdentityForm />, smallProcedure());
      await expect.element(field('Tanggal pembuatan')).toHaveValue('2 Juni 2026');

      await field('Tanggal revisi').fill('15/6/2026');
      await userEvent.keyboard('{Enter}');

      expect(session.procedure.get().identity.revisedOn).toBe('2026-06-15');
      await expect.element(field('Tanggal revisi')).toHaveValue('15 Juni 2026');
    });

    it('says how to write a date that it cannot read, and keeps the old one', async () => {
      const session = await openView(<IdentityForm />, smallProcedure());

      await field('Tanggal efektif').fill('31 Juni 2026');
      await userEvent.keyboard('{Enter}');

      await expect.element(page.getByRole('alert')).toHaveTextContent('Tulis seperti 2 Juni 2026');
      expect(session.procedure.get().identity.effectiveOn).toBe('2026-07-01');
    });

    it('picks a date in an Indonesian calendar', async () => {
      const session = await openView(<IdentityForm />, smallProcedure());

      await page.getByRole('button', { name: 'Pilih Tanggal efektif di kalender' }).click();
      await page.getByRole('button', { name: '17 Juli 2026' }).click();

      expect(session.procedure.get().identity.effectiveOn).toBe('2026-07-17');
    });

    it('warns when the SOP would take effect before it was made', async () => {
      await openView(<IdentityForm />, smallProcedure());

      await field('Tanggal efektif').fill('1 Mei 2026');
      await userEvent.keyboard('{Enter}');

      await expect
        .element(page.getByText('Tanggal pembuatan lebih lambat daripada tanggal efektif.'))
        .toBeVisible();
    });
  });

  it('offers a viewer no changes', async () => {
    await openView(<IdentityForm />, smallProcedure(), 'viewer');

    await expect.element(field('Nomor SOP')).toHaveAttribute('readonly');
    await expect
      .element(page.getByRole('button', { name: 'Tambah dasar hukum' }))
      .not.toBeInTheDocument();
  });
});

function field(name: string) {
  return page.getByRole('textbox', { name, exact: true });
}

async function paste(text: string): Promise<void> {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  document.activeElement?.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
  );
}
