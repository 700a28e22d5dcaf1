import { emptyProcedure } from '#core/model/empty.ts';
import type { Flow, Procedure, Step } from '#core/model/procedure.ts';

const actorNames = ['Pemohon', 'Staf', 'Kasubbag', 'Kabag', 'Sekretaris', 'Ketua'];
const activities = [
  'Menerima berkas permohonan',
  'Memeriksa kelengkapan berkas',
  'Menyusun konsep nota dinas',
  'Meneliti konsep dan memberi paraf',
  'Menandatangani surat keluar',
  'Mengarsipkan dokumen',
];

/** A procedure of `count` steps in six lanes; every sixth is a decision that also leads back. */
export function longProcedure(count: number): Procedure {
  const actors = actorNames.map((name, index) => ({ id: `a${index}`, name }));
  const steps = Array.from({ length: count }, (_, index): Step => {
    const kind = toKind(index, count);
    return {
      id: `s${index}`,
      activity: `${activities[index % activities.length]} ${index + 1}`,
      requirements: '',
      duration: '',
      output: '',
      notes: '',
      symbols: [{ id: `y${index}`, actor: `a${(index * 7 + (index >> 2)) % actors.length}`, kind }],
    };
  });
  const flows = steps.slice(1).flatMap((_, index): readonly Flow[] => {
    const on = { id: `f${index}`, from: `y${index}`, to: `y${index + 1}` };
    if (toKind(index, count) !== 'decision') return [on];
    const back = { id: `b${index}`, from: `y${index}`, to: `y${index - 3}`, label: 'Tidak' };
    return [{ ...on, label: 'Ya' }, back];
  });
  return { ...emptyProcedure(), actors, steps, flows };
}

function toKind(index: number, count: number): 'terminator' | 'process' | 'decision' {
  if (index === 0 || index === count - 1) return 'terminator';
  return index % 6 === 4 ? 'decision' : 'process';
}
