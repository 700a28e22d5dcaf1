import PDFDocument from 'pdfkit';
import { toArrow, toCorners } from '#core/export/outline.ts';
import {
  type Scene,
  type SceneCell,
  type SceneItem,
  type ScenePicture,
  type ScenePolyline,
  type SceneShape,
  type SceneText,
  toItemLines,
} from '#core/export/scene.ts';
import { sceneColors } from '#core/export/sceneColors.ts';
import type { Point, TextLine } from '#core/layout/geometry.ts';
import { renderPng } from './renderPng.ts';

export interface PdfOptions {
  readonly title: string;
  /** The bytes of the family's files; what is used of them is embedded. */
  readonly fonts: { readonly regular: Uint8Array; readonly bold: Uint8Array };
  /** Written into the file; always the same when absent, so that the same pages give the same bytes. */
  readonly createdAt?: Date;
}

const ANY_DAY = new Date('2020-01-01T00:00:00Z');

/** Pages as one PDF: vectors, text as text, fonts embedded as far as they are used. */
export async function renderPdf(
  scenes: readonly Scene[],
  { title, fonts, createdAt = ANY_DAY }: PdfOptions,
): Promise<Uint8Array> {
  const document = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    pdfVersion: '1.7',
    lang: 'id-ID',
    displayTitle: true,
    info: { Title: title, Creator: 'Alur', Producer: 'Alur', CreationDate: createdAt },
  });
  const bytes = collect(document);
  document.registerFont('regular', fonts.regular);
  document.registerFont('bold', fonts.bold);
  for (const scene of scenes) drawPage(document, scene);
  document.end();
  return bytes;
}

function collect(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
}

function drawPage(document: PDFKit.PDFDocument, scene: Scene): void {
  document.addPage({ size: [scene.width, scene.height], margin: 0 });
  for (const item of scene.items) {
    drawItem(document, item);
    for (const line of toItemLines(item)) drawText(document, line);
  }
}

function drawItem(document: PDFKit.PDFDocument, item: SceneItem): void {
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
      drawPicture(document, item);
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
  traceLine(document, arrow?.shaft ?? line.points);
  document.lineWidth(line.strokeWidth).stroke(sceneColors.ink);
  if (!arrow) return;
  tracePolygon(document, arrow.head);
  document.fill(sceneColors.ink);
}

// The layout measured without kerning and ligatures, so the text is set without them.
const features = { kern: false, liga: false, clig: false };

type AnyLine = TextLine & Pick<SceneText, 'color' | 'rotate'>;

function drawText(document: PDFKit.PDFDocument, line: AnyLine): void {
  const { text, x, y, width, size, weight, anchor, color = 'ink', rotate = 0 } = line;
  if (text === '') return;
  const left = anchor === 'start' ? x : x - (anchor === 'middle' ? width / 2 : width);
  document.save();
  if (rotate !== 0) document.rotate(rotate, { origin: [x, y] });
  document.font(weight).fontSize(size).fillColor(sceneColors[color]);
  // @ts-expect-error The types know only a list of features to add; a map can also switch them off.
  document.text(text, left, y, { lineBreak: false, baseline: 'alphabetic', features });
  document.restore();
}

const LOGO_SCALE = 4;

/**
 * A logo, whatever it is: drawn by resvg first, which takes SVG and PNG and leaves a broken picture
 * blank, where pdfkit would stop.
 */
function drawPicture(document: PDFKit.PDFDocument, picture: ScenePicture): void {
  const { x, y, width, height } = picture;
  const scene = { width, height, items: [{ ...picture, x: 0, y: 0 }] };
  const png = renderPng(scene, { scale: LOGO_SCALE, transparent: true });
  document.image(Buffer.from(png), x, y, { width, height });
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
