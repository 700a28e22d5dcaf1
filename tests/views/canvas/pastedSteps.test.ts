import { describe, expect, it } from 'vitest';
import { applyEdit } from '#core/edit/applyEdit.ts';
import { takeFragment } from '#core/edit/fragment.ts';
import { toPastedRows } from '#core/import/pastedCells.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { toPastedSteps } from '#views/canvas/clipboard/pastedSteps.ts';
import { toClipboard } from '#views/canvas/clipboard/toClipboard.ts';

const start = smallProcedure();

function paste(text: string, after?: { step: string; symbol: string }): Procedure {
  let count = 0;
  const newId = () => {
    count += 1;
    return `n${count}`;
  };
  const { edit } = toPastedSteps(start, toPastedRows(text), { after, actor: 'head', newId });
  const result = applyEdit(start, edit);
  if (!result.ok) throw new RangeError(result.rejection.message);
  return result.procedure;
}

/** "Memeriksa surat@Kasubag" */
function rowsOf({ steps, actors }: Procedure): readonly string[] {
  const name = (id: string) => actors.find((actor) => actor.id === id)?.name;
  return steps.map(
    ({ activity, symbols }) =>
      `${activity}@${symbols.map(({ actor, kind }) => `${name(actor)}${kind === 'process' ? '' : ` ${kind}`}`).join('+')}`,
  );
}

describe('toPastedSteps', () => {
  it('makes each line a step in the flow, below the selected one', () => {
    const pasted = paste('Memindai\nMengunggah', { step: 'sign', symbol: 's3' });

    expect(rowsOf(pasted).slice(2, 5)).toEqual([
      'Menandatangani@Sekretaris',
      'Memindai@Kasubag',
      'Mengunggah@Kasubag',
    ]);
    const [scan, upload] = [pasted.steps[3]?.symbols[0]?.id, pasted.steps[4]?.symbols[0]?.id];
    expect(pasted.flows.map(({ from, to }) => `${from}>${to}`)).toEqual(
      expect.arrayContaining([`s3>${scan}`, `${scan}>${upload}`, `${upload}>s4`]),
    );
  });

  it('leaves running numbers out and fills the row from what stands beside', () => {
    const pasted = paste('1\tMemindai\tBerkas\t5 menit\n2\tMengunggah');

    expect(pasted.steps.slice(4)).toMatchObject([
      { activity: 'Memindai', requirements: 'Berkas', duration: '5 menit' },
      { activity: 'Mengunggah' },
    ]);
  });

  it('believes a row of titles, and makes the lanes that it names', () => {
    const pasted = paste(
      'No.\tPelaksana\tUraian Kegiatan\tWaktu\tSimbol\n1\tKetua\tMenetapkan\t1 hari\tKeputusan\n2\tstaf\tMencatat',
    );

    expect(rowsOf(pasted).slice(4)).toEqual(['Menetapkan@Ketua decision', 'Mencatat@Staf']);
    expect(pasted.steps[4]?.duration).toBe('1 hari');
    expect(pasted.actors.map(({ name }) => name)).toEqual([
      'Staf',
      'Kasubag',
      'Sekretaris',
      'Ketua',
    ]);
  });

  it('reads what Alur itself copies as text, after a spreadsheet has had it', () => {
    const part = takeFragment(start, { steps: new Set(['check', 'file']), symbols: new Set() });
    const pasted = paste(toClipboard(part).text);

    expect(rowsOf(pasted).slice(4)).toEqual([
      'Memeriksa surat@Kasubag decision',
      'Mengarsipkan@Staf terminator',
    ]);
    expect(pasted.steps[4]).toMatchObject({ requirements: 'Berkas', duration: '5 menit' });
  });
});
