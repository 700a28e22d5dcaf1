import type { SceneCell, SceneItem } from '#core/export/scene.ts';
import type { TextLine } from '#core/layout/geometry.ts';
import type { TextStyle } from '#core/layout/text/measureText.ts';
import { shapeText } from '#core/layout/text/shapeText.ts';
import { type WrappedLine, wrapText } from '#core/layout/text/wrapText.ts';
import { LINE_HEIGHT, placeLines } from '#core/layout/textBlock.ts';
import {
  keepsNextBlock,
  type MinutesBlock,
  type MinutesSigner,
  type MinutesTable,
} from './minutesBlocks.ts';

/** Texts beside each other, wrapped; x is from the left edge of the page's content, in pt. */
export interface MinutesRow {
  readonly cells: readonly MinutesCell[];
  readonly spaceBelow: number;
  /** It does not stand last on a page. */
  readonly keepsNext?: boolean;
  /** The head of the table that it belongs to. */
  readonly head?: MinutesRow;
  /** A rule instead of texts. */
  readonly rule?: { readonly width: number; readonly thickness: number };
}

interface MinutesCell {
  readonly x: number;
  readonly width: number;
  readonly style: TextStyle;
  readonly align: TextLine['anchor'];
  readonly lines: readonly WrappedLine[];
  readonly hasBorder: boolean;
  readonly isHead: boolean;
  readonly padding: number;
}

const family = 'times';
const bodySize = 11;
const tableSize = 9.5;
const tablePadding = 3.5;
const ruleWidth = 0.5;
const gap = 5;

/** The written minutes as rows of this width, in pt. */
export function toRows(blocks: readonly MinutesBlock[], width: number): readonly MinutesRow[] {
  return blocks.flatMap((block, index) => {
    const rows = toBlockRows(block, width);
    const isKept = keepsNextBlock(block, blocks[index + 1]);
    return isKept ? rows.map((row, at) => keepLast(row, at === rows.length - 1)) : rows;
  });
}

function keepLast(row: MinutesRow, isLast: boolean): MinutesRow {
  return isLast ? { ...row, keepsNext: true } : row;
}

function toBlockRows(block: MinutesBlock, width: number): readonly MinutesRow[] {
  switch (block.kind) {
    case 'letterhead': {
      const rows = block.lines.map((text) =>
        toTextRow(text, { width, size: 13, weight: 'bold', align: 'middle', spaceBelow: 1 }),
      );
      return [...rows, { cells: [], spaceBelow: 16, rule: { width, thickness: 1.5 } }];
    }
    case 'title':
      return [
        toTextRow(block.text, { width, size: 13, weight: 'bold', align: 'middle', spaceBelow: 12 }),
      ];
    case 'facts':
      return toFactRows(block.facts, width);
    case 'heading':
      return [
        { cells: [], spaceBelow: 8, keepsNext: true },
        toTextRow(block.text, { width, size: 12, weight: 'bold', spaceBelow: 4, keepsNext: true }),
      ];
    case 'subheading':
      return [
        { cells: [], spaceBelow: 4, keepsNext: true },
        toTextRow(block.text, { width, weight: 'bold', spaceBelow: 3, keepsNext: true }),
      ];
    case 'paragraph':
      return [toTextRow(block.text, { width })];
    case 'lines':
      return block.lines.map(({ level, text }, index) => {
        const isLast = index === block.lines.length - 1;
        const indent = 12 + level * 12;
        return toTextRow(text, { width, indent, size: 10, spaceBelow: isLast ? gap : 1 });
      });
    case 'table':
      return toTableRows(block, width);
    case 'signatures':
      return toSignatureRows(block.signers, width);
  }
}

interface TextPlan {
  readonly width: number;
  readonly size?: number;
  readonly weight?: TextStyle['weight'];
  readonly align?: TextLine['anchor'];
  readonly indent?: number;
  readonly spaceBelow?: number;
  readonly keepsNext?: boolean;
}

function toTextRow(text: string, plan: TextPlan): MinutesRow {
  const { width, size = bodySize, weight = 'regular', align = 'start', indent = 0 } = plan;
  const place = { x: indent, width: width - indent };
  return {
    cells: [toCell(text, { ...place, style: { size, weight, family }, align })],
    spaceBelow: plan.spaceBelow ?? gap,
    ...(plan.keepsNext && { keepsNext: true }),
  };
}

function toCell(
  text: string,
  plan: Pick<MinutesCell, 'x' | 'width' | 'style'> & Partial<MinutesCell>,
): MinutesCell {
  const { width, style, padding = 0 } = plan;
  const shaped = shapeText(text, style.weight, style.family);
  const lines = wrapText(shaped, (width - 2 * padding) / style.size);
  return { align: 'start', hasBorder: false, isHead: false, padding, ...plan, lines };
}

function toFactRows(
  facts: readonly (readonly [string, string])[],
  width: number,
): readonly MinutesRow[] {
  const style: TextStyle = { size: bodySize, weight: 'regular', family };
  const [label, colon] = [96, 10];
  return facts.map(([name, value], index) => ({
    cells: [
      toCell(name, { x: 0, width: label, style }),
      toCell(':', { x: label, width: colon, style }),
      toCell(value, { x: label + colon, width: width - label - colon, style }),
    ],
    spaceBelow: index === facts.length - 1 ? gap : 2,
  }));
}

