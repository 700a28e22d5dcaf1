import type { ChangeList } from '#core/diff/changeList.ts';
import { describeChanges } from '#core/diff/describeChanges.ts';
import { countChanges } from '#core/diff/listChanges.ts';

/** One line about what changed, under the lines of a smaller level before it. */
export interface ChangeLine {
  readonly level: number;
  readonly text: string;
}

const signWords: readonly (readonly [string, string])[] = [
  ['+', 'ditambah'],
  ['−', 'dihapus'],
  ['↕', 'dipindah'],
  ['~', 'diubah'],
];

/** The list in words for an official paper: no signs, no brackets. Empty where nothing changed. */
export function toChangeLines(list: ChangeList): readonly ChangeLine[] {
  if (countChanges(list) === 0) return [];
  return describeChanges(list)
    .split('\n')
    .slice(0, -2)
    .filter((line) => line.trim() !== '')
    .map(toLine);
}

function toLine(line: string): ChangeLine {
  const [, space = '', signs = '', rest = ''] = /^( *)([+−↕~]*) ?(.*)$/u.exec(line) ?? [];
  const words = signWords.filter(([sign]) => signs.includes(sign)).map(([, word]) => word);
  const said = words.join(' dan ');
  const text = sayBeforeAndAfter(rest);
  return {
    level: Math.min(3, Math.floor(space.length / 2)),
    text: said === '' ? text : `${capitalize(said)}: ${text}`,
  };
}

/** "3. Memeriksa [-berkas-]{+dokumen+}" → "3. “Memeriksa berkas” menjadi “Memeriksa dokumen”". */
function sayBeforeAndAfter(line: string): string {
  if (!/\[-.*?-\]|\{\+.*?\+\}/.test(line)) return line;
  const [, head = '', text = '', tail = ''] =
    /^((?:\d+(?: \(lama\))?\. |Kolom \d+: |[^:[{]{1,40}: )?)(.*?)( \(semula \d+\))?$/u.exec(line) ??
    [];
  const before = text.replaceAll(/\{\+.*?\+\}/g, '').replaceAll(/\[-(.*?)-\]/g, '$1');
  const after = text.replaceAll(/\[-.*?-\]/g, '').replaceAll(/\{\+(.*?)\+\}/g, '$1');
  return `${head}${quote(before)} menjadi ${quote(after)}${tail}`;
}

function quote(text: string): string {
  const plain = text.replaceAll(' ⏎ ', ' ').replaceAll(/\s+/g, ' ').trim();
  return plain === '' || plain === '-' ? '(kosong)' : `“${plain}”`;
}

function capitalize(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
