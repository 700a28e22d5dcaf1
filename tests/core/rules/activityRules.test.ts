import { describe, expect, it } from 'vitest';
import type { Step } from '#core/model/procedure.ts';
import { checkActivities } from '#core/rules/activityRules.ts';
import { checkActorColumns } from '#core/rules/actorRules.ts';
import { flowchart } from '#tests/support/flowchart.ts';

function check(activity: string, change: Partial<Step> = {}) {
  const procedure = flowchart('(a) > b > (c)');
  const steps = procedure.steps.map((step) =>
    step.id === 'b' ? { ...step, activity, ...change } : step,
  );
  const actors = [
    { id: 'a1', name: 'Kasubbag' },
    { id: 'a2', name: 'Staf' },
  ];
  return checkActivities({ ...procedure, actors, steps }).map(({ rule, parameters }) => [
    rule,
    parameters,
  ]);
}

describe('checkActivities', () => {
  it.each([
    'Menerima surat',
    'Mengumumkan hasil',
    '3. Memeriksa berkas',
    'a) menyusun draf',
    'Berkoordinasi dengan PPK',
    'Bekerja sama dengan Bawaslu',
    '',
  ])('[K1] accepts "%s"', (activity) => {
    expect(check(activity)).toEqual([]);
  });

  it.each([
    ['Pengumpulan data', 'Pengumpulan', 'Mengumpulkan'],
    ['Pembuatan laporan', 'Pembuatan', 'Membuat'],
    ['Validasi data', 'Validasi', 'Memvalidasi'],
    ['penyusunan draf', 'penyusunan', 'menyusun'],
    ['Pemeriksaan berkas', 'Pemeriksaan', 'Memeriksa'],
    ['Klarifikasi kepada pemohon', 'Klarifikasi', 'Mengklarifikasi'],
    ['Sosialisasi SOP', 'Sosialisasi', 'Menyosialisasikan'],
    ['Buat laporan', 'Buat', 'Membuat'],
  ])('[K1] suggests a verb for "%s"', (activity, word, suggestion) => {
    expect(check(activity)).toEqual([['K1', { word, suggestion }]]);
  });

  it.each(['Berkas diterima', 'Menteri menandatangani', 'Surat masuk'])(
    '[K1] reports "%s", whose first word is no verb',
    (activity) => {
      expect(check(activity)).toEqual([['K1', { word: activity.split(' ')[0] }]]);
    },
  );

  it('[K2] reports an activity that starts with an actor, and nothing more of it', () => {
    expect(check('Kasubbag memeriksa berkas')).toEqual([['K2', { name: 'Kasubbag' }]]);
    expect(check('Stafkan pegawai').map(([rule]) => rule)).toEqual(['K1']);
  });

  it('[K3] notes two actors in a step that is not done together', () => {
    const symbols = [
      { id: 'b', actor: 'a1', kind: 'process' },
      { id: 'b2', actor: 'a2', kind: 'process' },
    ] as const;

    expect(check('Memeriksa berkas', { symbols })).toEqual([['K3', { count: 2 }]]);
    expect(check('Memeriksa berkas', { symbols, joint: true })).toEqual([]);
  });

  it('[F4] reports a condition in a step without a decision', () => {
    const symbols = [{ id: 'b', actor: 'a1', kind: 'decision' }] as const;

    expect(check('Mengembalikan berkas apabila salah')).toEqual([['F4', { word: 'apabila' }]]);
    expect(check('Memeriksa jika perlu', { symbols })).toEqual([]);
    expect(check('Memeriksa jikalau')).toEqual([]);
  });
});

describe('checkActorColumns', () => {
  it('[K4] asks for the order in which actors first act, once', () => {
    const procedure = flowchart('(a) > b > c > (d)', { a: 'a3', b: 'a2', c: 'a1', d: 'a1' });

    const findings = checkActorColumns(procedure);

    expect(findings).toEqual([
      {
        rule: 'K4',
        level: 'warning',
        place: { kind: 'procedure' },
        message: 'actor-order',
        parameters: { order: 'Pelaksana a3, Pelaksana a2, Pelaksana a1' },
      },
    ]);
  });

  it('[K4] accepts two actors who first act in the same row, in either order', () => {
    const procedure = flowchart('(a) > (b)', { a: 'a1', b: 'a1' });
    const [first, second] = procedure.steps;
    if (!first || !second) throw new Error('too small');
    const both = [...first.symbols, { id: 'x', actor: 'a0', kind: 'process' } as const];
    const actors = ['a1', 'a0'].map((id) => ({ id, name: id }));

    expect(
      checkActorColumns({ ...procedure, actors, steps: [{ ...first, symbols: both }, second] }),
    ).toEqual([]);
  });

  it('[K5] reports an actor without a symbol', () => {
    const procedure = flowchart('(a) > (b)');
    const actors = [...procedure.actors, { id: 'idle', name: 'Bendahara' }];

    expect(checkActorColumns({ ...procedure, actors })).toMatchObject([
      { rule: 'K5', place: { actor: 'idle' }, parameters: { name: 'Bendahara' } },
    ]);
  });
});
