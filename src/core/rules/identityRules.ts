import type { Identity, Procedure } from '#core/model/procedure.ts';
import type { Finding } from './finding.ts';

/** A procedure that the office keeps, for what others refer to. */
export interface KnownProcedure {
  readonly title: string;
  readonly state: 'current' | 'revised' | 'withdrawn';
}

/** I1 to I3: the identity page. I3 is checked only against a list of what the office has. */
export function checkIdentity(
  { identity }: Procedure,
  known?: readonly KnownProcedure[],
): readonly Finding[] {
  return [
    ...fields.filter(({ isEmpty }) => isEmpty(identity)).map(toMissing),
    ...checkDates(identity),
    ...identity.warnings.filter((text) => !hasWarningForm(text)).map(toWarningForm),
    ...(known ? identity.relatedProcedures.flatMap((name) => checkRelated(name, known)) : []),
  ];
}

interface Field {
  readonly field: string;
  readonly label: string;
  readonly isEmpty: (identity: Identity) => boolean;
}

const blank = (text: string) => text.trim() === '';
const blankList = (texts: readonly string[]) => texts.every(blank);

const fields: readonly Field[] = [
  { field: 'title', label: 'Nama SOP', isEmpty: ({ title }) => blank(title) },
  { field: 'number', label: 'Nomor SOP', isEmpty: ({ number }) => blank(number) },
  { field: 'unit', label: 'Nama instansi', isEmpty: ({ unit }) => blankList(unit) },
  { field: 'createdOn', label: 'Tanggal pembuatan', isEmpty: ({ createdOn }) => !createdOn },
  { field: 'effectiveOn', label: 'Tanggal efektif', isEmpty: ({ effectiveOn }) => !effectiveOn },
  {
    field: 'approver.position',
    label: 'Jabatan yang mengesahkan',
    isEmpty: ({ approver }) => blank(approver.position),
  },
  {
    field: 'approver.name',
    label: 'Nama yang mengesahkan',
    isEmpty: ({ approver }) => blank(approver.name),
  },
  {
    field: 'legalBasis',
    label: 'Dasar hukum',
    isEmpty: ({ legalBasis }) => blankList(legalBasis),
  },
  {
    field: 'qualifications',
    label: 'Kualifikasi pelaksana',
    isEmpty: ({ qualifications }) => blankList(qualifications),
  },
  {
    field: 'relatedProcedures',
    label: 'Keterkaitan',
    isEmpty: ({ relatedProcedures }) => blankList(relatedProcedures),
  },
  {
    field: 'equipment',
    label: 'Peralatan/perlengkapan',
    isEmpty: ({ equipment }) => blankList(equipment),
  },
  { field: 'warnings', label: 'Peringatan', isEmpty: ({ warnings }) => blankList(warnings) },
  {
    field: 'records',
    label: 'Pencatatan dan pendataan',
    isEmpty: ({ records }) => blankList(records),
  },
];

/** Number, dates and signer come only when the procedure is decreed, so a draft may lack them. */
function toMissing({ field, label }: Field): Finding {
  const level = field === 'title' ? 'error' : 'warning';
  return { ...at('I1', field), level, message: 'identity-missing', parameters: { label } };
}

function checkDates({ createdOn, revisedOn, effectiveOn }: Identity): readonly Finding[] {
  const findings: Finding[] = [];
  if (createdOn && effectiveOn && effectiveOn < createdOn)
    findings.push({
      ...at('I1', 'effectiveOn'),
      level: 'error',
      message: 'effective-before-created',
    });
  if (createdOn && revisedOn && revisedOn < createdOn)
    findings.push({ ...at('I1', 'revisedOn'), level: 'error', message: 'revised-before-created' });
  return findings;
}

function hasWarningForm(text: string): boolean {
  if (blank(text)) return true;
  const isCondition = /\b(?:jika|apabila|bila|bilamana|kalau)\b/i.test(text);
  const isDeadline =
    /\b(?:paling lambat|paling lama|selambat-lambatnya|batas waktu|sebelum)\b/i.test(text) ||
    /\d+\s*(?:menit|jam|hari|minggu|bulan|tahun)\b/i.test(text);
  return isCondition || isDeadline;
}

function toWarningForm(text: string): Finding {
  const parameters = { text: text.length > 80 ? `${text.slice(0, 79)}…` : text };
  return { ...at('I2', 'warnings'), level: 'info', message: 'warning-form', parameters };
}

function checkRelated(name: string, known: readonly KnownProcedure[]): readonly Finding[] {
  if (blank(name)) return [];
  const found = known.find(({ title }) => toKey(title) === toKey(name));
  const parameters = { name };
  const related = { ...at('I3', 'relatedProcedures'), parameters };
  if (!found) return [{ ...related, level: 'info', message: 'related-unknown' }];
  switch (found.state) {
    case 'current':
      return [];
    case 'revised':
      return [{ ...related, level: 'info', message: 'related-revised' }];
    case 'withdrawn':
      return [{ ...related, level: 'info', message: 'related-withdrawn' }];
  }
}

/** "SOP Pengarsipan" and "pengarsipan" name the same procedure. */
function toKey(title: string): string {
  return title
    .toLowerCase()
    .replace(/^\s*sop\b/, '')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}

function at(rule: Finding['rule'], field: string): Pick<Finding, 'rule' | 'place'> {
  return { rule, place: { kind: 'identity', field } };
}
