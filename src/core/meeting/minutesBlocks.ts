import { toPrintedDate } from '#core/layout/printedDate.ts';
import type { SuggestionRow } from '#core/suggestions/listSuggestions.ts';
import type { SuggestionIdentityField, SuggestionStatus } from '#core/suggestions/suggestion.ts';
import type { ChangeLine } from './changeLines.ts';
import type {
  Attendance,
  Minutes,
  MinutesDifference,
  MinutesItem,
  MinutesVote,
} from './minutes.ts';

/** A part of the written minutes; page, PDF and Word file are made of the same ones. */
export type MinutesBlock =
  | {
      readonly kind: 'letterhead';
      readonly lines: readonly string[];
      /** As a `data:` URI. */
      readonly logo?: string | undefined;
    }
  | { readonly kind: 'title'; readonly text: string }
  /** Labels and what stands beside them, behind a colon. */
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [string, string])[] }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'subheading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly isQuiet?: boolean | undefined }
  | { readonly kind: 'lines'; readonly lines: readonly ChangeLine[] }
  | MinutesTable
  | { readonly kind: 'signatures'; readonly signers: readonly MinutesSigner[] };

export interface MinutesTable {
  readonly kind: 'table';
  readonly name: string;
  readonly columns: readonly { readonly title: string; readonly share: number }[];
  readonly rows: readonly (readonly string[])[];
}

export interface MinutesSigner {
  readonly role: string;
  /** Empty for somebody whose name is written by hand. */
  readonly name: string;
}

const zoneNames: Readonly<Record<string, string>> = {
  'Asia/Jakarta': ' WIB',
  'Asia/Pontianak': ' WIB',
  'Asia/Makassar': ' WITA',
  'Asia/Jayapura': ' WIT',
};

const days = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'];

/** Whether a block must not stand last on a page, for what comes behind it. */
export function keepsNextBlock(block: MinutesBlock, next: MinutesBlock | undefined): boolean {
  // Signatures do not stand on a page without any of what was signed.
  if (next?.kind === 'signatures') return block.kind !== 'table';
  return block.kind === 'paragraph' && next?.kind === 'lines';
}

/** The minutes as they are written, in Indonesian; `zone` is that of the office, such as Asia/Jakarta. */
export function toMinutesBlocks(minutes: Minutes, zone: string): readonly MinutesBlock[] {
  return [
    ...(minutes.office.length > 0
      ? [{ kind: 'letterhead', lines: minutes.office, logo: minutes.logo } as const]
      : []),
    { kind: 'title', text: 'NOTULA RAPAT' },
    { kind: 'facts', facts: toFacts(minutes, zone) },
    { kind: 'heading', text: 'Acara' },
    ...toAgenda(minutes.items),
    { kind: 'heading', text: 'Kehadiran' },
    ...toAttendanceBlocks(minutes.attendance, zone),
    { kind: 'heading', text: 'Pembahasan' },
    ...minutes.items
      .filter(({ wasDiscussed }) => wasDiscussed)
      .flatMap((item, index) => toDiscussion(item, index, zone)),
    ...minutes.votes.flatMap((vote) => toVote(vote, zone)),
    ...toNotes('Catatan umum', minutes.notes),
    {
      kind: 'signatures',
      signers: [
        { role: 'Pimpinan rapat,', name: minutes.chair },
        { role: 'Notulis,', name: minutes.noteTaker },
      ],
    },
  ];
}

function toFacts(minutes: Minutes, zone: string): readonly (readonly [string, string])[] {
  const { startedAt, endedAt } = minutes;
  const date = startedAt ? toLocalDate(startedAt, zone) : minutes.scheduledOn.slice(0, 10);
  const from = startedAt
    ? toClock(startedAt, zone)
    : minutes.scheduledOn.slice(11).replace(':', '.');
  const until = endedAt ? toClock(endedAt, zone) : 'selesai';
  return [
    ['Rapat', minutes.title],
    ['Hari, tanggal', `${toDay(date)}, ${toPrintedDate(date)}`],
    ['Waktu', `${from}–${until}${zoneNames[zone] ?? ''}`],
    ['Tempat', minutes.place || '-'],
    ['Pimpinan rapat', minutes.chair || '-'],
    ['Notulis', minutes.noteTaker || '-'],
  ];
}

