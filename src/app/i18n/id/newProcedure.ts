/** What is asked before a new SOP is drawn, and the templates to begin with. */
export const newProcedure = {
  title: 'SOP baru',
  name: 'Judul SOP',
  placeholder: 'Misalnya: Pelayanan Permohonan Informasi',
  unit: 'Nama instansi dan unit kerja',
  unitHint: 'Satu nama tiap baris, seperti pada kop. Diingat untuk SOP berikutnya.',
  unitPlaceholder: 'KPU Kabupaten …\nSekretariat',
  actors: 'Pelaksana',
  actorsHint: 'Dari kiri ke kanan. Tekan Enter setelah tiap nama.',
  actorsPlaceholder: 'Misalnya: Sekretaris',
  templateActors: 'Mengikuti templat; namanya dapat diubah di kanvas.',
  submit: 'Buat',
  actor: 'Pelaksana',
  start: 'Mulai',
  end: 'Selesai',
  ways: {
    title: 'Mulai dari',
    empty: 'Kosong',
    emptyText: 'Gambar sendiri dari awal',
    template: 'Templat',
    templateText: 'Pilih dari galeri',
    file: 'Berkas',
    fileText: 'Impor dari komputer ini',
  },
  need: {
    title: 'Apakah kegiatan ini memerlukan SOP?',
    yes: 'Ya',
    no: 'Tidak',
    routine: {
      text: 'Dikerjakan secara rutin atau berulang?',
      advice:
        'Kegiatan yang hanya sekali biasanya cukup dengan surat tugas atau rencana kerja. Anda tetap dapat membuat SOP.',
    },
    output: {
      text: 'Menghasilkan keluaran yang pasti?',
      advice:
        'Tentukan dulu hasil akhirnya: dari sanalah langkah terakhir ditulis. Anda tetap dapat membuat SOP.',
    },
    parties: {
      text: 'Melibatkan sedikitnya dua pihak?',
      advice:
        'Pekerjaan satu pihak biasanya cukup dengan instruksi kerja. Bila tetap dibuat, hasilnya adalah SOP teknis.',
    },
    warranted: 'Kegiatan ini layak dituangkan dalam SOP.',
  },
  gallery: {
    title: 'Galeri templat',
    back: 'Kembali ke isian SOP baru',
    search: 'Cari templat',
    topics: 'Topik',
    all: 'Semua',
    size: '{{steps}} langkah, {{actors}} pelaksana',
    shown_other: '{{count}} templat',
    none: 'Tidak ada templat yang cocok',
    noneText: 'Coba kata lain, atau mulai dari SOP kosong.',
    clear: 'Tampilkan semua',
  },
  topic: {
    service: 'Pelayanan publik',
    office: 'Tata usaha',
    finance: 'Keuangan dan pengadaan',
    logistics: 'Logistik',
    voters: 'Data pemilih',
    elections: 'Tahapan dan rapat',
    example: 'Contoh lengkap',
  },
} as const;
