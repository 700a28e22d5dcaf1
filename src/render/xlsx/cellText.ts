import type ExcelJS from 'exceljs';
import type { SceneCell } from '#core/export/scene.ts';
import type { TextLine } from '#core/layout/geometry.ts';

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
}

/** Distance of two baselines, in em. */
export const LINE_HEIGHT = 1.2;

/** The text of a cell: plain where all of it is set alike. */
export function toCellText(cell: SceneCell, { fontName }: CellFace): ExcelJS.CellValue {
  const runs = toRuns(cell);
  const [first] = runs;
  if (!first) return null;
  if (runs.every((run) => run.line === undefined || isAlike(run.line, first.line)))
    return escapeCellText(runs.map(({ text }) => text).join(''));
  return {
    richText: runs.map(({ text, line }) => ({
      text: escapeCellText(text),
      font: toFont(line ?? first.line, fontName),
    })),
  };
}

/** The font of a line, or the smallest one for a cell without text. */
export function toFont(line: TextLine | undefined, fontName: string): Partial<ExcelJS.Font> {
  const { size = 8, weight = 'regular' } = line ?? {};
  return { name: fontName, size: Math.round(size * 10) / 10, bold: weight === 'bold' };
}

export function firstLineOf({ paragraphs }: SceneCell): TextLine | undefined {
  return paragraphs.flatMap(({ lines }) => lines)[0];
}

interface Run {
  readonly text: string;
  readonly line: TextLine | undefined;
}

/** A run for each paragraph. Space between them, as that for a signature, becomes blank lines. */
function toRuns({ paragraphs }: SceneCell): readonly Run[] {
  let above: TextLine | undefined;
  return paragraphs.map(({ text, marker, lines }, index) => {
    const first = lines[0] ?? marker;
    const breaks = index === 0 ? 0 : countBreaks(above, first);
    above = lines.at(-1) ?? marker ?? above;
    const own = `${marker ? `${marker.text} ` : ''}${keepWords(text, lines)}`;
    return { text: '\n'.repeat(breaks) + own, line: first };
  });
}

/**
 * The text with a line break where the layout broke inside a word, as after a slash: spreadsheets
 * would break it anywhere.
 */
function keepWords(text: string, lines: readonly TextLine[]): string {
  let kept = '';
  let at = 0;
  for (const line of lines) {
    const start = text.indexOf(line.text, at);
    if (start < 0) return text;
    const isInWord = at > 0 && start === at;
    kept += `${text.slice(at, start)}${isInWord ? '\n' : ''}${line.text}`;
    at = start + line.text.length;
  }
  return kept + text.slice(at);
}

/** How many line breaks lead from one line to the next. */
export function countBreaks(above: TextLine | undefined, below: TextLine | undefined): number {
  if (!above || !below) return 1;
  return Math.max(1, Math.round((below.y - above.y) / (below.size * LINE_HEIGHT)));
}

function isAlike(one: TextLine, other: TextLine | undefined): boolean {
  return one.size === other?.size && one.weight === other.weight;
}
