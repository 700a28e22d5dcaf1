import * as z from 'zod/mini';
import { limits } from '#core/model/limits.ts';

const storageKey = 'alur.office';

const text = z.string().check(z.maxLength(limits.maxTextLength));
const schema = z.object({
  unit: z.array(text).check(z.maxLength(limits.maxListItems)),
  actors: z.array(text).check(z.maxLength(limits.maxActors)),
});

/** What the SOPs of one office mostly begin with: its letterhead and its actors. */
export type OfficeDefaults = z.infer<typeof schema>;

/** What the last new SOP on this device began with; empty at first. */
export function readOfficeDefaults(): OfficeDefaults {
  return parseOfficeDefaults(localStorage.getItem(storageKey));
}

export function keepOfficeDefaults(defaults: OfficeDefaults): void {
  localStorage.setItem(storageKey, JSON.stringify(defaults));
}

/** Reads what was kept; anything else counts as nothing. */
export function parseOfficeDefaults(kept: string | null): OfficeDefaults {
  try {
    const parsed = schema.safeParse(JSON.parse(kept ?? 'null'));
    if (parsed.success) return parsed.data;
  } catch {
    // Another program wrote there.
  }
  return { unit: [], actors: [] };
}

/** The lines of a text without the empty ones: "KPU Kota X\n\nSekretariat" are two. */
export function toLines(written: string): readonly string[] {
  return written
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, limits.maxListItems);
}

/** Names that are offered while one types an actor. They are words of the document, whatever the language. */
export const usualActors = [
  'Ketua KPU',
  'Anggota KPU',
  'Rapat Pleno',
  'Sekretaris',
  'Kasubbag',
  'Kasubbag Keuangan, Umum, dan Logistik',
  'Kasubbag Teknis Penyelenggaraan',
  'Kasubbag Perencanaan, Data, dan Informasi',
  'Kasubbag Hukum dan SDM',
  'Pejabat Fungsional',
  'Staf Pelaksana',
  'Operator',
  'Petugas Layanan',
  'Kuasa Pengguna Anggaran',
  'Pejabat Pembuat Komitmen',
  'Bendahara Pengeluaran',
  'PPID',
  'Panitia Pemilihan Kecamatan',
  'PPS',
  'KPPS',
  'Bawaslu',
  'Partai Politik',
  'Pemohon',
  'Masyarakat',
] as const;
