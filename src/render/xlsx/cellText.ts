import type ExcelJS from 'exceljs';
import type { SceneCell } from '#core/export/scene.ts';
import type { TextLine } from '#core/layout/geometry.ts';
import type { TypeFamily } from '#core/layout/text/widthTable.ts';
import { toCellLines } from './cellLines.ts';

/** What a spreadsheet program would take for an escape, and what XML does not keep. */
export function escapeCellText(text: string): string {
  return text
    .replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_')
    .replaceAll('\r', '_x000D_')
    .replaceAll('\u007f', '_x007F_');
}

/** How the texts of a sheet are set. */
export interface CellFace {
  readonly fontName: string;
  readonly family: TypeFamily;
}

/** The text of a cell: plain where all of it is set alike. */
export function toCellText(cell: SceneCell, { fontName, family }: CellFace): ExcelJS.CellValue {
  const runs = toRuns(cell, family);
  const [first] = runs;
  if (!first) return null;
  if (runs.length === 1) return escapeCellText(first.text);
  return {
    richText: runs.map(({ text, look }) => ({
      text: escapeCellText(text),
      font: toFont(look, fontName),
    })),
  };
}

type Look = Pick<TextLine, 'size' | 'weight'>;

/** The font of a line, or the smallest one for a cell without text. */
export function toFont(look: Look | undefined, fontName: string): Partial<ExcelJS.Font> {
  const { size = 8, weight = 'regular' } = look ?? {};
  return { name: fontName, size: Math.round(size * 10) / 10, bold: weight === 'bold' };
}

export function firstLineOf({ paragraphs }: SceneCell): TextLine | undefined {
  return paragraphs.flatMap(({ lines }) => lines)[0];
}

interface Run {
  readonly text: string;
  readonly look: Look;
}

/** As few runs as there are looks. */
function toRuns(cell: SceneCell, family: TypeFamily): readonly Run[] {
  const runs: Run[] = [];
  const add = (text: string, look: Look) => {
    const last = runs.at(-1);
    if (text === '') return;
    if (last && isAlike(last.look, look))
      runs[runs.length - 1] = { ...last, text: last.text + text };
    else runs.push({ text, look });
  };
  for (const { line, runs: parts } of toCellLines(cell, family))
    for (const { text, size } of parts) add(text, { size, weight: line.weight });
  return runs;
}

function isAlike(one: Look, other: Look): boolean {
  return one.size === other.size && one.weight === other.weight;
}
