import { toArrow, toCorners, toGround } from '#core/export/outline.ts';
import type {
  SceneCell,
  SceneItem,
  ScenePicture,
  ScenePolyline,
  SceneShape,
  SceneText,
} from '#core/export/scene.ts';
import { sceneColors } from '#core/export/sceneColors.ts';
import type { Point, TextLine } from '#core/layout/geometry.ts';
import { toTextRuns } from '#core/layout/text/textRuns.ts';
import type { TypeFamily } from '#core/layout/text/widthTable.ts';
import type { DrawPicture } from '#render/renderTools.ts';

/** Where a page is drawn, and what it takes to draw logos there. */
export interface Canvas {
  readonly document: PDFKit.PDFDocument;
  readonly drawPicture: DrawPicture;
  readonly family: TypeFamily;
}

/** Draws an item without what is written in it. */
export function drawOutline({ document, drawPicture }: Canvas, item: SceneItem): void {
  switch (item.kind) {
    case 'cell':
      drawCell(document, item);
      break;
    case 'shape':
      drawShape(document, item);
      break;
    case 'polyline':
      drawPolyline(document, item);
      break;
    case 'text':
      break;
    case 'picture':
      placePicture(document, item, drawPicture(item));
      break;
  }
}

function drawCell(document: PDFKit.PDFDocument, cell: SceneCell): void {
  const { x, y, width, height, fill, strokeWidth } = cell;
  if (fill) document.rect(x, y, width, height).fill(sceneColors[fill]);
  if (strokeWidth > 0)
    document.rect(x, y, width, height).lineWidth(strokeWidth).stroke(sceneColors.ink);
}

function drawShape(document: PDFKit.PDFDocument, shape: SceneShape): void {
  const { x, y, width, height, form, strokeWidth } = shape;
  if (form === 'capsule') document.roundedRect(x, y, width, height, Math.min(width, height) / 2);
  else tracePolygon(document, toCorners(form, shape));
  document.lineWidth(strokeWidth).fillAndStroke(sceneColors.paper, sceneColors.ink);
}

function drawPolyline(document: PDFKit.PDFDocument, line: ScenePolyline): void {
  const arrow = line.head ? toArrow(line.points, line.strokeWidth) : undefined;
  const ground = toGround(line);
  if (ground)
    document.rect(ground.x, ground.y, ground.width, ground.height).fill(sceneColors.paper);
  traceLine(document, arrow?.shaft ?? line.points);
  document.lineWidth(line.strokeWidth).stroke(sceneColors.ink);
  if (!arrow) return;
  tracePolygon(document, arrow.head);
  document.fill(sceneColors.ink);
}

function placePicture(document: PDFKit.PDFDocument, box: ScenePicture, png: Uint8Array): void {
  const { x, y, width, height } = box;
  document.image(toArrayBuffer(png), x, y, { width, height });
}

function toArrayBuffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

function traceLine(document: PDFKit.PDFDocument, points: readonly Point[]): void {
  for (const [index, [x, y]] of points.entries())
    if (index === 0) document.moveTo(x, y);
    else document.lineTo(x, y);
}

function tracePolygon(document: PDFKit.PDFDocument, points: readonly Point[]): void {
  traceLine(document, points);
  document.closePath();
}

type AnyLine = TextLine & Pick<SceneText, 'color' | 'rotate'>;

/** The fonts `regular`, `bold` and, where it is needed, `fallback` are registered. */
export function drawText({ document, family }: Canvas, line: AnyLine): void {
  const { text, x, y, width, size, weight, anchor, color = 'ink', rotate = 0 } = line;
  if (text === '') return;
  const left = anchor === 'start' ? x : x - (anchor === 'middle' ? width / 2 : width);
  document.save();
  if (rotate !== 0) document.rotate(rotate, { origin: [x, y] });
  document.fontSize(size).fillColor(sceneColors[color]);
  let start = left;
  for (const { drawable, font, isRightToLeft } of toTextRuns(text, family, weight)) {
    if (drawable === '') continue;
    document.font(font === 'family' ? weight : 'fallback');
    // Whole, not word by word: the last word of such a run stands first.
    const features = isRightToLeft ? [] : undefined;
    document.text(drawable, start, y, { lineBreak: false, baseline: 'alphabetic', features });
    start = document.x;
  }
  document.restore();
}
