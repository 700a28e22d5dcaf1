import type { TextTarget } from '#core/edit/edit.ts';
import type { Identity, IdentityDate } from '#core/model/procedure.ts';
import type { Box, Cell, PictureBox } from './geometry.ts';
import type { BlockStyle } from './identityBlocks.ts';
import { toPrintedDate } from './printedDate.ts';
import { measureText, type TextStyle } from './text/measureText.ts';
import { shapeText } from './text/shapeText.ts';
import { clipLines, type WrappedLine, wrapText } from './text/wrapText.ts';
import { LINE_HEIGHT, placeLines } from './textBlock.ts';

/** Letterhead at the left, number, dates, approval and title at the right. */
export interface IdentityHead {
  readonly cells: readonly Cell[];
  readonly pictures: readonly PictureBox[];
  readonly height: number;
}

interface HeadPlan {
  readonly identity: Identity;
  /** Upper left corner and width; the height is the greatest one allowed. */
  readonly box: Box;
  /** Widths of letterhead, labels and values. */
  readonly widths: readonly [letterhead: number, label: number, value: number];
  readonly style: BlockStyle;
  /** Free between the approver's position and name, in pt. */
  readonly signatureHeight: number;
}

const labels = {
  number: 'NOMOR SOP',
  createdOn: 'TANGGAL PEMBUATAN',
  revisedOn: 'TANGGAL REVISI',
  effectiveOn: 'TANGGAL EFEKTIF',
  approver: 'DISAHKAN OLEH',
  title: 'NAMA SOP',
} as const;

const MIN_SIGNATURE_HEIGHT = 8;
const LOGO_SIZE = 58;
/** Longer texts are cut: the block has to fit on the page. */
const MAX_VALUE_LINES = 8;

/** Width of the longest label. */
export function toLabelsWidth(style: TextStyle): number {
  return Math.max(...Object.values(labels).map((label) => measureText(label, style)));
}

export function layIdentityHead(plan: HeadPlan): IdentityHead {
  const { box, widths } = plan;
  const letterheadBox = { ...box, width: widths[0] };
  const letterhead = toLetterhead(plan, letterheadBox);
  const values = toValueRows(plan);
  const valuesHeight = values.reduce((sum, { height }) => sum + height, 0);
  const height = Math.min(box.height, Math.max(letterhead.height, valuesHeight));
  // Where the page is too low, the room for the signature gives way.
  const extra = Math.max(height - valuesHeight, MIN_SIGNATURE_HEIGHT - plan.signatureHeight);
  return {
    height,
    cells: [
      {
        ...{ role: 'identity', ...letterheadBox, height, border: true, list: 'unit', lines: [] },
        ...{ align: 'middle', valign: 'middle', padding: toPadding(plan.style) },
      },
      ...letterhead.cells.map((cell) => shift(cell, (height - letterhead.height) / 2)),
      ...toRowCells(values, extra, plan),
    ],
    pictures: letterhead.pictures.map((picture) => ({
      ...picture,
      y: picture.y + (height - letterhead.height) / 2,
    })),
  };
}

function shift(cell: Cell, dy: number): Cell {
  return {
    ...cell,
    y: cell.y + dy,
    lines: cell.lines.map((line) => ({ ...line, y: line.y + dy })),
  };
}

/** Logo and unit lines from the top of the box; the caller centres them. */
function toLetterhead({ identity, style }: HeadPlan, box: Box): IdentityHead {
  const text: TextStyle = { ...style.label, size: style.label.size + 1.5 };
  const pitch = text.size * LINE_HEIGHT;
  const logo = identity.logo;
  let y = box.y + 2 * style.padY;
  const pictures = logo
    ? [
        {
          href: logo,
          x: box.x + (box.width - LOGO_SIZE) / 2,
          y,
          width: LOGO_SIZE,
          height: LOGO_SIZE,
        },
      ]
    : [];
  if (logo) y += LOGO_SIZE + 6;
  const cells: Cell[] = [];
  for (const [index, entry] of identity.unit.entries()) {
    const room = Math.floor((box.y + box.height - y - 2 * style.padY) / pitch);
    if (room < 1) break;
    const width = box.width - 4 * style.padX;
    const lines = wrapInto(entry, {
      width,
      maxLines: Math.min(room, MAX_VALUE_LINES),
      style: text,
    });
    const height = Math.max(1, lines.length) * pitch;
    const entryBox = { x: box.x + 2 * style.padX, y, width, height };
    cells.push({
      role: 'identity',
      ...entryBox,
      border: false,
      target: { of: 'item', list: 'unit', index },
      lines: placeLines(lines, entryBox, { style: text, align: 'middle', valign: 'top' }),
    });
    y += height;
  }
  return { cells, pictures, height: y + 2 * style.padY - box.y };
}

