import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { takeFragment } from '#core/edit/fragment.ts';
import { emptyProcedure } from '#core/model/empty.ts';
import { limits } from '#core/model/limits.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { readClipboard } from '#views/canvas/clipboard/readClipboard.ts';
import { toClipboard } from '#views/canvas/clipboard/toClipboard.ts';
import { openCanvas } from './openCanvas.tsx';

const all = { steps: new Set(['receive', 'check', 'sign', 'file']), symbols: new Set<string>() };

describe('readClipboard', () => {
  it('gives back what was copied, its texts with signs and lines unharmed', () => {
    const start = smallProcedure();
    const steps = start.steps.map((step) => ({ ...step, notes: 'a < b & "c"\nd' }));
    const part = takeFragment({ ...start, steps }, all);

    expect(readClipboard(toClipboard(part))).toEqual({ kind: 'part', fragment: part });
  });

  it('reads the table of a spreadsheet or of Word, and plain lines without their numbers', () => {
    const html =
      '<html><body><style>td{color:red}</style><table><tr><td>1</td><td><p>Menerima</p><p>berkas</p></td></tr>' +
      '<tr><td></td><td></td></tr><tr><td>2</td><td>Mencatat<br>nomor</td></tr></table></body></html>';

    expect(readClipboard({ html, text: 'x' })).toEqual({
      kind: 'rows',
      rows: [
        ['1', 'Menerima\nberkas'],
        ['2', 'Mencatat\nnomor'],
      ],
    });
    expect(readClipboard({ html: '', text: '1. Menerima\r\n2. Mencatat\r\n' })).toEqual({
      kind: 'rows',
      rows: [['Menerima'], ['Mencatat']],
    });
  });

  it('takes a spoilt part for the table that it is in, and refuses what is too much or nothing', () => {
    const spoilt = '<table data-alur="%7B%22format%22"><tr><td>Menerima</td></tr></table>';
    const many = Array.from({ length: limits.maxSteps + 1 }, () => 'Mencatat').join('\n');

    expect(readClipboard({ html: spoilt, text: '' })).toEqual({
      kind: 'rows',
      rows: [['Menerima']],
    });
    expect(readClipboard({ html: '', text: many })).toEqual({ kind: 'tooMuch' });
    expect(readClipboard({ html: '', text: ' \n ' })).toEqual({ kind: 'nothing' });
  });
});

describe('the clipboard on the canvas', () => {
  it('carries selected symbols with the arrows between them into another procedure', async () => {
    const session = await openCanvas(smallProcedure());
    await page.getByRole('button', { name: /^Langkah 2,/ }).click();
    await userEvent.keyboard('{Control>}a{/Control}');
    expect(session.selection.get()).toHaveLength(4);
    const copied = fire('copy');

    const other = await openCanvas(emptyProcedure('Lain'));
    [...document.querySelectorAll<HTMLElement>('[role="application"]')].at(-1)?.focus();
    fire('paste', copied);

    await expect.poll(() => other.procedure.get().steps.length).toBe(4);
    expect(other.procedure.get().flows).toHaveLength(4);
    expect(other.procedure.get().actors.map(({ name }) => name)).toEqual([
      'Staf',
      'Kasubag',
      'Sekretaris',
    ]);
    other.undo();
    expect(other.procedure.get().steps).toEqual([]);
  });

  it('cuts, and leaves the text of an open field to the field', async () => {
    const session = await openCanvas(smallProcedure());
    await page.getByRole('button', { name: /^Langkah 3,/ }).click();

    const copied = fire('cut');
    expect(session.procedure.get().steps.map(({ id }) => id)).toEqual(['receive', 'check', 'file']);
    await userEvent.keyboard('{F2}');
    await expect.element(page.getByRole('textbox', { name: 'Kegiatan' })).toHaveFocus();
    fire('paste', copied);

    await userEvent.keyboard('{Escape}');
    expect(session.procedure.get().steps).toHaveLength(3);
  });
});

/** The event that a browser makes of a key, where the keyboard is; gives what it puts on the clipboard. */
function fire(type: 'copy' | 'cut' | 'paste', clipboardData = new DataTransfer()): DataTransfer {
  const event = new ClipboardEvent(type, { clipboardData, bubbles: true, cancelable: true });
  (document.activeElement ?? document.body).dispatchEvent(event);
  return clipboardData;
}