function toTableRows({ columns, rows }: MinutesTable, width: number): readonly MinutesRow[] {
  const total = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => (share / total) * width);
  const toRow = (texts: readonly string[], isHead: boolean): MinutesRow => ({
    cells: texts.map((text, index) =>
      toCell(text, {
        x: widths.slice(0, index).reduce((sum, each) => sum + each, 0),
        width: widths[index] ?? 0,
        style: { size: tableSize, weight: isHead ? 'bold' : 'regular', family },
        align: isHead || index === 0 ? 'middle' : 'start',
        padding: tablePadding,
        hasBorder: true,
        isHead,
      }),
    ),
    spaceBelow: 0,
  });
  const titles = columns.map(({ title }) => title);
  const head: MinutesRow = { ...toRow(titles, true), keepsNext: true };
  return [
    head,
    ...rows.map((texts) => ({ ...toRow(texts, false), head })),
    { cells: [], spaceBelow: 8 },
  ];
}

/** Side by side, with room to sign. */
function toSignatureRows(signers: readonly MinutesSigner[], width: number): readonly MinutesRow[] {
  const part = width / Math.max(1, signers.length);
  const toRow = (
    texts: readonly string[],
    weight: TextStyle['weight'],
    spaceBelow: number,
  ): MinutesRow => ({
    cells: texts.map((text, index) =>
      toCell(text, {
        x: index * part + 8,
        width: part - 16,
        style: { size: bodySize, weight, family },
        align: 'middle',
      }),
    ),
    spaceBelow,
    keepsNext: true,
  });
  const names = signers.map(({ name }) => name || '(...............................)');
  const { keepsNext: _, ...last } = toRow(names, 'bold', 0);
  return [
    { cells: [], spaceBelow: 24, keepsNext: true },
    toRow(
      signers.map(({ role }) => role),
      'regular',
      62,
    ),
    last,
  ];
}

export function toRowHeight({ cells, spaceBelow }: MinutesRow): number {
  return toTextHeight(cells) + spaceBelow;
}

function toTextHeight(cells: readonly MinutesCell[]): number {
  return Math.max(
    0,
    ...cells.map(({ lines, style, padding }) => {
      const height = Math.max(1, lines.length) * style.size * LINE_HEIGHT;
      return height + 2 * padding;
    }),
  );
}

/** What fits into that height, and the rest; nothing first where not even two lines of each cell do. */
export function splitRow(
  row: MinutesRow,
  height: number,
): readonly [MinutesRow | undefined, MinutesRow | undefined] {
  const [cell] = row.cells;
  if (!cell) return [undefined, row];
  const { size } = cell.style;
  const most = Math.floor((height - 2 * cell.padding) / (size * LINE_HEIGHT));
  const longest = Math.max(...row.cells.map(({ lines }) => lines.length));
  if (most < 2 || longest < 4 || most >= longest) return [undefined, row];
  const count = Math.min(most, longest - 2);
  const cut = (part: (lines: readonly WrappedLine[]) => readonly WrappedLine[]) =>
    row.cells.map((each) => ({ ...each, lines: part(each.lines) }));
  return [
    { ...row, cells: cut((lines) => lines.slice(0, count)), spaceBelow: 0 },
    { ...row, cells: cut((lines) => lines.slice(count)) },
  ];
}

/** The row with its corner there. */
export function drawRow(
  row: MinutesRow,
  { x, y }: { readonly x: number; readonly y: number },
): readonly SceneItem[] {
  const height = toTextHeight(row.cells);
  const cells = row.cells.map((cell) => drawCell(cell, { x: x + cell.x, y, height }));
  return row.rule === undefined ? cells : [...cells, toRule(x, y + 4, row.rule)];
}

function drawCell(
  cell: MinutesCell,
  { x, y, height }: { readonly x: number; readonly y: number; readonly height: number },
): SceneCell {
  const { width, lines, style, align, hasBorder, isHead, padding } = cell;
  const area = {
    x: x + padding,
    y: y + padding,
    width: width - 2 * padding,
    height: height - 2 * padding,
  };
  const valign = isHead ? 'middle' : 'top';
  const placed = placeLines(lines, area, { style, align, valign });
  return {
    kind: 'cell',
    ...{ x, y, width, height, align, valign },
    ...(isHead && { fill: 'header', header: 'column' }),
    strokeWidth: hasBorder ? ruleWidth : 0,
    padding: { x: padding, y: padding },
    paragraphs:
      placed.length === 0 ? [] : [{ text: lines.map(({ text }) => text).join(' '), lines: placed }],
  };
}

/** Under the letterhead, across the page's content. */
function toRule(x: number, y: number, rule: NonNullable<MinutesRow['rule']>): SceneCell {
  return {
    kind: 'cell',
    ...{ x, y, width: rule.width, height: rule.thickness, fill: 'ink', strokeWidth: 0 },
    ...{ paragraphs: [], align: 'start', valign: 'top', padding: { x: 0, y: 0 } },
  };
}