function wrapInto(
  text: string,
  {
    width,
    maxLines,
    style,
  }: { readonly width: number; readonly maxLines: number; readonly style: TextStyle },
): readonly WrappedLine[] {
  const shaped = shapeText(text, style.weight, style.family);
  const maxWidth = width / style.size;
  return clipLines(wrapText(shaped, maxWidth), maxLines, { shaped, maxWidth });
}

/** One label with its value; the approval has several parts below each other. */
interface ValueRow {
  readonly label: string;
  readonly height: number;
  readonly isApproval: boolean;
  readonly parts: readonly ValuePart[];
}

interface ValuePart {
  readonly lines: readonly WrappedLine[];
  readonly style: TextStyle;
  readonly target?: TextTarget;
  readonly date?: IdentityDate;
}

function toValueRows({ identity, widths, style, signatureHeight }: HeadPlan): readonly ValueRow[] {
  const width = widths[2] - 2 * style.padX;
  const part = (
    text: string,
    rest: Pick<ValuePart, 'target' | 'date'>,
    textStyle = style.text,
  ) => ({
    lines: wrapInto(text, { width, maxLines: MAX_VALUE_LINES, style: textStyle }),
    style: textStyle,
    ...rest,
  });
  const row = (label: string, parts: readonly ValuePart[], isApproval = false): ValueRow => {
    const text = parts.reduce((sum, each) => sum + toPartHeight(each), 0);
    const signature = isApproval ? signatureHeight : 0;
    return { label, parts, isApproval, height: Math.ceil(text + signature + 2 * style.padY) };
  };
  const date = (field: IdentityDate) =>
    row(labels[field], [part(toPrintedDate(identity[field]), { date: field })]);
  const { position, name, nip } = identity.approver;
  const approver = (field: 'position' | 'name' | 'nip') =>
    ({ target: { of: 'approver', field } }) as const;
  return [
    row(labels.number, [part(identity.number, { target: { of: 'number' } })]),
    date('createdOn'),
    date('revisedOn'),
    date('effectiveOn'),
    row(
      labels.approver,
      [
        part(position, approver('position')),
        part(name, approver('name'), style.label),
        part(nip.trim() === '' ? '' : `NIP ${nip.trim()}`, approver('nip')),
      ],
      true,
    ),
    row(labels.title, [part(identity.title, { target: { of: 'title' } }, style.label)]),
  ];
}

function toPartHeight({ lines, style }: ValuePart): number {
  return Math.max(1, lines.length) * style.size * LINE_HEIGHT;
}

function toRowCells(
  rows: readonly ValueRow[],
  extra: number,
  { box, widths, style }: HeadPlan,
): readonly Cell[] {
  let y = box.y;
  return rows.flatMap((row) => {
    const height = row.height + (row.isApproval ? extra : 0);
    const label = { x: box.x + widths[0], y, width: widths[1], height };
    const value = { x: label.x + widths[1], y, width: widths[2], height };
    y += height;
    const title = [{ text: row.label, width: measureText(row.label, { ...style.label, size: 1 }) }];
    return [
      {
        role: 'identity-label',
        ...label,
        border: true,
        padding: toPadding(style),
        lines: placeLines(title, toInner(label, style), {
          style: style.label,
          align: 'start',
          valign: 'top',
        }),
      } satisfies Cell,
      ...toValueCells(row, value, style),
    ];
  });
}

function toValueCells(
  { parts, isApproval }: ValueRow,
  box: Box,
  style: BlockStyle,
): readonly Cell[] {
  const inner = toInner(box, style);
  const total = parts.reduce((sum, part) => sum + toPartHeight(part), 0);
  const gap = isApproval ? inner.height - total : 0;
  let y = inner.y;
  const cells = parts.map((part, index): Cell => {
    const { lines, style: text, target, date } = part;
    const area = { ...inner, y, height: toPartHeight(part) };
    y += area.height + (index === 0 ? gap : 0);
    const align = isApproval ? 'middle' : 'start';
    return {
      role: 'identity',
      ...area,
      border: false,
      lines: placeLines(lines, area, { style: text, align, valign: 'top' }),
      ...(target && { target }),
      ...(date && { date }),
    };
  });
  const align = isApproval ? 'middle' : 'start';
  const padding = toPadding(style);
  return [{ role: 'identity', ...box, border: true, align, padding, lines: [] }, ...cells];
}

function toPadding({ padX, padY }: BlockStyle): { readonly x: number; readonly y: number } {
  return { x: padX, y: padY };
}

function toInner({ x, y, width, height }: Box, { padX, padY }: BlockStyle): Box {
  return { x: x + padX, y: y + padY, width: width - 2 * padX, height: height - 2 * padY };
}
