import type { Procedure, Step } from '#core/model/procedure.ts';

/**
 * Three actors and four steps, each with one symbol, from capsule to capsule:
 * receive (s1) → check (s2) –Ya→ sign (s3) → file (s4), and –Tidak→ back to receive.
 */
export function smallProcedure(): Procedure {
  return {
    identity: {
      title: 'Pengelolaan Surat Masuk',
      number: '12/OT.02/2026',
      unit: ['Komisi Pemilihan Umum', 'Kota Bogor'],
      createdOn: '2026-06-02',
      revisedOn: null,
      effectiveOn: '2026-07-01',
      approver: { position: 'Sekretaris', name: 'Sari', nip: '1979' },
      legalBasis: ['UU 7/2017', 'PKPU 14/2020', 'PermenPANRB 35/2012'],
      qualifications: ['SMA'],
      relatedProcedures: [],
      equipment: ['Komputer', 'Lembar disposisi'],
      warnings: [],
      records: ['Buku agenda'],
    },
    actors: [
      { id: 'staff', name: 'Staf', group: 'Sekretariat' },
      { id: 'head', name: 'Kasubag', group: 'Sekretariat' },
      { id: 'secretary', name: 'Sekretaris' },
    ],
    steps: [
      step('receive', 'Menerima surat', { id: 's1', actor: 'staff', kind: 'terminator' }),
      step('check', 'Memeriksa surat', { id: 's2', actor: 'head', kind: 'decision' }),
      step('sign', 'Menandatangani', { id: 's3', actor: 'secretary', kind: 'process' }),
      step('file', 'Mengarsipkan', { id: 's4', actor: 'staff', kind: 'terminator' }),
    ],
    flows: [
      { id: 'f1', from: 's1', to: 's2' },
      { id: 'f2', from: 's2', to: 's3', label: 'Ya' },
      { id: 'f3', from: 's2', to: 's1', label: 'Tidak', route: { exit: 'left', channel: 'staff' } },
      { id: 'f4', from: 's3', to: 's4' },
    ],
  };
}

function step(id: string, activity: string, symbol: Step['symbols'][number]): Step {
  return {
    id,
    activity,
    requirements: 'Berkas',
    duration: '5 menit',
    output: 'Catatan',
    notes: '',
    symbols: [symbol],
  };
}
