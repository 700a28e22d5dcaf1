import type { IdentityDate, IdentityList, Side, SymbolKind } from '#core/model/procedure.ts';
import type { Settings } from '#core/model/settings.ts';

/** The words of the data sheets, as a clerk reads and writes them. */

export const sheetNames = {
  steps: 'Data',
  actors: 'Pelaksana',
  identity: 'Data identitas',
  settings: 'Pengaturan',
  flows: 'Panah',
  rest: 'Lainnya',
} as const;

/** Columns of the steps, in their order. */
export const stepTitles = {
  number: 'No',
  id: 'Id',
  activity: 'Kegiatan',
  actor: 'Pelaksana',
  symbol: 'Simbol',
  next: 'Berikutnya',
  label: 'Label',
  requirements: 'Kelengkapan',
  duration: 'Waktu',
  output: 'Output',
  notes: 'Keterangan',
  text: 'Teks simbol',
  joint: 'Bersama',
  symbolId: 'Id simbol',
} as const;

export const actorTitles = { name: 'Nama', group: 'Kelompok', id: 'Id' } as const;

export const flowTitles = {
  id: 'Id',
  from: 'Dari',
  to: 'Ke',
  label: 'Label',
  exit: 'Sisi keluar',
  entry: 'Sisi masuk',
  channel: 'Jalur',
  labelAt: 'Letak label',
} as const;

/** Of the identity, the settings and the rest: a name and its value in each row. */
export const pairTitles = { key: 'Bagian', value: 'Isi' } as const;

export const kindWords: Readonly<Record<SymbolKind, string>> = {
  terminator: 'Terminator',
  process: 'Proses',
  decision: 'Keputusan',
};

/** What else people call them. */
export const kindSynonyms: Readonly<Record<string, SymbolKind>> = {
  mulai: 'terminator',
  selesai: 'terminator',
  'mulai/selesai': 'terminator',
  kapsul: 'terminator',
  proses: 'process',
  process: 'process',
  kegiatan: 'process',
  kotak: 'process',
  decision: 'decision',
  keputusan: 'decision',
  'belah ketupat': 'decision',
  terminator: 'terminator',
};

export const yes = 'Ya';
export const no = 'Tidak';

export const identityWords = {
  title: 'Nama SOP',
  number: 'Nomor SOP',
  position: 'Jabatan pengesah',
  name: 'Nama pengesah',
  nip: 'NIP pengesah',
} as const;

export const dateWords: Readonly<Record<IdentityDate, string>> = {
  createdOn: 'Tanggal pembuatan',
  revisedOn: 'Tanggal revisi',
  effectiveOn: 'Tanggal efektif',
};

export const listWords: Readonly<Record<IdentityList, string>> = {
  unit: 'Unit kerja',
  legalBasis: 'Dasar hukum',
  qualifications: 'Kualifikasi pelaksana',
  relatedProcedures: 'Keterkaitan',
  equipment: 'Peralatan/perlengkapan',
  warnings: 'Peringatan',
  records: 'Pencatatan dan pendataan',
};

export const settingWords: Readonly<Record<keyof Settings, string>> = {
  paper: 'Kertas',
  orientation: 'Arah kertas',
  marginMm: 'Batas tepi (mm)',
  footerBandMm: 'Ruang tanda tangan elektronik (mm)',
  typeFamily: 'Huruf',
  typeSizePt: 'Ukuran huruf (pt)',
  symbolScale: 'Ukuran simbol',
  terminatorStyle: 'Gaya terminator',
  exitLabels: 'Label keputusan',
  columnNumbers: 'Nomor kolom',
  startsOnIdentityPage: 'Bagan di halaman identitas',
  cover: 'Sampul',
  decreePage: 'Halaman keputusan',
  draftMark: 'Tanda DRAF',
  tableNote: 'Catatan tabel',
};

export const sideWords: Readonly<Record<Side, string>> = {
  top: 'atas',
  right: 'kanan',
  bottom: 'bawah',
  left: 'kiri',
};

/** The channel left of the first actor. */
export const firstChannel = 'paling kiri';

/** Keys of the hidden rest; a long value goes on in the next row. */
export const restKeys = { logo: 'logo', exact: 'dokumen' } as const;

/** Separates several next steps, and their labels. */
export const SEPARATOR = '; ';
