import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Procedure } from '#core/model/procedure.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { drag, frame } from './dragging.ts';
import { joinSession, openCanvas } from './openCanvas.tsx';

describe('Canvas', () => {
  it('says every symbol with its step, actor, kind, text and exits', async () => {
    await openCanvas(smallProcedure());

    await expect
      .element(
        symbol(
          'Langkah 2, Kasubag, keputusan: Memeriksa surat; Ya ke langkah 3, Tidak ke langkah 1',
        ),
      )
      .toBeVisible();
  });

  it('shows the small map by itself only where it covers no lane, and wherever it is asked for', async () => {
    await openCanvas(smallProcedure());
    const map = page.getByRole('img', { name: 'Peta kecil bagan' });
    await expect.element(map).toBeVisible();

    await page.viewport(1024, 768);
    await expect.element(map).not.toBeInTheDocument();
    await page.getByRole('button', { name: 'Peta kecil' }).click();

    await expect.element(map).toBeVisible();
  });

  it('adds a step after the selected one by Enter, in the flow, and types its text', async () => {
    const session = await openCanvas(smallProcedure());

    await symbol(/^Langkah 3,/).click();
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('Memindai{Enter}');

    await expect.element(symbol('Langkah 4, Sekretaris, proses: Memindai')).toHaveFocus();
    const procedure = session.procedure.get();
    expect(toActivities(procedure)[3]).toBe('Memindai');
    expect(toArrows(procedure)).toContain('3>4');
    expect(toArrows(procedure)).toContain('4>5');
    expect(toArrows(procedure)).not.toContain('3>5');
  });

  it('adds a step where an empty cell is double-clicked', async () => {
    const session = await openCanvas({ ...smallProcedure(), steps: [], flows: [] });

    await page.getByRole('button', { name: 'Tambah langkah' }).click();
    await userEvent.keyboard('Mulai{Enter}');
    await dispatchDoubleClick(
      boxOf(page.getByRole('button', { name: 'Pelaksana: Sekretaris', exact: true })).left + 40,
      boxOf(symbol(/^Langkah 1,/)).bottom + 200,
    );
    await userEvent.keyboard('Menelaah{Enter}');

    await expect.element(symbol('Langkah 2, Sekretaris, proses: Menelaah')).toBeVisible();
    expect(toArrows(session.procedure.get())).toEqual(['1>2']);
  });

  it('moves a symbol to another cell by dragging: actor and order change as one', async () => {
    const session = await openCanvas(smallProcedure());
    const target = boxOf(symbol(/^Langkah 1,/));
    const lane = boxOf(page.getByRole('button', { name: 'Pelaksana: Kasubag', exact: true }));

    await drag(symbol(/^Langkah 3,/), { x: lane.left + lane.width / 2, y: target.top - 12 });

    await expect
      .poll(() =>
        session.procedure.get().steps.map(({ id, symbols: [symbol] }) => [id, symbol?.actor]),
      )
      .toEqual([
        ['sign', 'head'],
        ['receive', 'staff'],
        ['check', 'head'],
        ['file', 'staff'],
      ]);
    session.undo();
    expect(session.procedure.get()).toEqual(smallProcedure());
  });

  it('connects two symbols by dragging from a handle, and calls a decision’s exit Ya', async () => {
    const start = smallProcedure();
    const session = await openCanvas({
      ...start,
      flows: start.flows.filter(({ id }) => id !== 'f2'),
    });

    await symbol(/^Langkah 2,/).click();
    const target = boxOf(symbol(/^Langkah 4,/));
    await drag(handleOf('s2'), { x: target.left + target.width / 2, y: target.top + 10 });

    await expect.element(symbol('Panah Ya dari langkah 2 ke langkah 4')).toBeVisible();
    expect(session.procedure.get().flows.at(-1)).toMatchObject({
      from: 's2',
      to: 's4',
      label: 'Ya',
    });
  });

  it('renames an exit in place', async () => {
    const session = await openCanvas(smallProcedure());

    session.select([{ kind: 'flow', id: 'f2' }]);
    await expect.element(page.getByRole('button', { name: 'Ubah label' })).toBeVisible();
    await userEvent.keyboard('{F2}');
    await userEvent.keyboard('Lengkap{Enter}');

    await expect.element(symbol('Panah Lengkap dari langkah 2 ke langkah 3')).toBeVisible();
  });

  it('replaces a text by typing over the selected symbol; Escape takes it back', async () => {
    const session = await openCanvas(smallProcedure());

    await symbol(/^Langkah 3,/).click();
    await userEvent.keyboard('Membubuhkan paraf{Enter}');
    expect(toActivities(session.procedure.get())[2]).toBe('Membubuhkan paraf');

    await userEvent.keyboard('{F2}');
    await userEvent.keyboard('x{Escape}');
    expect(toActivities(session.procedure.get())[2]).toBe('Membubuhkan paraf');
    await expect.element(symbol(/^Langkah 3,.*Membubuhkan paraf/)).toHaveFocus();
  });

  it('heals the flow when a symbol is deleted, and undo brings all back', async () => {
    const session = await openCanvas(smallProcedure());

    await symbol(/^Langkah 3,/).click();
    await userEvent.keyboard('{Delete}');

    expect(toArrows(session.procedure.get())).toEqual(['1>2', '2>3', '2>1']);
    await expect.element(symbol(/^Langkah 2,/)).toHaveFocus();
    session.undo();
    expect(session.procedure.get()).toEqual(smallProcedure());
    await expect.element(symbol(/^Langkah 4,/)).toBeVisible();
  });

  it('deletes several symbols that were selected with Shift, as one action', async () => {
    const session = await openCanvas(smallProcedure());

    await symbol(/^Langkah 2,/).click();
    await symbol(/^Langkah 3,/).click({ modifiers: ['Shift'] });
    await userEvent.keyboard('{Delete}');

    expect(toActivities(session.procedure.get())).toEqual(['Menerima surat', 'Mengarsipkan']);
    session.undo();
    expect(session.procedure.get()).toEqual(smallProcedure());
  });

  it('selects by a frame and moves all of it by dragging one, as one action', async () => {
    const session = await openCanvas(smallProcedure());
    const [second, third] = [boxOf(symbol(/^Langkah 2,/)), boxOf(symbol(/^Langkah 3,/))];
    const last = boxOf(symbol(/^Langkah 4,/));

    await frame(
      { x: second.left - 12, y: second.top + 8 },
      { x: third.right + 12, y: third.bottom - 4 },
    );
    await expect.poll(() => session.selection.get().map(({ id }) => id)).toEqual(['s2', 's3']);
    await drag(symbol(/^Langkah 2,/), { x: last.left + last.width / 2, y: last.bottom + 40 });

    await expect
      .poll(() => session.procedure.get().steps.map(({ id, symbols: [each] }) => [id, each?.actor]))
      .toEqual([
        ['receive', 'staff'],
        ['file', 'staff'],
        ['check', 'staff'],
        ['sign', 'head'],
      ]);
    expect(session.selection.get().map(({ id }) => id)).toEqual(['s2', 's3']);
    session.undo();
    expect(session.procedure.get()).toEqual(smallProcedure());
  });

  it('puts a symbol into the arrow on which it is dropped', async () => {
    const session = await openCanvas(smallProcedure());
    const arrow = document.querySelector('[data-flow="f1"] .canvasFlowHit');
    if (!(arrow instanceof SVGPathElement)) throw new RangeError('No arrow');
    const place = toScreen(arrow, arrow.getTotalLength() / 2);

    await drag(symbol(/^Langkah 3,/), place);

    await expect
      .poll(() => session.procedure.get().flows.find(({ id }) => id === 'f1')?.to)
      .toBe('s3');
    expect(session.procedure.get().flows).toContainEqual(
      expect.objectContaining({ from: 's3', to: 's2' }),
    );
    session.undo();
    expect(session.procedure.get()).toEqual(smallProcedure());
  });

  it('adds, names, groups and moves actors at the lane heads', async () => {
    const session = await openCanvas(smallProcedure());

    await page.getByRole('button', { name: 'Tambah pelaksana' }).click();
    await userEvent.keyboard('Ketua{Enter}');
    await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    expect(session.procedure.get().actors.map(({ name }) => name)).toEqual([
      'Staf',
      'Kasubag',
      'Ketua',
      'Sekretaris',
    ]);

    await page.getByRole('button', { name: 'Menu pelaksana Ketua' }).click();
    await page.getByRole('menuitem', { name: 'Kelompokkan pelaksana…' }).click();
    await userEvent.keyboard('Pimpinan{Enter}');
    expect(session.procedure.get().actors[2]).toMatchObject({ name: 'Ketua', group: 'Pimpinan' });
  });

  it('gives a viewer no tools that change anything', async () => {
    await openCanvas(smallProcedure(), 'viewer');

    await symbol(/^Langkah 3,/).click();
    await userEvent.keyboard('{Delete}{Enter}abc');

    await expect.element(page.getByRole('button', { name: 'Paskan' })).toBeVisible();
    expect(page.getByRole('button', { name: 'Tambah langkah' }).query()).toBeNull();
    expect(page.getByRole('toolbar', { name: 'Alat simbol' }).query()).toBeNull();
    expect(page.getByRole('textbox').query()).toBeNull();
    await expect.element(symbol(/^Langkah 4,/)).toBeVisible();
  });

  it('walks along the flow with Tab and through the grid with the arrows', async () => {
    await openCanvas(smallProcedure());

    await symbol(/^Langkah 1,/).click();
    await userEvent.keyboard('{Tab}');
    await expect.element(symbol(/^Langkah 2,/)).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(symbol(/^Langkah 3,/)).toHaveFocus();
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
    await expect.element(symbol(/^Langkah 2,/)).toHaveFocus();
  });
});