function toAgenda(items: readonly MinutesItem[]): readonly MinutesBlock[] {
  if (items.length === 0) return [{ kind: 'paragraph', text: 'Rapat ini tanpa acara tertulis.' }];
  return [
    {
      kind: 'table',
      name: 'Acara rapat',
      columns: [
        { title: 'No', share: 6 },
        { title: 'Acara', share: 46 },
        { title: 'Penyaji', share: 26 },
        { title: 'Waktu', share: 22 },
      ],
      rows: items.map((item, index) => [
        String(index + 1),
        item.title,
        item.presenter || '-',
        item.wasDiscussed
          ? `${item.spentMinutes} menit (rencana ${item.plannedMinutes})`
          : 'tidak dibahas',
      ]),
    },
  ];
}

const attendanceWords = { present: 'Hadir', excused: 'Izin', absent: 'Tidak hadir' } as const;

function toAttendanceBlocks(
  attendance: readonly Attendance[],
  zone: string,
): readonly MinutesBlock[] {
  if (attendance.length === 0) return [{ kind: 'paragraph', text: 'Tidak ada daftar hadir.' }];
  return [
    {
      kind: 'table',
      name: 'Daftar hadir',
      columns: [
        { title: 'No', share: 6 },
        { title: 'Nama', share: 32 },
        { title: 'Jabatan', share: 28 },
        { title: 'Kehadiran', share: 14 },
        { title: 'Tersambung', share: 20 },
      ],
      rows: attendance.map((each, index) => [
        String(index + 1),
        each.name,
        each.position || (each.isGuest ? 'Tamu' : '-'),
        attendanceWords[each.state],
        each.from && each.to ? `${toClock(each.from, zone)}–${toClock(each.to, zone)}` : '-',
      ]),
    },
  ];
}

function toDiscussion(item: MinutesItem, index: number, zone: string): readonly MinutesBlock[] {
  return [
    { kind: 'subheading', text: `${index + 1}. ${item.title}` },
    ...(item.hasProcedure ? [...toSuggestions(item), ...toChanges(item)] : []),
    ...item.votes.flatMap((vote) => toVote(vote, zone)),
    ...toNotes('Catatan', item.notes),
  ];
}

const outcomeWords: Readonly<Record<SuggestionStatus, string>> = {
  open: 'Belum diputuskan',
  accepted: 'Diterima',
  rejected: 'Ditolak',
  deferred: 'Ditunda',
};

function toSuggestions({ suggestions }: MinutesItem): readonly MinutesBlock[] {
  if (suggestions.length === 0)
    return [{ kind: 'paragraph', text: 'Tidak ada saran.', isQuiet: true }];
  return [
    {
      kind: 'table',
      name: 'Saran dan keputusan',
      columns: [
        { title: 'No', share: 6 },
        { title: 'Tentang', share: 22 },
        { title: 'Saran', share: 40 },
        { title: 'Keputusan', share: 32 },
      ],
      rows: suggestions.map((row) => [
        String(row.number),
        toPlace(row),
        row.author === '' ? row.text : `${row.text} (${row.author})`,
        toDecision(row),
      ]),
    },
  ];
}

/** As the identity page has them. */
const identityWords: Readonly<Record<SuggestionIdentityField, string>> = {
  logo: 'logo',
  unit: 'kop instansi',
  title: 'nama SOP',
  number: 'nomor SOP',
  createdOn: 'tanggal pembuatan',
  revisedOn: 'tanggal revisi',
  effectiveOn: 'tanggal efektif',
  approver: 'disahkan oleh',
  legalBasis: 'dasar hukum',
  qualifications: 'kualifikasi pelaksana',
  relatedProcedures: 'keterkaitan',
  equipment: 'peralatan/perlengkapan',
  warnings: 'peringatan',
  records: 'pencatatan dan pendataan',
};

