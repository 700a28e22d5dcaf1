import { describe, expect, it } from 'vitest';
import type { Identity } from '#core/model/procedure.ts';
import { checkProcedure } from '#core/rules/checkProcedure.ts';
import { describeFinding } from '#core/rules/describeFinding.ts';
import { checkIdentity, type KnownProcedure } from '#core/rules/identityRules.ts';
import { readExample } from '#tests/support/examples.ts';

const example = readExample('penyusunan-dan-penetapan-sop');
const full = {
  ...example.identity,
  approver: { position: 'Sekretaris', name: 'Sari', nip: '' },
};

function check(change: Partial<Identity>, known?: readonly KnownProcedure[]) {
  return checkIdentity({ ...example, identity: { ...full, ...change } }, known).map(
    ({ rule, level, message, place }) => [
      rule,
      level,
      message,
      place.kind === 'identity' && place.field,
    ],
  );
}

describe('checkIdentity', () => {
  it('[I1] accepts a full identity', () => {
    expect(check({})).toEqual([]);
  });

  it('[I1] reports each empty field, the title as an error', () => {
    expect(check({ title: ' ', number: '', unit: [''], effectiveOn: null, records: [] })).toEqual([
      ['I1', 'error', 'identity-missing', 'title'],
      ['I1', 'warning', 'identity-missing', 'number'],
      ['I1', 'warning', 'identity-missing', 'unit'],
      ['I1', 'warning', 'identity-missing', 'effectiveOn'],
      ['I1', 'warning', 'identity-missing', 'records'],
    ]);
  });

  it('[I1] reports dates out of order', () => {
    expect(
      check({ createdOn: '2026-05-02', effectiveOn: '2026-05-01', revisedOn: '2026-01-01' }),
    ).toEqual([
      ['I1', 'error', 'effective-before-created', 'effectiveOn'],
      ['I1', 'error', 'revised-before-created', 'revisedOn'],
    ]);
  });

  it('[I2] notes a warning without condition or deadline', () => {
    const warnings = ['Harap teliti', 'Bila terlambat, permohonan gugur', 'Paling lambat 3 hari'];

    expect(check({ warnings })).toEqual([['I2', 'info', 'warning-form', 'warnings']]);
  });

  it('[I3] looks related procedures up where the office has a list', () => {
    const relatedProcedures = ['SOP Pengarsipan', 'SOP Cuti', 'Surat Masuk', 'SOP Lembur'];
    const known = [
      { title: 'Pengarsipan', state: 'current' },
      { title: 'SOP Surat Masuk', state: 'revised' },
      { title: 'Lembur', state: 'withdrawn' },
    ] as const;

    expect(check({ relatedProcedures }, known).map(([, , message]) => message)).toEqual([
      'related-unknown',
      'related-revised',
      'related-withdrawn',
    ]);
    expect(check({ relatedProcedures })).toEqual([]);
  });
});

describe('describeFinding', () => {
  it('says where and what, in Indonesian', () => {
    const steps = example.steps.map((step) =>
      step.id === 's3' ? { ...step, activity: 'Penyusunan draf' } : step,
    );
    const procedure = { ...example, steps };

    const [first] = checkProcedure(procedure);

    expect(first && describeFinding(procedure, first)).toBe(
      'Langkah 3: Kegiatan hendaknya diawali kata kerja aktif: "Menyusun", bukan "Penyusunan".',
    );
  });
});
