import { toPrintedDate } from '#core/layout/printedDate.ts';
import type {
  ActorEntry,
  ChangeList,
  FlowDetail,
  IdentityEntry,
  ItemEntry,
  SettingEntry,
  Sign,
  StepDetail,
  StepEntry,
  StepName,
  SymbolDetail,
  SymbolName,
} from './changeList.ts';
import { fieldNames, kindNames, settingNames, settingValues } from './changeWords.ts';
import type { WordPart } from './diffWords.ts';
import { countChanges } from './listChanges.ts';

const signs: Readonly<Record<Sign, string>> = {
  added: '+',
  removed: '−',
  moved: '↕',
  changed: '~',
};

/**
 * The list as lines of plain text in Indonesian, each ended by a line feed. What went from a text stands
 * in [-…-], what came in {+…+}.
 */
export function describeChanges(list: ChangeList): string {
  const lines = [
    ...toSection('Identitas', list.identity.flatMap(describeIdentity)),
    ...toSection('Pelaksana', list.actors.flatMap(describeActor)),
    ...toSection('Langkah', list.steps.flatMap(describeStep)),
    ...toSection('Pengaturan halaman', list.settings.map(describeSetting)),
    summarize(list),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function toSection(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...indent(lines), ''];
}

function indent(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}

function summarize(list: ChangeList): string {
  if (list.isOnlyWriting)
    return 'Isi SOP sama; berkasnya hanya ditulis berbeda (id atau urutan panah).';
  const count = countChanges(list);
  return count === 0 ? 'Tidak ada perbedaan.' : `${count} perubahan`;
}

function describeIdentity(entry: IdentityEntry): readonly string[] {
  switch (entry.of) {
    case 'text':
      return [`~ ${fieldNames[entry.field]}: ${toText(entry.words)}`];
    case 'date':
      return [
        `~ ${fieldNames[entry.field]}: ${toPrintedDate(entry.before)} → ${toPrintedDate(entry.after)}`,
      ];
    case 'logo':
      return [`${signs[entry.sign]} ${fieldNames.logo}`];
    case 'list':
      return [`~ ${fieldNames[entry.list]}`, ...indent(entry.items.map(describeItem))];
  }
}

function describeItem({ signs: marks, number, was, words }: ItemEntry): string {
  return `${toSigns(marks)} ${number}. ${toEntryText(marks, words)}${toWas(was)}`;
}

function describeActor({ signs: marks, number, was, name, group }: ActorEntry): readonly string[] {
  const line = `${toSigns(marks)} Kolom ${number}: ${toEntryText(marks, name)}${toWas(was)}`;
  return group ? [line, `  Kelompok: ${toEntryText(marks, group)}`] : [line];
}

function describeStep({ signs: marks, ...step }: StepEntry): readonly string[] {
  const { number, was, activity, details } = step;
  const place = marks.includes('removed') ? `${number} (lama)` : number;
  const line = `${toSigns(marks)} ${place}. ${toEntryText(marks, activity)}${toWas(was)}`;
  const toLine = (detail: StepDetail) => describeDetail(detail, marks);
  return [line, ...indent(indent(details.flatMap(toLine)))];
}

function describeDetail(detail: StepDetail, marks: readonly Sign[]): readonly string[] {
  switch (detail.of) {
    case 'text':
      return [`${fieldNames[detail.field]}: ${toEntryText(marks, detail.words)}`];
    case 'joint':
      return [detail.isJoint ? 'Kini dikerjakan bersama' : 'Tidak lagi dikerjakan bersama'];
    case 'symbol':
      return describeSymbol(detail);
    case 'flow':
      return describeFlow(detail);
  }
}

function describeSymbol(detail: SymbolDetail): readonly string[] {
  const { sign, symbol, isOnly, from, actor, kind, text } = detail;
  if (sign === 'added' || sign === 'removed') {
    const name = `${signs[sign]} Simbol: ${toSymbol(symbol)}`;
    return [text ? `${name}, “${toEntryText([sign], text)}”` : name];
  }
  const toLabelled = (label: string, change: string) =>
    isOnly ? `${label}: ${change}` : `${label} ${toSymbol(symbol)}: ${change}`;
  const isReordered = !from && !actor && !kind && !text;
  return [
    from && `Simbol ${toSymbol(symbol)} pindah dari ${toStep(from)}`,
    actor && toLabelled('Pelaksana', `${actor.before || '-'} → ${actor.after || '-'}`),
    kind && toLabelled('Bentuk', `${kindNames[kind.before]} → ${kindNames[kind.after]}`),
    text && toLabelled('Teks simbol', toText(text)),
    isReordered && toLabelled('Urutan', 'berubah'),
  ].filter((line) => typeof line === 'string');
}

function describeFlow({ sign, label, ...flow }: FlowDetail): readonly string[] {
  const words = label.length === 0 ? '' : ` “${toEntryText([sign], label)}”`;
  const name = `Panah${words} ke ${toStep(flow.to)}`;
  const was = [
    flow.wasTo && `semula ke ${toStep(flow.wasTo)}`,
    flow.wasFrom && `semula dari ${toStep(flow.wasFrom)}`,
    flow.isReversed && 'dibalik arahnya',
    flow.hasOtherRoute && 'jalurnya diubah',
  ].filter((part) => typeof part === 'string');
  return [`${signs[sign]} ${[name, ...was].join(', ')}`];
}

function describeSetting({ key, before, after }: SettingEntry): string {
  const [was, is] = [before, after].map((value) => settingValues[String(value)] ?? String(value));
  return `~ ${settingNames[key]}: ${was} → ${is}`;
}

function toSymbol({ kind, actor }: SymbolName): string {
  return `${kindNames[kind]} ${actor || '(tanpa nama)'}`;
}

function toStep({ number, isGone, symbol }: StepName): string {
  const name = `langkah ${number}${isGone ? ' (lama)' : ''}`;
  return symbol ? `${name} (${toSymbol(symbol)})` : name;
}

function toWas(was: number | undefined): string {
  return was === undefined ? '' : ` (semula ${was})`;
}

function toSigns(marks: readonly Sign[]): string {
  return marks.map((mark) => signs[mark]).join('');
}

/** What came or went as a whole needs no brackets; its sign says it. */
function toEntryText(marks: readonly Sign[], words: readonly WordPart[]): string {
  const isWhole = marks.includes('added') || marks.includes('removed');
  return isWhole ? toLine(words.map(({ text }) => text).join('')) || '-' : toText(words);
}

function toText(words: readonly WordPart[]): string {
  const parts = words.map(({ kind, text }) => {
    if (kind === 'same') return text;
    return kind === 'removed' ? `[-${text}-]` : `{+${text}+}`;
  });
  return toLine(parts.join('')) || '-';
}

function toLine(text: string): string {
  return text.replaceAll(/\r\n?|\n/g, ' ⏎ ');
}
