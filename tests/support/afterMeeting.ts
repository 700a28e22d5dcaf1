import { applyEdit } from '#core/edit/applyEdit.ts';
import type { Edit } from '#core/edit/edit.ts';
import type { Procedure, StepText } from '#core/model/procedure.ts';

/** What a meeting agreed on for the example "Pelayanan Permohonan Informasi Publik". */
const edits: readonly Edit[] = [
  { type: 'setText', target: { of: 'title' }, text: 'Pelayanan Informasi Publik' },
  { type: 'setDate', field: 'revisedOn', date: '2026-11-25' },
  { type: 'setDate', field: 'effectiveOn', date: '2026-12-01' },
  {
    type: 'setText',
    target: { of: 'item', list: 'legalBasis', index: 4 },
    text: 'Keputusan KPU Nomor 12 Tahun 2024 tentang SOP Pengelolaan dan Pelayanan Informasi Publik di Lingkungan KPU',
  },
  { type: 'removeItem', list: 'equipment', index: 4 },
  { type: 'addItem', list: 'equipment', index: 4, text: 'Aplikasi e-PPID' },
  { type: 'moveItem', list: 'qualifications', from: 3, to: 0 },
  { type: 'setText', target: { of: 'actor', actor: 'desk' }, text: 'Petugas Layanan Informasi' },
  { type: 'moveActor', actor: 'atasan', place: { before: 'subbag' } },
  write('s2', 'duration', '10 menit'),
  write('s2', 'activity', 'Memeriksa kelengkapan berkas dan identitas pemohon'),
  write('s6', 'duration', '2 jam'),
  write('s6', 'notes', 'Lewat e-PPID'),
  write('s11', 'notes', 'Dapat diperpanjang 7 hari kerja dengan alasan tertulis; gratis'),
  { type: 'moveStep', step: 's4', place: { before: 's3' } },
  { type: 'setSymbolKind', symbol: 's10a', kind: 'decision' },
  { type: 'moveSymbol', symbol: 's13a', step: 's13', actor: 'ppid' },
  { type: 'removeStep', step: 's9' },
  {
    type: 'addStep',
    step: {
      id: 'survey',
      activity: 'Mengisi survei kepuasan layanan',
      symbols: [{ id: 'surveyA', actor: 'pemohon', kind: 'process' }],
    },
    place: { before: 's15' },
    link: { flow: 'toSurvey' },
  },
  write('survey', 'duration', '5 menit'),
  write('survey', 'output', 'Survei terisi'),
  { type: 'setText', target: { of: 'label', flow: 'f6' }, text: 'Ya, langsung diberikan' },
  { type: 'retargetFlow', flow: 'f10', end: 'to', symbol: 's11a' },
  { type: 'changeSettings', settings: { paper: 'f4', exitLabels: 'letters' } },
];

function write(step: string, field: StepText, text: string): Edit {
  return { type: 'setText', target: { of: 'step', step, field }, text };
}

/** The example as it stands after a meeting: about a dozen corrections of every sort. */
export function afterMeeting(example: Procedure): Procedure {
  const result = applyEdit(example, { type: 'batch', edits });
  if (!result.ok) throw new RangeError(result.rejection.message);
  return result.procedure;
}
