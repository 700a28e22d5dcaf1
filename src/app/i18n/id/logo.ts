export const logo = {
  heading: 'Logo',
  hint: 'PNG atau SVG; foto (JPG, WebP) dijadikan PNG. Gambar besar diperkecil sendiri.',
  add: 'Tambah logo',
  choose: 'Pilih gambar…',
  replace: 'Ganti logo…',
  remove: 'Hapus logo',
  actions: 'Tindakan untuk logo',
  drop: 'Lepaskan gambar di sini',
  file: 'Berkas logo',
  preview: 'Logo saat ini',
  none: 'Belum ada logo.',
  problem: {
    type: 'Berkas itu bukan gambar. Pakailah PNG atau SVG.',
    unreadable: 'Gambar itu tidak dapat dibaca; mungkin berkasnya rusak.',
    unsafe:
      'SVG itu memuat skrip atau tautan ke luar, jadi tidak dipakai. Simpan sebagai PNG, atau hapus bagian itu.',
    'too-large': 'Gambar itu terlalu besar, juga setelah diperkecil menjadi 300 kB.',
  },
} as const;
