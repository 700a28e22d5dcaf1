/** Words that begin like an active verb and are none. */
const NOT_VERBS = new Set(
  (
    'media medis meja mekanik mekanisme memo memorandum mentah menteri merah mereka merek mesin meter ' +
    'metode mei melalui menit mengenai meskipun menurut merupakan berita berkas berat bersih beras ' +
    'besar berapa berikut'
  ).split(' '),
);

/** True for an active verb: me-, mem-, men-, meng-, meny-, memper-, ber-, be-. */
export function isActiveVerb(word: string): boolean {
  const plain = word.toLowerCase();
  if (NOT_VERBS.has(plain)) return false;
  return /^(?:me\p{L}{3,}|ber\p{L}{3,}|bekerja|belajar)$/u.test(plain);
}

/** What a noun or bare root should be as a verb: Pengumpulan → Mengumpulkan, Validasi → Memvalidasi. */
export function suggestVerb(word: string): string | undefined {
  const plain = word.toLowerCase();
  const verb = knownForms.get(plain) ?? fromPeNoun(plain) ?? fromLoanWord(plain);
  return verb && (/^\p{Lu}/u.test(word) ? capitalize(verb) : verb);
}

/** Forms that no rule finds: with -kan or -i, or with another root. */
const knownForms: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...pairs('buat:membuat kirim:mengirim terima:menerima periksa:memeriksa susun:menyusun'),
    ...pairs('catat:mencatat simpan:menyimpan tulis:menulis baca:membaca cek:mengecek'),
    ...pairs(
      'cetak:mencetak isi:mengisi hitung:menghitung arsipkan:mengarsipkan siapkan:menyiapkan',
    ),
    ...pairs('sampaikan:menyampaikan serahkan:menyerahkan lakukan:melakukan ajukan:mengajukan'),
    ...pairs('tandatangani:menandatangani umumkan:mengumumkan tetapkan:menetapkan input:menginput'),
    ...pairs('rapat:melaksanakan_rapat disposisi:mendisposisikan arsip:mengarsipkan'),
    ...pairs('pemberian:memberikan pemberitahuan:memberitahukan pembayaran:membayar'),
    ...pairs(
      'pelaksanaan:melaksanakan pelaporan:melaporkan pelayanan:melayani pelantikan:melantik',
    ),
    ...pairs('pengumpulan:mengumpulkan pengajuan:mengajukan pengesahan:mengesahkan'),
    ...pairs('pengumuman:mengumumkan pengarsipan:mengarsipkan pengiriman:mengirimkan'),
    ...pairs(
      'pemutakhiran:memutakhirkan pengembalian:mengembalikan penginputan:menginput pengadaan:mengadakan',
    ),
    ...pairs('pengelolaan:mengelola pengujian:menguji penyampaian:menyampaikan'),
    ...pairs('penyerahan:menyerahkan penyiapan:menyiapkan penyediaan:menyediakan'),
    ...pairs('penyelesaian:menyelesaikan penyelenggaraan:menyelenggarakan'),
    ...pairs('penetapan:menetapkan penentuan:menentukan penerbitan:menerbitkan'),
    ...pairs('penempatan:menempatkan penugasan:menugaskan penandatanganan:menandatangani'),
    ...pairs('pendistribusian:mendistribusikan pendaftaran:mendaftarkan'),
    ...pairs('pendokumentasian:mendokumentasikan penjadwalan:menjadwalkan'),
    ...pairs('persiapan:menyiapkan persetujuan:menyetujui permohonan:memohon permintaan:meminta'),
    ...pairs('perbaikan:memperbaiki perencanaan:merencanakan perumusan:merumuskan'),
    ...pairs('perhitungan:menghitung perekaman:merekam perpanjangan:memperpanjang'),
    ...pairs('koordinasi:mengoordinasikan sosialisasi:menyosialisasikan'),
    ...pairs('distribusi:mendistribusikan konsultasi:mengonsultasikan publikasi:memublikasikan'),
    ...pairs(
      'dokumentasi:mendokumentasikan simulasi:menyimulasikan presentasi:mempresentasikan konfirmasi:mengonfirmasi',
    ),
    ...pairs('monitoring:memonitor revisi:merevisi reviu:mereviu review:mereviu entri:mengentri'),
    ...pairs('laporan:melaporkan usulan:mengusulkan undangan:mengundang keputusan:memutuskan'),
  }),
);

function pairs(text: string): Record<string, string> {
  return Object.fromEntries(
    text.split(' ').map((pair) => {
      const [noun = '', verb = ''] = pair.split(':');
      return [noun, verb.replace('_', ' ')];
    }),
  );
}

/** Pembuatan → membuat, penyusunan → menyusun: the prefix of the noun is that of the verb. */
function fromPeNoun(word: string): string | undefined {
  const root = /^pe(m|n|ng|ny|l|r)(\p{L}{3,})an$/u.exec(word);
  return root ? `me${root[1]}${root[2]}` : undefined;
}

/** Validasi → memvalidasi: words in -si take the prefix that their first letters ask for. */
function fromLoanWord(word: string): string | undefined {
  return /^\p{L}{3,}si$/u.test(word) ? withPrefix(word) : undefined;
}

function withPrefix(root: string): string {
  if (/^[aiueogh]|^k[lr]|^kh/.test(root)) return `meng${root}`;
  if (/^(?:[bfv]|p[lr])/.test(root)) return `mem${root}`;
  if (/^(?:[cdjz]|t[r]|s[ytpkr])/.test(root)) return `men${root}`;
  switch (root[0]) {
    case 'k':
      return `meng${root.slice(1)}`;
    case 'p':
      return `mem${root.slice(1)}`;
    case 't':
      return `men${root.slice(1)}`;
    case 's':
      return `meny${root.slice(1)}`;
    default:
      return `me${root}`;
  }
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
