/** The keys of the application, and the tour of the editor. */
export const help = {
  title: 'Bantuan: tombol papan ketik',
  search: 'Cari perintah atau tombol',
  print: 'Cetak daftar',
  none: 'Tidak ada tombol yang cocok',
  noneText: 'Coba kata lain, misalnya “hapus” atau “Enter”.',
  note: 'Di Mac, Ctrl dapat diganti dengan Cmd. Huruf yang diketik di atas simbol terpilih langsung menulis teksnya. Di paparan, tekan ? untuk tombol-tombolnya.',
  tour: {
    name: 'Tur: menggambar SOP',
    hintName: 'Petunjuk pertama',
    hint: 'Pilih simbol <b>Mulai</b>, tekan <key>Enter</key> atau tombol +, lalu ketik kegiatan pertama.',
    start: 'Tunjukkan caranya (2 menit)',
    hide: 'Sembunyikan petunjuk',
    again: 'Tur 2 menit',
    place: 'Langkah {{step}} dari {{count}}',
    skip: 'Lewati langkah ini',
    end: 'Akhiri tur',
    done: 'Selesai',
    select: {
      title: 'Pilih sebuah simbol',
      text: 'Klik simbol di kanvas, atau pindah ke sana dengan <key>Tab</key>.',
    },
    write: {
      title: 'Tambahkan langkah',
      text: 'Tekan <key>Enter</key> atau tombol + di bawah simbol: langkah berikutnya muncul dan panahnya tersambung. Ketik kegiatannya, lalu tekan <key>Enter</key>.',
    },
    decide: {
      title: 'Jadikan keputusan',
      text: 'Dengan simbol terpilih, tekan <key>D</key> atau pilih belah ketupat di sampingnya. Cabang keduanya ditambahkan dengan <key>Ctrl</key> <key>↓</key>.',
    },
    actor: {
      title: 'Tambahkan pelaksana',
      text: 'Tekan <key>|</key> atau tombol + di ujung kepala kolom, lalu ketik namanya.',
    },
    table: {
      title: 'Lihat tabelnya',
      text: 'Buka <b>Tabel</b> di atas. Bagan yang sama sudah tersusun menurut format KPU.',
    },
    finish: {
      title: 'Siap dibawa pulang',
      text: '<b>Unduh</b> memberi PDF, Word, dan Excel; <b>Bagikan</b> mengajak rekan menggambar bersama. Tekan <key>F1</key> kapan saja untuk semua tombol.',
    },
  },
} as const;
