import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Procedure } from '#core/model/procedure.ts';
import { collectWords } from '#core/words/collectWords.ts';
import type { LocalSession } from '#session/openLocalSession.ts';
import { OfficeWordsContext } from '#session/react/officeWordsContext.ts';
import { joinDocument, openView } from '#tests/support/openView.tsx';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { Table } from '#views/table/Table.tsx';

describe('Table', () => {
  it('shows the identity page and the flowchart pages, each cell with its name', async () => {
    await openView(<Table />, smallProcedure());

    await expect.element(page.getByRole('grid', { name: 'Halaman 1 dari 2' })).toBeVisible();
    await expect.element(cell('Nomor SOP: 12/OT.02/2026')).toBeVisible();
    await expect.element(cell('Dasar hukum 2: PKPU 14/2020')).toBeVisible();
    await expect.element(cell('Langkah 2, Kegiatan: Memeriksa surat')).toBeInTheDocument();
    await expect
      .element(cell('Langkah 2, Kasubag: keputusan, Ya ke langkah 3, Tidak ke langkah 1'))
      .toBeInTheDocument();
    await expect.element(cell('Langkah 2, Staf: kosong')).toBeInTheDocument();
    await expect
      .element(page.getByRole('columnheader', { name: 'Pelaksana: Sekretaris' }))
      .toBeInTheDocument();
  });

  it('draws the text of the field exactly where it is printed', async () => {
    await openView(<Table />, smallProcedure());

    await cell('Langkah 2, Kegiatan: Memeriksa surat').click();

    const printed = findPrinted('Memeriksa surat').getBoundingClientRect();
    const typed = toTextBox(field('Langkah 2, Kegiatan').element());
    expect(Math.abs(typed.left - printed.left)).toBeLessThan(1);
    expect(Math.abs(typed.top - printed.top)).toBeLessThan(2);
  });

  describe('typing in a cell', () => {
    it('puts every letter into the procedure at once', async () => {
      const session = await openView(<Table />, smallProcedure());

      await cell('Langkah 2, Kegiatan: Memeriksa surat').click();
      await userEvent.keyboard('{Control>}{End}{/Control} masuk');
      expect(toStep(session, 1)?.activity).toBe('Memeriksa surat masuk');

      await userEvent.keyboard('{Enter}');
      await expect.element(cell('Langkah 2, Kegiatan: Memeriksa surat masuk')).toBeVisible();
      await expect.element(cell('Langkah 3, Kegiatan: Menandatangani')).toHaveFocus();
    });

    it('takes back what was typed by Escape, and keeps the keyboard in the cell', async () => {
      const session = await openView(<Table />, smallProcedure());

      await cell('Langkah 1, Output: Catatan').click();
      await userEvent.keyboard('{Control>}a{/Control}Lembar disposisi{Escape}');

      expect(session.procedure.get()).toEqual(smallProcedure());
      await expect.element(cell('Langkah 1, Output: Catatan')).toHaveFocus();
    });

    it('begins a new line by Shift+Enter', async () => {
      const session = await openView(<Table />, smallProcedure());

      await cell('Langkah 1, Keterangan: kosong').click();
      await userEvent.keyboard('a{Shift>}{Enter}{/Shift}b{Enter}');

      expect(toStep(session, 0)?.notes).toBe('a\nb');
    });

    it('goes on in the next and the previous text by Tab', async () => {
      const session = await openView(<Table />, smallProcedure());

      await cell('Langkah 1, Kegiatan: Menerima surat').click();
      await userEvent.keyboard('{Tab}Amplop{Tab}1 menit');
      await expect.element(field('Langkah 1, Waktu')).toHaveFocus();
      await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
      await expect.element(field('Langkah 1, Kelengkapan')).toHaveFocus();

      expect(toStep(session, 0)).toMatchObject({ requirements: 'Amplop', duration: '1 menit' });
    });

    it('replaces the text when one just types on a cell', async () => {
      const session = await openView(<Table />, smallProcedure());

      await focusCell('Langkah 3, Waktu: 5 menit');
      await userEvent.keyboard('2 jam{Enter}');

      expect(toStep(session, 2)?.duration).toBe('2 jam');
    });

    it('keeps both words and my caret when two type in one cell', async () => {
      const session = await openView(<Table />, smallProcedure());
      const other = joinDocument(session);

      await cell('Langkah 2, Kegiatan: Memeriksa surat').click();
      await userEvent.keyboard('{Control>}{End}{/Control} dan ');
      other.apply({
        type: 'spliceText',
        target: { of: 'step', step: 'check', field: 'activity' },
        at: 0,
        remove: 0,
        insert: 'Ikut ',
      });
      await userEvent.keyboard('berkas');

      expect(toStep(session, 1)?.activity).toBe('Ikut Memeriksa surat dan berkas');
      await expect
        .element(field('Langkah 2, Kegiatan'))
        .toHaveValue('Ikut Memeriksa surat dan berkas');
    });

    it('closes the field when somebody removes its step', async () => {
      const session = await openView(<Table />, smallProcedure());
      const other = joinDocument(session);

      await cell('Langkah 2, Kegiatan: Memeriksa surat').click();
      other.apply({ type: 'removeStep', step: 'check' });

      await expect.element(field('Langkah 2, Kegiatan')).not.toBeInTheDocument();
      await expect.element(cell('Langkah 2, Kegiatan: Menandatangani')).toBeInTheDocument();
    });

    it('tells the others where I type, and shows me where they do', async () => {
      const session = await openView(<Table />, smallProcedure());

      await cell('Langkah 2, Kegiatan: Memeriksa surat').click();
      expect(session.presence.get().editing).toEqual({
        of: 'step',
        step: 'check',
        field: 'activity',
      });
      await userEvent.keyboard('{Escape}');
      expect(session.presence.get().editing).toBeNull();

      session.peers.set([{ ...peer, editing: { of: 'step', step: 'sign', field: 'output' } }]);
      await expect.element(page.getByText('Siti sedang menyunting')).toBeVisible();
    });

    it('types in the identity page too, dates included', async () => {
      const session = await openView(<Table />, smallProcedure());

      await cell('Nomor SOP: 12/OT.02/2026').click();
      await userEvent.keyboard('{Control>}a{/Control}1/SOP/2026{Tab}');
      await expect.element(page.getByRole('textbox', { name: 'Tanggal pembuatan' })).toHaveFocus();
      await userEvent.keyboard('31 Juni 2026{Enter}');
      await expect.element(page.getByRole('alert')).toBeVisible();
      await userEvent.keyboard('{Control>}a{/Control}30/6/2026{Enter}');

      expect(session.procedure.get().identity).toMatchObject({
        number: '1/SOP/2026',
        createdOn: '2026-06-30',
      });
    });

    it('adds the first entry of a list by clicking into its frame, and the next by Ctrl+Enter', async () => {
      const session = await openView(<Table />, smallProcedure());

      await cell('Peringatan, 0 isian').click();
      await userEvent.keyboard('Apabila hilang maka lapor');
      await userEvent.keyboard('{Control>}{Enter}{/Control}Lain{Enter}');

      expect(session.procedure.get().identity.warnings).toEqual([
        'Apabila hilang maka lapor',
        'Lain',
      ]);
    });

    it('renames a group of actors as a whole', async () => {
      const session = await openView(<Table />, smallProcedure());

      await page.getByRole('columnheader', { name: 'Kelompok pelaksana: Sekretariat' }).click();
      await userEvent.keyboard('{Control>}a{/Control}Subbagian{Enter}');

      expect(session.procedure.get().actors.map(({ group }) => group)).toEqual([
        'Subbagian',
        'Subbagian',
        undefined,
      ]);
    });
  });

  it('says aloud what others changed, not what I did', async () => {
    const session = await openView(<Table />, smallProcedure());
    const other = joinDocument(session);

    await focusCell('Langkah 3, Staf: kosong');
    await userEvent.keyboard('p');
    other.apply({
      type: 'setText',
      target: { of: 'step', step: 'check', field: 'duration' },
      text: '1 jam',
    });

    await expect.element(page.getByText('Orang lain: langkah 2 diubah.')).toBeInTheDocument();
    await expect.element(cell('Langkah 3, Staf: proses')).toHaveFocus();
  });

  it('keeps the keyboard in its cell when somebody sends that to another page', async () => {
    const session = await openView(<Table />, longProcedure(14));
    const other = joinDocument(session);
    const lastRow = document
      .querySelectorAll('[role="grid"]')[1]
      ?.querySelector(':scope > :last-child');
    const element = lastRow?.querySelector<HTMLElement>('[data-kind="text"]');
    const key = element?.dataset.key;
    element?.focus();

    for (const id of ['n1', 'n2', 'n3'])
      other.apply({ type: 'addStep', step: { id, symbols: [] }, place: { before: 'step-2' } });

    await expect.poll(() => element?.isConnected).toBe(false);
    await expect
      .poll(() => document.activeElement?.getAttribute('data-key'))
      .toBe(key ?? 'a cell of the last row');
  });

  it('frames what others select in their colour', async () => {
    const session = await openView(<Table />, smallProcedure());
    await expect.element(cell('Langkah 3, Staf: kosong')).toBeInTheDocument();

    session.peers.set([{ ...peer, selection: [{ kind: 'symbol', id: 's3' }] }]);

    await expect.element(page.getByText('Siti', { exact: true })).toBeVisible();
    const frame = document.querySelector('.tablePeerSelection')?.getBoundingClientRect();
    const place = cell('Langkah 3, Sekretaris: proses, ke langkah 4').element();
    const around = place.getBoundingClientRect();
    expect(frame && frame.left > around.left && frame.right < around.right).toBe(true);
  });

  it('takes cells copied from a spreadsheet, as one action', async () => {
    const session = await openView(<Table />, smallProcedure());

    await focusCell('Langkah 3, Kelengkapan: Berkas');
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'Kartu\t1 jam\nAmplop\t2 jam\n');
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );

    expect(toStep(session, 2)).toMatchObject({ requirements: 'Kartu', duration: '1 jam' });
    expect(toStep(session, 3)).toMatchObject({ requirements: 'Amplop', duration: '2 jam' });
    session.undo();
    expect(session.procedure.get()).toEqual(smallProcedure());
  });

  describe('rows', () => {
    it('adds a step at the end, linked to the last one, and types in it', async () => {
      const session = await openView(<Table />, smallProcedure());

      await page.getByRole('button', { name: 'Tambah langkah' }).click();
      await userEvent.keyboard('Melaporkan hasil{Enter}');

      expect(toActivities(session)[4]).toBe('Melaporkan hasil');
      const [last] = session.procedure.get().steps[4]?.symbols ?? [];
      expect(session.procedure.get().flows.at(-1)).toMatchObject({ from: 's4', to: last?.id });
    });

    it('adds a step below by Ctrl+Enter', async () => {
      const session = await openView(<Table />, smallProcedure());

      await cell('Langkah 2, Kegiatan: Memeriksa surat').click();
      await userEvent.keyboard('{Control>}{Enter}{/Control}Memindai');

      expect(toActivities(session).slice(1, 4)).toEqual([
        'Memeriksa surat',
        'Memindai',
        'Menandatangani',
      ]);
    });

    it('adds a step above the selected one from its menu, and types in it', async () => {
      const session = await openView(<Table />, smallProcedure());

      await page.getByRole('rowheader', { name: /^Langkah 3,/ }).click();
      await page.getByRole('button', { name: 'Tindakan untuk langkah 3' }).click();
      await page.getByRole('menuitem', { name: 'Tambah langkah di atas' }).click();
      await expect.element(field('Langkah 3, Kegiatan')).toHaveFocus();
      await userEvent.keyboard('Memindai{Enter}');

      expect(toActivities(session).slice(1, 4)).toEqual([
        'Memeriksa surat',
        'Memindai',
        'Menandatangani',
      ]);
    });

    it('moves and removes the selected row from its menu', async () => {
      const session = await openView(<Table />, smallProcedure());

      await page.getByRole('rowheader', { name: /^Langkah 3,/ }).click();
      await page.getByRole('button', { name: 'Tindakan untuk langkah 3' }).click();
      await page.getByRole('menuitem', { name: 'Naikkan' }).click();
      expect(toActivities(session)[1]).toBe('Menandatangani');

      await page.getByRole('button', { name: 'Tindakan untuk langkah 2' }).click();
      await page.getByRole('menuitem', { name: 'Hapus langkah' }).click();
      expect(toActivities(session)).toEqual(['Menerima surat', 'Memeriksa surat', 'Mengarsipkan']);
    });

    it('moves the row of the active cell by Alt and an arrow, and goes with it', async () => {
      const session = await openView(<Table />, smallProcedure());

      await focusCell('Langkah 3, Kegiatan: Menandatangani');
      await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');

      expect(toActivities(session)[1]).toBe('Menandatangani');
      await expect.element(cell('Langkah 2, Kegiatan: Menandatangani')).toHaveFocus();
      await expect
        .element(page.getByText('“Menandatangani” sekarang langkah 2 dari 4.'))
        .toBeInTheDocument();
    });
  });

  describe('suggestions', () => {
    it('offers units while a duration is typed, and takes one only when it is chosen', async () => {
      const session = await openView(<Table />, smallProcedure());

      await focusCell('Langkah 3, Waktu: 5 menit');
      await userEvent.keyboard('3 hr');
      await expect.element(page.getByRole('option', { name: '3 hari', exact: true })).toBeVisible();
      expect(toStep(session, 2)?.duration).toBe('3 hr');
      await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');

      expect(toStep(session, 2)?.duration).toBe('3 hari kerja');
      await expect.element(field('Langkah 3, Waktu')).toHaveFocus();
      await userEvent.keyboard('{Enter}');
      await expect.element(cell('Langkah 4, Waktu: 5 menit')).toHaveFocus();
    });

    it('offers what the office has used, for the document at the caret', async () => {
      const office = { ...collectWords(smallProcedure()), documents: ['Formulir PPID-B'] };
      const session = await openView(
        <OfficeWordsContext value={async () => office}>
          <Table />
        </OfficeWordsContext>,
        smallProcedure(),
      );

      await cell('Langkah 1, Kelengkapan: Berkas').click();
      await userEvent.keyboard('{Control>}{End}{/Control}, form');
      await page.getByRole('option', { name: 'Formulir PPID-B' }).click();
      await userEvent.keyboard('{Tab}');

      expect(toStep(session, 0)?.requirements).toBe('Berkas, Formulir PPID-B');
      await expect.element(field('Langkah 1, Waktu')).toHaveFocus();
    });
  });

  describe('symbols and arrows', () => {
    it('makes and changes the symbol of a cell by one key', async () => {
      const session = await openView(<Table />, smallProcedure());

      await focusCell('Langkah 3, Staf: kosong');
      await userEvent.keyboard('k');
      await expect.element(cell('Langkah 3, Staf: keputusan')).toHaveFocus();
      await userEvent.keyboard('m');
      await expect.element(cell('Langkah 3, Staf: mulai/selesai')).toHaveFocus();
      await userEvent.keyboard('{Delete}');

      await expect.element(cell('Langkah 3, Staf: kosong')).toHaveFocus();
      expect(toStep(session, 2)?.symbols.map(({ id }) => id)).toEqual(['s3']);
    });

    it('leads on to the step whose number is typed, and goes to the cell below', async () => {
      const session = await openView(<Table />, smallProcedure());

      await focusCell('Langkah 1, Staf: mulai/selesai, ke langkah 2');
      await userEvent.keyboard('3');
      await expect.element(field('Langkah berikutnya')).toHaveFocus();
      await userEvent.keyboard('{Enter}');

      expect(session.procedure.get().flows[0]).toEqual({ id: 'f1', from: 's1', to: 's3' });
      await expect.element(cell('Langkah 2, Staf: kosong')).toHaveFocus();
    });

    it("shows a decision's exits as text, and says what is wrong with a number", async () => {
      const session = await openView(<Table />, smallProcedure());

      await focusCell('Langkah 2, Kasubag: keputusan, Ya ke langkah 3, Tidak ke langkah 1');
      await userEvent.keyboard('{Enter}');
      await expect.element(field('Langkah berikutnya')).toHaveValue('Ya 3, Tidak 1');
      await userEvent.keyboard('Ya 3, Tidak 9{Enter}');
      await expect.element(page.getByRole('alert')).toHaveTextContent('Tidak ada langkah');
      await userEvent.keyboard('{Backspace}4{Enter}');

      expect(session.procedure.get().flows.find(({ id }) => id === 'f3')?.to).toBe('s4');
    });

    it('reverses and removes arrows from the panel, and gives the keyboard back by Escape', async () => {
      const session = await openView(<Table />, smallProcedure());

      await cell('Langkah 3, Sekretaris: proses, ke langkah 4').click();
      await page.getByRole('button', { name: 'Balik arah: ke langkah 4' }).click();
      expect(session.procedure.get().flows.at(-1)).toMatchObject({ from: 's4', to: 's3' });
      await page.getByRole('button', { name: 'Hapus panah: dari langkah 4' }).click();
      expect(session.procedure.get().flows.map(({ id }) => id)).toEqual(['f1', 'f2', 'f3']);
      await field('Langkah berikutnya').click();
      await userEvent.keyboard('{Escape}');

      await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
      await expect.element(cell('Langkah 3, Sekretaris: proses')).toHaveFocus();
    });

    it('moves the symbol to the column beside by Alt and an arrow, and goes with it', async () => {
      const session = await openView(<Table />, smallProcedure());

      await focusCell('Langkah 3, Sekretaris: proses, ke langkah 4');
      await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}');

      expect(toStep(session, 2)?.symbols[0]?.actor).toBe('head');
      await expect.element(cell('Langkah 3, Kasubag: proses, ke langkah 4')).toHaveFocus();
      await userEvent.keyboard('{Alt>}{Shift>}{ArrowUp}{/Shift}{/Alt}');

      await expect
        .poll(() => toStep(session, 1)?.symbols.map(({ id }) => id))
        .toEqual(['s2', 's3']);
      await expect.element(cell(/^Langkah 2, Kasubag: keputusan/)).toHaveFocus();
    });
  });

  describe('columns', () => {
    it('adds an actor beside the selected one and types its name', async () => {
      const session = await openView(<Table />, smallProcedure());

      await openColumnMenu(session, 'secretary', 'Sekretaris');
      await page.getByRole('menuitem', { name: 'Tambah pelaksana di kiri' }).click();
      await userEvent.keyboard('Arsiparis{Enter}');

      expect(toActorNames(session)).toEqual(['Staf', 'Kasubag', 'Arsiparis', 'Sekretaris']);
    });

    it('moves and merges actors with everything in their columns', async () => {
      const session = await openView(<Table />, smallProcedure());

      await openColumnMenu(session, 'secretary', 'Sekretaris');
      await page.getByRole('menuitem', { name: 'Geser ke kiri' }).click();
      expect(toActorNames(session)).toEqual(['Staf', 'Sekretaris', 'Kasubag']);
      await openColumnMenu(session, 'secretary', 'Sekretaris');
      await page.getByRole('menuitem', { name: 'Gabungkan ke Staf' }).click();

      expect(toActorNames(session)).toEqual(['Staf', 'Kasubag']);
      expect(toStep(session, 2)?.symbols[0]?.actor).toBe('staff');
      expect(session.procedure.get().flows).toHaveLength(4);
    });
  });

  describe('keyboard', () => {
    it('reaches the cells by one Tab and walks them by arrows', async () => {
      await openView(<Table />, smallProcedure());

      await focusCell('Langkah 2, Kegiatan: Memeriksa surat');
      await userEvent.keyboard('{ArrowDown}');
      await expect.element(cell('Langkah 3, Kegiatan: Menandatangani')).toHaveFocus();
      await userEvent.keyboard('{ArrowRight}');
      await expect.element(cell('Langkah 3, Staf: kosong')).toHaveFocus();
      await userEvent.keyboard('{End}');
      await expect.element(cell('Langkah 3, Keterangan: kosong')).toHaveFocus();
      await userEvent.keyboard('{Home}');
      await expect.element(page.getByRole('rowheader', { name: /^Langkah 3,/ })).toHaveFocus();
      expect(document.querySelectorAll('[role="grid"] [tabindex="0"]')).toHaveLength(1);
    });

    it('empties a cell by Delete', async () => {
      const session = await openView(<Table />, smallProcedure());

      await focusCell('Langkah 1, Output: Catatan');
      await userEvent.keyboard('{Delete}');

      expect(toStep(session, 0)?.output).toBe('');
    });
  });

  describe('selection', () => {
    it('does not move what is pressed away below the hand', async () => {
      await openView(<Table />, longProcedure(30));
      const desk = document.querySelector('.tableDesk');
      const name = 'Pelaksana: Staf';
      await expect.element(page.getByRole('columnheader', { name }).first()).toBeInTheDocument();
      page.getByRole('columnheader', { name }).first().element().scrollIntoView({ block: 'end' });
      const before = desk?.scrollTop;

      await page.getByRole('columnheader', { name }).first().click();

      await expect.element(field('Pelaksana')).toHaveFocus();
      expect(before).toBeGreaterThan(0);
    });

    it('selects the step of a row and the symbol in a cell', async () => {
      const session = await openView(<Table />, smallProcedure());

      await page.getByRole('rowheader', { name: /^Langkah 2,/ }).click();
      expect(session.selection.get()).toEqual([{ kind: 'step', id: 'check' }]);
      await cell('Langkah 2, Kasubag: keputusan, Ya ke langkah 3, Tidak ke langkah 1').click();
      expect(session.selection.get()).toEqual([{ kind: 'symbol', id: 's2' }]);
    });

    it('marks the row that is selected elsewhere and brings it into view', async () => {
      const session = await openView(<Table />, longProcedure(40));
      await expect.element(cell('Nomor SOP: 12/OT.02/2026')).toBeVisible();

      session.select([{ kind: 'step', id: 'step-35' }]);

      const row = page.getByRole('rowheader', { name: /^Langkah 35/ });
      await expect.element(row).toBeInViewport();
      const mark = document.querySelector('.tableMark-row')?.getBoundingClientRect();
      expect(mark?.top).toBeCloseTo(row.element().getBoundingClientRect().top, 0);
    });
  });

  it('draws only the page that changed again', async () => {
    const session = await openView(<Table />, longProcedure(14));
    await expect.element(cell('Langkah 2, Kegiatan: Kegiatan 2')).toBeInTheDocument();
    const sheets = [...document.querySelectorAll('.tableScene')];
    const changed = new Set<Element>();
    const observer = new MutationObserver((records) => {
      for (const { target } of records) {
        const sheet = sheets.find((each) => each.contains(target));
        if (sheet) changed.add(sheet);
      }
    });
    for (const sheet of sheets)
      observer.observe(sheet, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });

    session.apply({
      type: 'setText',
      target: { of: 'step', step: 'step-2', field: 'notes' },
      text: 'Baru',
    });
    await expect.element(cell('Langkah 2, Keterangan: Baru')).toBeInTheDocument();

    observer.disconnect();
    expect([...changed].map((sheet) => sheets.indexOf(sheet))).toEqual([1]);
  });

  it('keeps what one looks at when the zoom changes', async () => {
    await openView(<Table />, smallProcedure());
    await expect
      .element(page.getByRole('button', { name: 'Sesuaikan lebar' }))
      .toHaveAttribute('aria-pressed', 'true');

    await page.getByRole('button', { name: /^Ukuran tampilan \d+/ }).click();
    await page.getByRole('menuitem', { name: '75%' }).click();

    await expect.element(page.getByRole('button', { name: 'Ukuran tampilan 75%' })).toBeVisible();
    const grid = page.getByRole('grid', { name: 'Halaman 1 dari 2' }).element();
    expect(grid.getBoundingClientRect().width).toBeCloseTo(841.89, 0);
  });

  it('begins an empty procedure', async () => {
    const session = await openView(<Table />, {
      ...smallProcedure(),
      actors: [],
      steps: [],
      flows: [],
    });

    await page.getByRole('button', { name: /^Tambah langkah/ }).click();
    await userEvent.keyboard('Mulai');

    expect(session.procedure.get().steps[0]).toMatchObject({
      activity: 'Mulai',
      symbols: [{ kind: 'terminator' }],
    });
    await expect
      .element(page.getByRole('columnheader', { name: 'Pelaksana: Pelaksana 1' }))
      .toBeInTheDocument();
  });

  it('lets a viewer read and walk, but not change', async () => {
    await openView(<Table />, smallProcedure(), 'viewer');

    await cell('Langkah 2, Kegiatan: Memeriksa surat').click();

    await expect.element(cell('Langkah 2, Kegiatan: Memeriksa surat')).toHaveFocus();
    await expect.element(field('Langkah 2, Kegiatan')).not.toBeInTheDocument();
    await expect
      .element(page.getByRole('button', { name: 'Tambah langkah' }))
      .not.toBeInTheDocument();
  });
});

