/** Whether my work is on the server. */
export const status = {
  saved: 'Tersimpan',
  saving: 'Menyimpan…',
  connecting: 'Menyambung…',
  reconnecting: 'Menyambung kembali…',
  offline: 'Luring – perubahan disimpan di perangkat ini',
} as const;
