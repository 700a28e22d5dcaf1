import type { Identity, IdentityList } from '#core/model/procedure.ts';
import type { Box, Cell, TextLine } from './geometry.ts';
import { measureText, type TextStyle } from './text/measureText.ts';
import { shapeText } from './text/shapeText.ts';
import { type WrappedLine, wrapText } from './text/wrapText.ts';
import { LINE_HEIGHT, placeLines } from './textBlock.ts';

/** The lists of the identity, two side by side, top to bottom. */
export const blockPairs = [
  ['legalBasis', 'qualifications'],
  ['relatedProcedures', 'equipment'],
  ['warnings', 'records'],
] as const satisfies readonly (readonly [IdentityList, IdentityList])[];

type BlockList = (typeof blockPairs)[number][number];

const blockTitles: Readonly<Record<BlockList, string>> = {
  legalBasis: 'DASAR HUKUM',
  qualifications: 'KUALIFIKASI PELAKSANA',
  relatedProcedures: 'KETERKAITAN',
  equipment: 'PERALATAN/PERLENGKAPAN',
  warnings: 'PERINGATAN',
  records: 'PENCATATAN DAN PENDATAAN',
};

export interface BlockStyle {
  readonly text: TextStyle;
  readonly label: TextStyle;
  readonly padX: number;
  readonly padY: number;
}

/** One line of a list: of which entry, and whether the entry begins here. */
interface BlockLine {
  readonly index: number;
  readonly isFirst: boolean;
  readonly line: WrappedLine;
}

/** A list block that may run over pages: its lines, and how many were set already. */
export interface Block {
  readonly list: BlockList;
  readonly lines: readonly BlockLine[];
  /** Room for the numbers; 0 when there is only one entry. */
  readonly indent: number;
  readonly taken: number;
}

export function toBlock(
  identity: Identity,
  list: BlockList,
  { width, style }: { readonly width: number; readonly style: BlockStyle },
): Block {
  const entries = identity[list];
  const { text, padX } = style;
  const indent = entries.length > 1 ? measureText(`${entries.length}. `, text) + 2 : 0;
  const room = (width - 2 * padX - indent) / text.size;
  const lines = entries.flatMap((entry, index) => {
    const wrapped = wrapText(shapeText(entry, text.weight, text.family), room);
    const shown = wrapped.length > 0 ? wrapped : [{ text: '', width: 0 }];
    return shown.map((line, at) => ({ index, isFirst: at === 0, line }));
  });
  return { list, lines, indent, taken: 0 };
}

/** Height of a block that shows `count` lines below its title. */
export function toBlockHeight(count: number, style: BlockStyle): number {
  const title = toTitleHeight(style);
  return title + Math.max(1, count) * style.text.size * LINE_HEIGHT + 2 * style.padY;
}

/** How many lines fit below the title in a height; 0 or less when none does. */
export function toLineCount(height: number, style: BlockStyle): number {
  return Math.floor(
    (height - 2 * style.padY - toTitleHeight(style)) / (style.text.size * LINE_HEIGHT) + 1e-6,
  );
}

function toTitleHeight({ label }: BlockStyle): number {
  return label.size * LINE_HEIGHT + 2;
}

/** The bordered cell of a block's next `count` lines, and a cell for each entry in it. */
export function toBlockCells(
  { list, lines, indent, taken }: Block,
  count: number,
  { box, style }: { readonly box: Box; readonly style: BlockStyle },
): readonly Cell[] {
  const shown = lines.slice(taken, taken + count);
  const { text, padX, padY } = style;
  const padding = { x: padX, y: padY };
  const frame = { role: 'identity', ...box, border: true, padding, list } as const;
  if (taken > 0 && shown.length === 0) return [{ ...frame, lines: [] }];
  const title = taken > 0 ? `${blockTitles[list]} (lanjutan)` : blockTitles[list];
  const inner = { ...box, x: box.x + padX, y: box.y + padY, width: box.width - 2 * padX };
  const titleLines = setLine(title, inner, style.label);
  const top = inner.y + toTitleHeight(style);
  if (lines.length === 0) {
    const none = setLine('-', { ...inner, y: top }, text);
    const begun = none.map((line) => ({ ...line, start: 'paragraph' }) as const);
    return [{ ...frame, lines: [...titleLines, ...begun] }];
  }
  const area = { ...inner, x: inner.x + indent, width: inner.width - indent, y: top };
  return [
    { ...frame, lines: titleLines },
    ...toEntryCells(list, shown, { area, text, markerX: inner.x }),
  ];
}

function setLine(line: string, box: Box, style: TextStyle): readonly TextLine[] {
  const shaped = { text: line, width: measureText(line, { ...style, size: 1 }) };
  return placeLines([shaped], box, { style, align: 'start', valign: 'top' });
}

interface EntryPlace {
  readonly area: Box;
  readonly text: TextStyle;
  /** Where the numbers stand; none do when the entries begin there as well. */
  readonly markerX: number;
}

function toEntryCells(
  list: BlockList,
  shown: readonly BlockLine[],
  { area, text, markerX }: EntryPlace,
): readonly Cell[] {
  const pitch = text.size * LINE_HEIGHT;
  const starts = shown.flatMap(({ index }, at) => (shown[at - 1]?.index === index ? [] : [at]));
  return starts.map((start, at) => {
    const entry = shown.slice(start, starts[at + 1]);
    const box = { ...area, y: area.y + start * pitch, height: entry.length * pitch };
    const [first] = entry;
    const isNumbered = first?.isFirst === true && area.x > markerX;
    const [marker] = isNumbered ? setLine(`${first.index + 1}.`, { ...box, x: markerX }, text) : [];
    return {
      role: 'identity',
      ...box,
      border: false,
      target: { of: 'item', list, index: first?.index ?? 0 },
      ...(marker && { marker }),
      lines: placeLines(
        entry.map(({ line }) => line),
        box,
        { style: text, align: 'start', valign: 'top' },
      ),
    };
  });
}
