import { describe, expect, it } from 'vitest';
import { applyEdit } from '#core/edit/applyEdit.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { toPasteEdit } from '#views/table/pastedRows.ts';

describe('toPasteEdit', () => {
  it('fills the cells to the right and down, and adds steps at the end', () => {
    let made = 0;
    const edit = toPasteEdit(
      smallProcedure(),
      [
        ['Kartu', '1 jam', 'Kartu terisi'],
        ['Amplop'],
        ['Perangko', '2 jam', 'Surat', 'Segera', 'x'],
      ],
      { step: 'sign', field: 'requirements', newId: () => `new${++made}` },
    );

    const result = applyEdit(smallProcedure(), edit);

    const rows = result.ok
      ? result.procedure.steps
          .slice(2)
          .map((step) => [step.activity, step.requirements, step.duration, step.output, step.notes])
      : [];
    expect(rows).toEqual([
      ['Menandatangani', 'Kartu', '1 jam', 'Kartu terisi', ''],
      ['Mengarsipkan', 'Amplop', '5 menit', 'Catatan', ''],
      ['', 'Perangko', '2 jam', 'Surat', 'Segera'],
    ]);
    expect(result.ok && result.procedure.flows.at(-1)).toMatchObject({ from: 's4' });
  });
});
