/** Whether my work is on the server. */
export const status = {
  saved: 'Tersimpan',
  saving: 'Menyimpan…',
  connecting: 'Menyambung…',
  reconnecting: 'Menyambung kembali…',
  restarting: 'Server dimulai ulang – menyambung kembali…',
  tryLater: 'Server belum dapat menyimpan – perubahan disimpan di perangkat ini',
  tooMany: 'Server sedang penuh – mencoba lagi sebentar lagi',
  otherProtocol: 'Versi halaman ini sudah lama – perubahan disimpan di perangkat ini',
  offline: 'Luring – perubahan disimpan di perangkat ini',
} as const;
