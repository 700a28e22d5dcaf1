import type { Flow, Procedure, Step, StepSymbol } from '#core/model/procedure.ts';
import { smallProcedure } from './smallProcedure.ts';

/** Questions of about 40, 90 and 250 letters. */
export const LONG_QUESTIONS = [
  'Apakah berkas lengkap dan sudah benar?',
  'Apakah rancangan keputusan sudah sesuai dengan hasil rapat pleno dan peraturan terakhir?',
  'Apakah seluruh dokumen pendukung, yaitu surat pernyataan, daftar riwayat hidup, salinan ijazah yang dilegalisasi, dan surat keterangan sehat jasmani dan rohani dari rumah sakit pemerintah, sudah diterima lengkap, sah, dan sesuai dengan syarat calon?',
] as const;

/** The steps whose decisions ask them. */
const DECISIONS: Readonly<Record<number, string>> = {
  3: LONG_QUESTIONS[0],
  6: LONG_QUESTIONS[1],
  9: LONG_QUESTIONS[2],
};

const NAMES = [
  ...['Ketua', 'Anggota', 'Sekretaris', 'Kepala Bagian', 'Kepala Subbagian', 'Staf'],
  ...[
    'Bendahara',
    'Operator',
    'Arsiparis',
    'PPK',
    'PPS',
    'Pantarlih',
    'Bawaslu',
    'Pemohon',
    'Saksi',
  ],
];

/** Twelve steps, three of which decide what a long question asks, carried out by so many actors. */
export function askingProcedure(actorCount: number): Procedure {
  const steps = Array.from({ length: 12 }, (_, index) => toStep(index, actorCount));
  const flows = steps.slice(1).flatMap((_, index): readonly Flow[] => {
    const onwards = { id: `f${index}`, from: `s${index}`, to: `s${index + 1}` };
    return index in DECISIONS
      ? [
          { ...onwards, label: 'Ya' },
          { id: `b${index}`, from: `s${index}`, to: `s${index - 2}`, label: 'Tidak' },
        ]
      : [onwards];
  });
  const actors = NAMES.slice(0, actorCount).map((name, index) => ({ id: `a${index}`, name }));
  return { ...smallProcedure(), actors, steps, flows };
}

function toStep(index: number, actorCount: number): Step {
  const question = DECISIONS[index];
  const isEnd = index === 0 || index === 11;
  const kind = question ? 'decision' : isEnd ? 'terminator' : 'process';
  const symbol: StepSymbol = { id: `s${index}`, actor: `a${(index * 3) % actorCount}`, kind };
  return {
    id: `step ${index}`,
    activity: question ? 'Memeriksa kelengkapan berkas' : 'Menyusun dan menyampaikan berkas',
    requirements: 'Berkas permohonan',
    duration: '1 hari',
    output: 'Berkas',
    notes: '',
    symbols: [question ? { ...symbol, text: question } : symbol],
  };
}