describe('Canvas of two people', () => {
  it('lets both type in one text without moving the other’s caret', async () => {
    const session = await openCanvas(smallProcedure());
    const other = joinSession(session);

    await symbol(/^Langkah 3,/).click();
    await userEvent.keyboard('{F2}{End} surat');
    const target = { of: 'step', step: 'sign', field: 'activity' } as const;
    other.apply({ type: 'spliceText', target, at: 0, remove: 0, insert: 'Ikut ' });
    expect(session.presence.get().editing).toEqual(target);
    await userEvent.keyboard(' keluar{Enter}');
    expect(session.presence.get().editing).toBeNull();

    const text = 'Ikut Menandatangani surat keluar';
    expect(toActivities(session.procedure.get())[2]).toBe(text);
    expect(toActivities(other.procedure.get())[2]).toBe(text);
  });

  it('takes back only its own words by Escape', async () => {
    const session = await openCanvas(smallProcedure());
    const other = joinSession(session);

    await symbol(/^Langkah 3,/).click();
    await userEvent.keyboard('{F2}{End} surat');
    const target = { of: 'step', step: 'sign', field: 'activity' } as const;
    other.apply({ type: 'spliceText', target, at: 0, remove: 0, insert: 'Ikut ' });
    await userEvent.keyboard('{Escape}');

    expect(toActivities(other.procedure.get())[2]).toBe('Ikut Menandatangani');
  });

  it('closes the text whose step the other one deletes, and goes on', async () => {
    const session = await openCanvas(smallProcedure());
    const other = joinSession(session);

    await symbol(/^Langkah 3,/).click();
    await userEvent.keyboard('{F2}');
    await expect.element(page.getByRole('textbox', { name: 'Kegiatan' })).toHaveFocus();
    other.apply({ type: 'removeStep', step: 'sign' });

    await expect.poll(() => page.getByRole('textbox').query()).toBeNull();
    await symbol(/^Langkah 2,/).click();
    await expect.element(page.getByRole('toolbar', { name: 'Alat simbol' })).toBeVisible();
  });

  it('shows where the other one is, and what they draw', async () => {
    const session = await openCanvas(smallProcedure());
    const other = joinSession(session);

    other.select([{ kind: 'symbol', id: 's3' }]);
    other.setPresence({ cursor: { x: 300, y: 200 } });
    other.apply({
      type: 'addStep',
      step: {
        id: 'new',
        activity: 'Menyerahkan',
        symbols: [{ id: 'n1', actor: 'head', kind: 'process' }],
      },
      place: { at: 'end' },
    });

    await expect.element(symbol('Langkah 5, Kasubag, proses: Menyerahkan')).toBeVisible();
    const names = page.getByText('Budi');
    await expect.poll(() => names.elements().length).toBe(2);
    const [, cursor] = names.elements();
    expect(cursor && getComputedStyle(cursor).backgroundColor).toBe('rgb(180, 60, 20)');

    other.setPresence({ cursor: null });
    other.select([]);
    await expect.poll(() => names.elements().length).toBe(0);
  });
});