function toPlace({ about, row, place, isTargetRemoved }: SuggestionRow): string {
  if (about.of === 'whole') return 'Keseluruhan SOP';
  if (about.of === 'identity') {
    const field = `Identitas, ${identityWords[about.field]}`;
    return place === '' ? field : `${field}: ${place}`;
  }
  const step = row === null ? 'Langkah' : `Langkah ${row}`;
  const named = place === '' ? step : `${step}: ${place}`;
  return isTargetRemoved ? `${named} (langkah dihapus)` : named;
}

function toDecision({ status, decision }: SuggestionRow): string {
  const details = [
    decision?.reason,
    decision?.responsible && `Penanggung jawab: ${decision.responsible}`,
    decision?.dueOn && `Tenggat: ${toPrintedDate(decision.dueOn)}`,
  ].filter((part) => typeof part === 'string' && part !== '');
  return [outcomeWords[status], ...details].join('. ');
}

function toChanges({ changes }: MinutesItem): readonly MinutesBlock[] {
  if (changes === null)
    return [
      { kind: 'paragraph', text: 'Keadaan sebelum dan sesudah tidak tersimpan.', isQuiet: true },
    ];
  if (changes.length === 0)
    return [{ kind: 'paragraph', text: 'SOP tidak diubah dalam rapat.', isQuiet: true }];
  return [
    { kind: 'paragraph', text: 'Perubahan dalam rapat:' },
    { kind: 'lines', lines: changes },
  ];
}

function toVote(vote: MinutesVote, zone: string): readonly MinutesBlock[] {
  const { question, isSecret, results, differences, openedAt } = vote;
  const secret = isSecret ? ' (rahasia)' : '';
  const about =
    differences.length > 0 ? ` antara varian SOP, pukul ${toClock(openedAt, zone)}` : '';
  return [
    {
      kind: 'paragraph',
      text: `Pemungutan suara${secret}${about}: ${question}`,
    },
    {
      kind: 'lines',
      lines: results.map(({ choice, count }) => ({ level: 1, text: `${choice}: ${count} suara` })),
    },
    ...differences.flatMap(toDifference),
    ...toAdopted(vote, zone),
  ];
}

function toDifference({ choice, from, changes }: MinutesDifference): readonly MinutesBlock[] {
  if (changes === null)
    return [{ kind: 'paragraph', text: `Keadaan ${choice} tidak tersimpan.`, isQuiet: true }];
  if (changes.length === 0)
    return [{ kind: 'paragraph', text: `${choice} sama dengan ${from}.`, isQuiet: true }];
  return [
    { kind: 'paragraph', text: `Yang berbeda pada ${choice} dari ${from}:` },
    { kind: 'lines', lines: changes },
  ];
}

function toAdopted({ differences, adopted }: MinutesVote, zone: string): readonly MinutesBlock[] {
  if (differences.length === 0) return [];
  if (!adopted)
    return [{ kind: 'paragraph', text: 'Tidak ada yang diambil ke dalam SOP.', isQuiet: true }];
  const by = adopted.by === '' ? '' : ` oleh ${adopted.by}`;
  const at = toClock(adopted.at, zone);
  return [{ kind: 'paragraph', text: `${adopted.choice} diambil ke dalam SOP${by}, pukul ${at}.` }];
}

function toNotes(label: string, notes: string): readonly MinutesBlock[] {
  const texts = notes.split(/\n+/).filter((text) => text.trim() !== '');
  if (texts.length === 0) return [];
  return texts.map((text, index) => ({
    kind: 'paragraph',
    text: index === 0 ? `${label}: ${text}` : text,
  }));
}

function toLocalDate(iso: string, zone: string): string {
  // Sweden writes dates as ISO does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(
    new Date(iso),
  );
}

function toClock(iso: string, zone: string): string {
  const text = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, timeStyle: 'short' }).format(
    new Date(iso),
  );
  return text.replace(':', '.');
}

function toDay(date: string): string {
  return days[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
}
