/** What went wrong and what to do, by problem code. */
export const errors = {
  unexpected:
    'Terjadi kesalahan yang tidak terduga. Coba lagi; bila berulang, hubungi administrator.',
  unreachable: 'Server tidak dapat dihubungi. Periksa jaringan Anda, lalu coba lagi.',
  signIn: 'Anda perlu masuk lebih dahulu.',
  wrongPassword: 'Surel atau kata sandi tidak cocok. Periksa kembali, lalu coba lagi.',
  weakPassword:
    'Kata sandi ini mudah ditebak. Gunakan beberapa kata yang tidak berkaitan, misalnya empat nama benda.',
  leakedPassword:
    'Kata sandi ini tercantum dalam daftar kata sandi yang pernah bocor. Gunakan yang lain.',
  wrongCode:
    'Kode tidak cocok atau sudah dipakai. Tunggu kode berikutnya di aplikasi autentikator, lalu coba lagi.',
  signInOver: 'Waktu untuk memasukkan kode sudah habis. Masukkan lagi surel dan kata sandi Anda.',
  codeLocked:
    'Terlalu banyak kode yang salah. Tunggu 15 menit, lalu coba lagi, atau hubungi administrator kantor Anda.',
  expiredPassword:
    'Kata sandi awal ini sudah kedaluwarsa. Mintalah yang baru kepada administrator kantor Anda.',
  dutyFirst: 'Muat ulang halaman ini: ada satu langkah masuk yang perlu Anda selesaikan dahulu.',
  accountClosed: 'Akun ini telah ditutup. Hubungi administrator kantor Anda.',
  lastAdmin: 'Harus tetap ada paling sedikit satu administrator.',
  tooManyAttempts: 'Terlalu banyak percobaan. Tunggu sebentar, lalu coba lagi.',
  forbidden: 'Anda tidak memiliki hak untuk tindakan ini. Mintalah kepada pemilik SOP.',
  notFound: 'Data yang dicari tidak ada, atau sudah dihapus.',
  expiredLink: 'Tautan ini tidak berlaku lagi. Mintalah tautan baru kepada pemilik SOP.',
  userExists: 'Sudah ada akun dengan surel tersebut.',
  unknownUser: 'Belum ada akun dengan surel tersebut. Mintalah administrator membuatkannya.',
  lastOwner: 'SOP harus tetap memiliki paling sedikit satu pemilik.',
  badSetupToken:
    'Tautan penyiapan ini tidak berlaku lagi. Lihat tautan terbaru pada keluaran server.',
  tooLarge: 'Berkas terlalu besar. Batasnya 5 MB.',
  badFile: 'Berkas tidak dapat dibaca.',
  badFileAt: 'Berkas tidak dapat dibaca di {{place}}.',
  unsupportedFile:
    'Jenis berkas ini belum didukung. Gunakan .sop.json, .bpmn, atau .docx/.xlsx buatan Alur.',
  invalidInput: 'Isian belum sesuai. Periksa kembali.',
} as const;