function symbol(name: string | RegExp) {
  return page.getByRole('button', { name });
}

function boxOf(locator: ReturnType<typeof symbol>): DOMRect {
  return locator.element().getBoundingClientRect();
}

function handleOf(id: string): Element {
  const handles = document.querySelectorAll(`[data-handle="${id}"]`);
  const right = handles[1];
  if (!right) throw new RangeError(`No handles at ${id}`);
  return right;
}

async function dispatchDoubleClick(x: number, y: number): Promise<void> {
  await userEvent.dblClick(document.body, { position: { x, y }, force: true });
}

/** A point along a path, in the window. */
function toScreen(path: SVGPathElement, along: number): { readonly x: number; readonly y: number } {
  const { x, y } = path.getPointAtLength(along);
  return new DOMPoint(x, y).matrixTransform(path.getScreenCTM() ?? undefined);
}

function toActivities({ steps }: Procedure): readonly string[] {
  return steps.map(({ activity }) => activity);
}

/** "1>2" for an arrow from the first step to the second. */
function toArrows({ steps, flows }: Procedure): readonly string[] {
  const number = (symbolId: string) =>
    steps.findIndex(({ symbols }) => symbols.some(({ id }) => id === symbolId)) + 1;
  return flows.map(({ from, to }) => `${number(from)}>${number(to)}`);
}
