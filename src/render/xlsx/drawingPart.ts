import type { SceneItem, ScenePicture, ScenePolyline, SceneText } from '#core/export/scene.ts';
import { toBounds } from '#render/office/drawing.ts';
import { toFreeformBox } from '#render/office/freeform.ts';
import { xmlHead } from '#render/office/xml.ts';
import { toAnchor } from './anchors.ts';
import { moveLine, type PageMove, placeMark, toPageMove } from './moveItem.ts';
import { isCaption } from './printedSheets.ts';
import {
  type KnownShape,
  type KnownShapes,
  type LineOptions,
  toConnectorXml,
  toFreeformShapeXml,
  toPictureXml,
  toShapeXml,
  toTextBox,
  toTextXml,
} from './shapeXml.ts';
import type { GridPage, SheetGrid } from './sheetGrid.ts';

interface DrawingOptions {
  readonly fontName: string;
  /** The relationship of a picture; undefined where it cannot be drawn. */
  readonly addPicture: (picture: ScenePicture) => string | undefined;
}

interface Context extends DrawingOptions {
  readonly grid: SheetGrid;
  readonly page: GridPage;
  readonly move: PageMove;
  readonly known: KnownShapes;
  readonly nextId: () => number;
}

const spaces = [
  'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:xdr14="http://schemas.microsoft.com/office/excel/2010/spreadsheetDrawing"',
].join(' ');

/** The symbols, arrows, labels and pictures of a sheet, anchored to its cells; none: undefined. */
export function toDrawingPart(grid: SheetGrid, options: DrawingOptions): string | undefined {
  let count = 1;
  const nextId = () => {
    count += 1;
    return count;
  };
  const anchors = grid.pages.flatMap((page) => {
    const { items } = page.scene;
    const move = toPageMove(grid, page);
    const known = toKnownShapes(items, nextId);
    const context = { ...options, grid, page, move, known, nextId };
    return [
      ...toGroundedLabels(items, context),
      ...items.flatMap((item) => toAnchors(item, context)),
    ];
  });
  if (anchors.length === 0) return undefined;
  return `${xmlHead}<xdr:wsDr ${spaces}>${anchors.join('')}</xdr:wsDr>`;
}

/** Shapes have their ids before the arrows that are glued to them. */
function toKnownShapes(items: readonly SceneItem[], nextId: () => number): KnownShapes {
  const known = new Map<string, KnownShape>();
  for (const item of items)
    if (item.kind === 'shape') known.set(item.ref, { id: nextId(), form: item.form });
  return known;
}

function toAnchors(item: SceneItem, context: Context): readonly string[] {
  const { grid, move, known, fontName, nextId } = context;
  switch (item.kind) {
    case 'cell':
      return [];
    case 'shape': {
      const shape = { ...item, ...move.toBox(item) };
      const id = known.get(item.ref)?.id ?? nextId();
      return [toAnchor(shape, toShapeXml(shape, { id, fontName }), grid)];
    }
    case 'polyline':
      return toLineAnchors(moveLine(item, move), context);
    case 'text':
      return toTextAnchors(item, context);
    case 'picture': {
      const link = context.addPicture(item);
      if (link === undefined) return [];
      const picture = { ...item, ...move.toBox(item) };
      return [toAnchor(picture, toPictureXml(picture, { id: nextId(), link }), grid)];
    }
  }
}

/** An arrow, then its label. */
function toLineAnchors(
  line: ScenePolyline,
  { grid, known, fontName, nextId }: Context,
): readonly string[] {
  const anchor = toEitherAnchor(line, { id: nextId(), known }, grid);
  if (!line.label || line.label.hasGround) return [anchor];
  return [anchor, toLabelAnchor(line.label, { grid, fontName, nextId })];
}

/** Labels on white come first, so that they cover the rules of the cells and no line. */
function toGroundedLabels(items: readonly SceneItem[], context: Context): readonly string[] {
  return items.flatMap((item) => {
    if (item.kind !== 'polyline' || !item.label?.hasGround) return [];
    const { label } = moveLine(item, context.move);
    return label ? [toLabelAnchor(label, context)] : [];
  });
}

function toLabelAnchor(
  { text, lines, hasGround }: NonNullable<ScenePolyline['label']>,
  { grid, fontName, nextId }: Pick<Context, 'grid' | 'fontName' | 'nextId'>,
): string {
  const names = { name: `Label ${text}`, description: text };
  const look = { fontName, ...(hasGround && { room: GROUND_ROOM, fill: 'paper' as const }) };
  const label = toTextXml(lines, { id: nextId(), ...names, ...look });
  return toAnchor(toTextBox(lines, look.room), label, grid);
}

/** Beside a label's text where its ground is white. */
const GROUND_ROOM = 1;

/**
 * Excel keeps a connector's course until a symbol is moved; other programs would route it anew at
 * once, so they get a freeform of the same course: docs/adr/0007.
 */
function toEitherAnchor(line: ScenePolyline, options: LineOptions, grid: SheetGrid): string {
  const connector = toAnchor(toBounds(line.points), toConnectorXml(line, options), grid);
  const freeform = toAnchor(toFreeformBox(line), toFreeformShapeXml(line, options), grid);
  return [
    `<mc:AlternateContent><mc:Choice Requires="xdr14">${connector}</mc:Choice>`,
    `<mc:Fallback>${freeform}</mc:Fallback></mc:AlternateContent>`,
  ].join('');
}

/** Captions are in the page's header, notes in a cell. */
function toTextAnchors(
  text: SceneText,
  { grid, page, move, fontName, nextId }: Context,
): readonly string[] {
  if (text.role === 'note' || text.text === '' || isCaption(text)) return [];
  const moved =
    text.role === 'mark'
      ? placeMark(text, grid, page)
      : { ...text, x: move.toX(text.x), y: move.toY(text.y) };
  const names = { name: text.text, description: text.text };
  const xml = toTextXml([moved], { id: nextId(), ...names, fontName });
  return [toAnchor(toTextBox([moved]), xml, grid)];
}
