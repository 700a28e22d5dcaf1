import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/build.mjs';

type SampleName =
  | 'pemutakhiran-data-pemilih'
  | 'penggantian-antarwaktu-dprd'
  | 'penyusunan-dan-penetapan-sop'
  | 'permohonan-informasi-publik';

/** One of the examples that come with the product, as its file. */
export function readSample(name: SampleName): Record<string, unknown> {
  return JSON.parse(readFileSync(join(root, `public/examples/${name}.sop.json`), 'utf8'));
}

/** Three steps of two actors: start, check, end. */
export function smallFile(title: string): Record<string, unknown> {
  const step = (id: string, activity: string, actor: string, kind: string) => ({
    id,
    activity,
    requirements: '',
    duration: '',
    output: '',
    notes: '',
    symbols: [{ id: `${id}a`, actor, kind }],
  });
  return {
    format: 'alur.sop',
    version: 1,
    identity: {
      title,
      number: '',
      unit: ['KPU Kabupaten Contoh'],
      createdOn: null,
      revisedOn: null,
      effectiveOn: null,
      approver: { position: '', name: '', nip: '' },
      legalBasis: [],
      qualifications: [],
      relatedProcedures: [],
      equipment: [],
      warnings: [],
      records: [],
    },
    actors: [
      { id: 'staf', name: 'Staf' },
      { id: 'kasubbag', name: 'Kasubbag' },
    ],
    steps: [
      step('s1', 'Menerima berkas', 'staf', 'terminator'),
      step('s2', 'Memeriksa berkas', 'kasubbag', 'process'),
      step('s3', 'Mengarsipkan berkas', 'staf', 'terminator'),
    ],
    flows: [
      { id: 'f1', from: 's1a', to: 's2a' },
      { id: 'f2', from: 's2a', to: 's3a' },
    ],
  };
}