const peer = {
  clientId: 7,
  userId: 'siti',
  name: 'Siti',
  color: '#2563a8',
  selection: [],
  cursor: null,
  drag: null,
  editing: null,
  presenting: null,
};

function cell(name: string | RegExp) {
  return page.getByRole('gridcell', { name, exact: true });
}

function field(name: string) {
  return page.getByRole('textbox', { name, exact: true });
}

async function focusCell(name: string): Promise<void> {
  const locator = cell(name);
  await expect.element(locator).toBeInTheDocument();
  const element = locator.element();
  if (element instanceof HTMLElement) element.focus();
}

function toStep(session: LocalSession, index: number) {
  return session.procedure.get().steps[index];
}

async function openColumnMenu(session: LocalSession, actor: string, name: string): Promise<void> {
  session.select([{ kind: 'actor', id: actor }]);
  await page.getByRole('button', { name: `Tindakan untuk pelaksana ${name}` }).click();
}

function toActorNames(session: LocalSession): readonly string[] {
  return session.procedure.get().actors.map(({ name }) => name);
}

function toActivities(session: LocalSession): readonly string[] {
  return session.procedure.get().steps.map(({ activity }) => activity);
}

/** As many plain steps in a row, all of one actor. */
function longProcedure(count: number): Procedure {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  return {
    ...smallProcedure(),
    steps: numbers.map((number) => ({
      id: `step-${number}`,
      activity: `Kegiatan ${number}`,
      requirements: 'Berkas yang lengkap dan telah diperiksa',
      duration: '5 menit',
      output: 'Catatan',
      notes: '',
      symbols: [{ id: `symbol-${number}`, actor: 'staff', kind: 'process' }],
    })),
    flows: [],
  };
}

function findPrinted(text: string): Element {
  const found = [...document.querySelectorAll('.tableScene text')].find(
    (element) => element.textContent === text,
  );
  if (!found) throw new RangeError(`"${text}" is not printed`);
  return found;
}

/** Where the first line of a field's text stands: its box without borders and paddings. */
function toTextBox(element: Element): { readonly left: number; readonly top: number } {
  const { left, top, width } = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const scale = width / Number.parseFloat(style.width);
  const size = Number.parseFloat(style.fontSize);
  const lead = (Number.parseFloat(style.lineHeight) - size * 1.117) / 2;
  return {
    left: left + Number.parseFloat(style.paddingLeft) * scale,
    top: top + (Number.parseFloat(style.paddingTop) + lead) * scale,
  };
}
