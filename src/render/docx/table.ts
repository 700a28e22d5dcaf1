import type { SceneCell } from '#core/export/scene.ts';
import { sceneColors } from '#core/export/sceneColors.ts';
import type { TableGrid } from '#core/export/tableGrid.ts';
import type { TypeFamily } from '#core/layout/text/widthTable.ts';
import { toTwips } from '#render/office/units.ts';
import { escapeXml } from '#render/office/xml.ts';
import { isCentred, type TextContext, toCellText } from './cellText.ts';
import { toWrapWidth } from './wrapping.ts';

interface TablePlan {
  readonly grid: TableGrid;
  /** Its cells; each has a place in the grid. */
  readonly cells: readonly SceneCell[];
  /** Where the page's text begins, in pt. */
  readonly left: number;
  readonly title: string;
}

/** A table of a page, its columns and rows exactly as wide and high as the page has them. */
export function toTable({ grid, cells, left, title }: TablePlan, context: TextContext): string {
  const columns = toSteps(grid.columnWidths);
  const rows = toSteps(grid.rowHeights);
  const rule = Math.max(0, ...cells.map(({ strokeWidth }) => strokeWidth));
  const padding = Math.min(...cells.map((cell) => cell.padding.y));
  const at = toFinder(cells);
  const hasHeader = grid.headerRowCount > 0;
  const properties = [
    `<w:tblW w:w="${sum(columns)}" w:type="dxa"/>`,
    `<w:tblInd w:w="${toTwips(grid.x - left)}" w:type="dxa"/>`,
    `<w:tblBorders>${toRules(rule, ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'])}</w:tblBorders>`,
    '<w:tblLayout w:type="fixed"/>',
    `<w:tblCellMar>${toMargin('top', padding)}${toMargin('left', 0)}${toMargin('bottom', padding)}${toMargin('right', 0)}</w:tblCellMar>`,
    `<w:tblLook w:val="${hasHeader ? '0420' : '0400'}" w:firstRow="${hasHeader ? 1 : 0}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>`,
    `<w:tblCaption w:val="${escapeXml(title)}"/>`,
  ];
  const body = rows.map((height, row) => {
    const isHeader = row < grid.headerRowCount;
    const own = columns.map((_, column) => at(row, column));
    const head = `<w:cantSplit/><w:trHeight w:val="${height}" w:hRule="exact"/>${isHeader ? '<w:tblHeader/>' : ''}`;
    return `<w:tr><w:trPr>${head}</w:trPr>${toRowCells({ row, own, columns, context })}</w:tr>`;
  });
  const widths = columns.map((width) => `<w:gridCol w:w="${width}"/>`);
  return `<w:tbl><w:tblPr>${properties.join('')}</w:tblPr><w:tblGrid>${widths.join('')}</w:tblGrid>${body.join('')}</w:tbl>`;
}

type Finder = (row: number, column: number) => SceneCell | undefined;

function toFinder(cells: readonly SceneCell[]): Finder {
  const byPlace = new Map<string, SceneCell>();
  for (const cell of cells) {
    if (!cell.place) continue;
    const { row, column, rowSpan, columnSpan } = cell.place;
    for (let y = row; y < row + rowSpan; y += 1)
      for (let x = column; x < column + columnSpan; x += 1) byPlace.set(`${y} ${x}`, cell);
  }
  return (row, column) => byPlace.get(`${row} ${column}`);
}

interface RowPlan {
  readonly row: number;
  /** The cell over each column. */
  readonly own: readonly (SceneCell | undefined)[];
  readonly columns: readonly number[];
  readonly context: TextContext;
}

function toRowCells({ row, own, columns, context }: RowPlan): string {
  // Word takes the largest upper margin of a row for all its cells, so they have none or all the same.
  const isTight = own.every((cell) => !cell || isCentred(cell));
  return own
    .map((cell, column) => {
      const place = cell?.place;
      if (!cell || !place) return toGap(columns[column] ?? 0);
      if (place.column !== column) return '';
      const width = sum(columns.slice(column, column + place.columnSpan));
      const isFirst = place.row === row;
      const text = isFirst ? toCellText(cell, context) : emptyText;
      return `<w:tc>${toCellProperties(cell, { width, isFirst, isTight, family: context.family })}${text}</w:tc>`;
    })
    .join('');
}

const emptyText = '<w:p><w:pPr><w:pStyle w:val="Jangkar"/></w:pPr></w:p>';

function toGap(width: number): string {
  const sides = ['top', 'left', 'bottom', 'right'] as const;
  const none = sides.map((side) => `<w:${side} w:val="nil"/>`).join('');
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:tcBorders>${none}</w:tcBorders></w:tcPr>${emptyText}</w:tc>`;
}

function toCellProperties(
  cell: SceneCell,
  {
    width,
    isFirst,
    isTight,
    family,
  }: {
    readonly width: number;
    readonly isFirst: boolean;
    readonly isTight: boolean;
    readonly family: TypeFamily;
  },
): string {
  const { place, fill, strokeWidth } = cell;
  const [left, right] = toSideMargins(cell, family);
  const isTall = (place?.rowSpan ?? 1) > 1;
  const sides = ['top', 'left', 'bottom', 'right'] as const;
  return [
    `<w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>`,
    place && place.columnSpan > 1 ? `<w:gridSpan w:val="${place.columnSpan}"/>` : '',
    isTall ? `<w:vMerge${isFirst ? ' w:val="restart"' : ''}/>` : '',
    strokeWidth > 0
      ? ''
      : `<w:tcBorders>${sides.map((side) => `<w:${side} w:val="nil"/>`).join('')}</w:tcBorders>`,
    fill
      ? `<w:shd w:val="clear" w:color="auto" w:fill="${sceneColors[fill].slice(1).toUpperCase()}"/>`
      : '',
    '<w:tcMar>',
    isTight ? toMargin('top', 0) : '',
    toMargin('left', left),
    isTight ? toMargin('bottom', 0) : '',
    toMargin('right', right),
    '</w:tcMar>',
    isCentred(cell) ? '<w:vAlign w:val="center"/>' : '',
    '</w:tcPr>',
  ].join('');
}

/** The page's own at the left; the rest is what its line breaks need. */
function toSideMargins(cell: SceneCell, family: TypeFamily): readonly [number, number] {
  const { width, padding, align } = cell;
  const spare = Math.max(0, width - toWrapWidth(cell, family));
  switch (align) {
    case 'start':
      return [Math.min(padding.x, spare), Math.max(0, spare - padding.x)];
    case 'middle':
      return [spare / 2, spare / 2];
    case 'end':
      return [Math.max(0, spare - padding.x), Math.min(padding.x, spare)];
  }
}

function toMargin(side: 'top' | 'left' | 'bottom' | 'right', pt: number): string {
  return `<w:${side} w:w="${toTwips(pt)}" w:type="dxa"/>`;
}

function toRules(strokeWidth: number, sides: readonly string[]): string {
  // In eighths of a pt; Word draws none thinner than a quarter.
  const size = Math.max(2, Math.round(strokeWidth * 8));
  const look =
    strokeWidth > 0 ? `w:val="single" w:sz="${size}" w:space="0" w:color="000000"` : 'w:val="nil"';
  return sides.map((side) => `<w:${side} ${look}/>`).join('');
}

/** Lengths in twips whose sums stay true. */
function toSteps(lengths: readonly number[]): readonly number[] {
  let end = 0;
  return lengths.map((length) => {
    const start = toTwips(end);
    end += length;
    return toTwips(end) - start;
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
