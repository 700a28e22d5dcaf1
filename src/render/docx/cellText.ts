import type { SceneCell, SceneParagraph } from '#core/export/scene.ts';
import type { TextLine } from '#core/layout/geometry.ts';
import type { TypeFamily } from '#core/layout/text/widthTable.ts';
import { LINE_HEIGHT } from '#core/layout/textBlock.ts';
import { toTwips } from '#render/office/units.ts';
import type { Numbering } from './numbering.ts';
import { toRuns } from './runs.ts';
import { type StyleId, type TextStyles, toLinePitch, toLineTop } from './textStyles.ts';
import { toRunText } from './wordXml.ts';
import { toBreakableText, toLead } from './wrapping.ts';

export interface TextContext {
  readonly family: TypeFamily;
  readonly styles: TextStyles;
  readonly numbering: Numbering;
}

/** Smaller differences than this, in pt, come from rounding and are no gaps. */
const LEAST_GAP = 0.4;

/** The paragraphs of a cell, each whole, so that Word wraps it anew when somebody writes on. */
export function toCellText(cell: SceneCell, context: TextContext): string {
  const filled = cell.paragraphs.filter(({ marker, lines }) => marker || lines.length > 0);
  const numbers = toListIds(filled, cell, context.numbering);
  let bottom = isCentred(cell) ? undefined : cell.y + cell.padding.y;
  const paragraphs = filled.map((paragraph, index) => {
    const first = paragraph.lines[0] ?? paragraph.marker;
    if (!first) return '';
    const pitch = first.size * LINE_HEIGHT;
    const top = toLineTop(first);
    const gap = bottom === undefined ? 0 : top - bottom;
    bottom = top + Math.max(1, paragraph.lines.length) * pitch;
    const style = toStyle(cell, first);
    const place = { cell, first, gap: gap < LEAST_GAP ? 0 : gap, list: numbers[index] };
    return toParagraph(paragraph, { ...place, style }, context);
  });
  if (paragraphs.length > 0) return paragraphs.join('');
  return `<w:p><w:pPr><w:pStyle w:val="${toStyle(cell)}"/>${toAlignment(cell)}</w:pPr></w:p>`;
}

/**
 * Whether Word may centre the cell's text by itself. Where a logo stands above it, it is no longer in
 * the middle.
 */
export function isCentred({ valign, y, height, paragraphs }: SceneCell): boolean {
  const lines = paragraphs.flatMap((paragraph) => paragraph.lines);
  const [first, last] = [lines[0], lines.at(-1)];
  if (valign === 'top' || !first || !last) return valign === 'middle';
  const top = toLineTop(first);
  const bottom = toLineTop(last) + last.size * LINE_HEIGHT;
  return Math.abs(top + bottom - (2 * y + height)) < 2;
}

/** Notes how the texts of a cell are set, before any is written. */
export function countCellText(cell: SceneCell, styles: TextStyles): void {
  for (const { lines } of cell.paragraphs)
    for (const line of lines) styles.count(toStyle(cell, line), line);
}

function toStyle({ place, header }: SceneCell, line?: TextLine): StyleId {
  switch (place?.table) {
    case 'steps':
      return header === 'column' ? 'KepalaTabel' : 'TabelSOP';
    case 'identity':
      return line?.weight === 'bold' ? 'JudulIdentitas' : 'Identitas';
    case 'page':
    case undefined:
      return 'IsiHalaman';
  }
}

interface ParagraphPlace {
  readonly cell: SceneCell;
  readonly first: TextLine;
  readonly style: StyleId;
  /** Free above it, in pt. */
  readonly gap: number;
  readonly list: number | undefined;
}

function toParagraph(
  paragraph: SceneParagraph,
  { cell, first, style, gap, list }: ParagraphPlace,
  { styles, family }: TextContext,
): string {
  const { marker } = paragraph;
  const face = styles.faceOf(style);
  const isOtherSize = first.size !== face.size;
  const line = isOtherSize ? ` w:line="${toLinePitch(first.size)}" w:lineRule="exact"` : '';
  const before = gap > 0 ? ` w:before="${toTwips(gap)}"` : '';
  const properties = [
    `<w:pStyle w:val="${style}"/>`,
    list === undefined ? '' : `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`,
    before || line ? `<w:spacing${before}${line}/>` : '',
    list === undefined ? toIndent(cell, first, marker) : '',
    toAlignment(cell),
  ];
  const hasOwnMarker = marker && list === undefined;
  const lead = hasOwnMarker ? `<w:r>${toRunText(`${marker.text}\t`)}</w:r>` : '';
  const text = toRuns(toBreakableText(paragraph, cell, family), first, face);
  return `<w:p><w:pPr>${properties.join('')}</w:pPr>${lead}${text}</w:p>`;
}

function toIndent(cell: SceneCell, first: TextLine, marker: TextLine | undefined): string {
  if (cell.align !== 'start') return '';
  const indent = toTwips(toLead(cell, first));
  if (indent <= 0) return '';
  const hanging = marker ? ` w:hanging="${toTwips(first.x - marker.x)}"` : '';
  return `<w:ind w:left="${indent}"${hanging}/>`;
}

function toAlignment({ align }: SceneCell): string {
  if (align === 'start') return '';
  return `<w:jc w:val="${align === 'middle' ? 'center' : 'right'}"/>`;
}

/** For each paragraph the list that it is an entry of: runs of "3.", "4.", "5.". */
function toListIds(
  paragraphs: readonly SceneParagraph[],
  cell: SceneCell,
  numbering: Numbering,
): readonly (number | undefined)[] {
  let last: { readonly id: number; readonly number: number } | undefined;
  const model = paragraphs.find(({ marker, lines }) => marker && lines.length > 0);
  const place = toListPlace(model, cell);
  return paragraphs.map(({ marker }) => {
    const number = Number(/^(\d{1,4})\.$/.exec(marker?.text ?? '')?.[1] ?? Number.NaN);
    if (!marker || Number.isNaN(number)) {
      last = undefined;
      return undefined;
    }
    const id = last?.number === number - 1 ? last.id : numbering.add({ start: number, ...place });
    last = { id, number };
    return id;
  });
}

/** Entries without a text stand as those with one do. */
function toListPlace(model: SceneParagraph | undefined, cell: SceneCell) {
  const [first] = model?.lines ?? [];
  if (!model?.marker || !first) return { indent: 0, hanging: 0 };
  return { indent: toLead(cell, first), hanging: first.x - model.marker.x };
}
