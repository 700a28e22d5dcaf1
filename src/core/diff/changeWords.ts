import type { IdentityDate, IdentityList, StepText, SymbolKind } from '#core/model/procedure.ts';
import type { Settings } from '#core/model/settings.ts';
import type { IdentityField } from './procedureDiff.ts';

/** Names of what can change, in Indonesian as on the page. */
export const fieldNames: Readonly<
  Record<IdentityField | IdentityDate | IdentityList | Exclude<StepText, 'activity'>, string>
> = {
  logo: 'Logo',
  title: 'Nama SOP',
  number: 'Nomor SOP',
  createdOn: 'Tanggal pembuatan',
  revisedOn: 'Tanggal revisi',
  effectiveOn: 'Tanggal efektif',
  position: 'Jabatan yang mengesahkan',
  name: 'Nama yang mengesahkan',
  nip: 'NIP yang mengesahkan',
  unit: 'Kop instansi',
  legalBasis: 'Dasar hukum',
  qualifications: 'Kualifikasi pelaksana',
  relatedProcedures: 'Keterkaitan',
  equipment: 'Peralatan/perlengkapan',
  warnings: 'Peringatan',
  records: 'Pencatatan dan pendataan',
  requirements: 'Kelengkapan',
  duration: 'Waktu',
  output: 'Output',
  notes: 'Keterangan',
};

export const kindNames: Readonly<Record<SymbolKind, string>> = {
  terminator: 'kapsul',
  process: 'kotak',
  decision: 'belah ketupat',
};

export const settingNames: Readonly<Record<keyof Settings, string>> = {
  paper: 'Ukuran kertas',
  orientation: 'Arah kertas',
  marginMm: 'Margin (mm)',
  footerBandMm: 'Ruang kosong di bawah (mm)',
  typeFamily: 'Jenis huruf',
  typeSizePt: 'Ukuran huruf tabel (pt)',
  symbolScale: 'Ukuran simbol',
  terminatorStyle: 'Kapsul mulai dan selesai',
  exitLabels: 'Jawaban keputusan',
  columnNumbers: 'Baris nomor kolom',
  startsOnIdentityPage: 'Flowchart mulai di halaman identitas',
  cover: 'Halaman judul',
  decreePage: 'Halaman keputusan (SK)',
  draftMark: 'Tanda DRAF',
  tableNote: 'Catatan di bawah tabel',
};

/** A setting's value, where a word says more than the value itself. */
export const settingValues: Readonly<Record<string, string>> = {
  true: 'ya',
  false: 'tidak',
  undefined: 'bawaan',
  a4: 'A4',
  f4: 'F4',
  letter: 'Letter',
  legal: 'Legal',
  a3: 'A3',
  landscape: 'mendatar',
  portrait: 'tegak',
  arial: 'Arial',
  bookman: 'Bookman Old Style',
  times: 'Times',
  activity: 'kegiatan itu sendiri',
  extra: 'kapsul tambahan',
  words: 'Ya/Tidak',
  letters: 'Y/T',
};
