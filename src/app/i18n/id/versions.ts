/** Kept states of a procedure: saving, looking at and restoring them. */
export const versions = {
  title: 'Versi',
  text: 'Versi menyimpan isi SOP seperti saat ini. Versi tidak berubah, walau SOP terus disunting.',
  name: 'Nama versi',
  placeholder: 'Misalnya: Setelah rapat 24 November',
  save: 'Simpan versi',
  saved: 'Versi “{{name}}” disimpan.',
  unnamed: 'Versi tanpa nama',
  by: '{{date}} oleh {{name}}',
  none: 'Belum ada versi.',
  view: 'Lihat',
  viewNamed: 'Lihat {{name}}',
  back: 'Kembali ke daftar versi',
  waiting: 'Tunggu sampai semua perubahan tersimpan.',
  restore: 'Pulihkan versi ini',
  restoreTitle: 'Pulihkan versi ini?',
  restoreText:
    'Isi SOP diganti dengan versi “{{name}}” untuk semua orang yang membukanya. Keadaan sekarang disimpan dahulu sebagai versi tersendiri, dan pemulihan dapat diurungkan.',
  restoreConfirm: 'Pulihkan',
  before: 'Sebelum memulihkan “{{name}}”',
  restored: 'Versi “{{name}}” dipulihkan.',
} as const;
