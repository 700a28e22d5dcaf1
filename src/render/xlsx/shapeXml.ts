import type {
  SceneColor,
  SceneEnd,
  ScenePicture,
  ScenePolyline,
  SceneShape,
  SceneText,
} from '#core/export/scene.ts';
import type { Box, TextLine } from '#core/layout/geometry.ts';
import {
  isTurned,
  toBoxGeometry,
  toFill,
  toLineGeometry,
  toLineStyle,
  toShapeGeometry,
  toSite,
} from '#render/office/drawing.ts';
import { toFreeformXml } from '#render/office/freeform.ts';
import { escapeXml } from '#render/office/xml.ts';

/** DrawingML of a sheet's things. Boxes and points are in pt of the sheet. */

export interface KnownShape {
  readonly id: number;
  readonly form: SceneShape['form'];
}

/** The shapes of a page, by their refs. */
export type KnownShapes = ReadonlyMap<string, KnownShape>;

export function toShapeXml(
  shape: SceneShape,
  { id, fontName }: { readonly id: number; readonly fontName: string },
): string {
  const { form, name, description, strokeWidth, lines } = shape;
  return [
    `<xdr:sp macro="" textlink=""><xdr:nvSpPr>${toNames(id, name, description)}<xdr:cNvSpPr/></xdr:nvSpPr>`,
    `<xdr:spPr>${toShapeGeometry(form, shape)}${toFill('paper')}${toLineStyle(strokeWidth)}</xdr:spPr>`,
    toBody(lines, { fontName, rotation: isTurned(form) ? 10_800_000 : 0 }),
    '</xdr:sp>',
  ].join('');
}

export interface LineOptions {
  readonly id: number;
  readonly known: KnownShapes;
}

/** A connector glued to its symbols. */
export function toConnectorXml(line: ScenePolyline, { id, known }: LineOptions): string {
  const { points, strokeWidth, head, from, to } = line;
  const style = `<a:noFill/>${toLineStyle(strokeWidth, head ? 'arrow' : 'none')}`;
  const glue = `${toGlue('stCxn', from, known)}${toGlue('endCxn', to, known)}`;
  return [
    '<xdr:cxnSp macro="">',
    `<xdr:nvCxnSpPr>${toLineNames(line, id)}<xdr:cNvCxnSpPr>${glue}</xdr:cNvCxnSpPr></xdr:nvCxnSpPr>`,
    `<xdr:spPr>${toLineGeometry(points)}${style}</xdr:spPr></xdr:cxnSp>`,
  ].join('');
}

/** The same line as a freeform, which no program routes anew; it stands in `toFreeformBox`. */
export function toFreeformShapeXml(line: ScenePolyline, { id }: LineOptions): string {
  return [
    '<xdr:sp macro="" textlink="">',
    `<xdr:nvSpPr>${toLineNames(line, id)}<xdr:cNvSpPr/></xdr:nvSpPr>`,
    `<xdr:spPr>${toFreeformXml(line)}</xdr:spPr></xdr:sp>`,
  ].join('');
}

function toLineNames({ head, description }: ScenePolyline, id: number): string {
  return toNames(id, `${head ? 'Panah' : 'Garis'} ${description}`, description);
}

function toGlue(
  element: 'stCxn' | 'endCxn',
  end: SceneEnd | undefined,
  known: KnownShapes,
): string {
  const shape = end && known.get(end.ref);
  return shape ? `<a:${element} id="${shape.id}" idx="${toSite(shape.form, end.side)}"/>` : '';
}

/** Beside a text, so that it never wraps. */
const TEXT_ROOM = 2;
const LINE_HEIGHT = 1.2;
/** From the top of a line down to its baseline, in em. */
const BASELINE = 0.93;
const FULL_TURN = 360;
const UNITS_PER_DEGREE = 60_000;

/** The box of a text that stands in no cell; its lines have one size and stand at one x. */
export function toTextBox(lines: readonly TextLine[], room = TEXT_ROOM): Box {
  const [first] = lines;
  if (!first) return { x: 0, y: 0, width: 0, height: 0 };
  const { x, y, size, anchor } = first;
  const width = Math.max(...lines.map((line) => line.width));
  const share = { start: 0, middle: 0.5, end: 1 }[anchor];
  return {
    x: Math.max(0, x - width * share - room),
    y: Math.max(0, y - size * BASELINE),
    width: width + 2 * room,
    height: lines.length * size * LINE_HEIGHT,
  };
}

interface TextNames {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly fontName: string;
  /** Beside the text, in pt. */
  readonly room?: number;
  /** None when absent. */
  readonly fill?: SceneColor;
}

export function toTextXml(
  lines: readonly (TextLine | SceneText)[],
  { id, name, description, fontName, room, fill }: TextNames,
): string {
  const [first] = lines;
  const degrees = first && 'rotate' in first ? (first.rotate ?? 0) : 0;
  const turn = Math.round(((degrees + FULL_TURN) % FULL_TURN) * UNITS_PER_DEGREE);
  const geometry = toBoxGeometry(toTextBox(lines, room));
  return [
    `<xdr:sp macro="" textlink=""><xdr:nvSpPr>${toNames(id, name, description)}<xdr:cNvSpPr txBox="1"/></xdr:nvSpPr>`,
    `<xdr:spPr>${turn === 0 ? geometry : geometry.replace('<a:xfrm>', `<a:xfrm rot="${turn}">`)}`,
    `${fill ? toFill(fill) : '<a:noFill/>'}${toLineStyle(0)}</xdr:spPr>`,
    toBody(lines, { fontName, rotation: 0 }),
    '</xdr:sp>',
  ].join('');
}

export function toPictureXml(
  picture: ScenePicture,
  { id, link }: { readonly id: number; readonly link: string },
): string {
  const names = toNames(id, 'Logo', picture.description);
  return [
    `<xdr:pic><xdr:nvPicPr>${names}<xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>`,
    `<xdr:blipFill><a:blip r:embed="${link}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>`,
    `<xdr:spPr>${toBoxGeometry(picture)}</xdr:spPr></xdr:pic>`,
  ].join('');
}

/** Lines as they were wrapped: a symbol has no room for other ones. */
function toBody(
  lines: readonly (TextLine | SceneText)[],
  { fontName, rotation }: { readonly fontName: string; readonly rotation: number },
): string {
  const turn = rotation === 0 ? '' : ` rot="${rotation}"`;
  const insets = 'lIns="0" tIns="0" rIns="0" bIns="0"';
  const properties = `<a:bodyPr${turn} vertOverflow="overflow" horzOverflow="overflow" wrap="none" ${insets} anchor="ctr"><a:noAutofit/></a:bodyPr>`;
  const paragraphs = lines.map((line) => toParagraph(line, fontName)).join('');
  const empty = '<a:p><a:pPr algn="ctr"/><a:endParaRPr lang="id-ID" sz="600"/></a:p>';
  return `<xdr:txBody>${properties}<a:lstStyle/>${paragraphs || empty}</xdr:txBody>`;
}

function toParagraph(line: TextLine | SceneText, fontName: string): string {
  const { text, size, weight } = line;
  const color = toTextFill(('color' in line ? line.color : undefined) ?? 'ink');
  const font = `<a:latin typeface="${fontName}"/><a:cs typeface="${fontName}"/>`;
  const run = `lang="id-ID" sz="${Math.round(size * 100)}" b="${weight === 'bold' ? 1 : 0}"`;
  const spacing = `<a:lnSpc><a:spcPts val="${Math.round(size * LINE_HEIGHT * 100)}"/></a:lnSpc>`;
  return `<a:p><a:pPr algn="ctr">${spacing}</a:pPr><a:r><a:rPr ${run}>${color}${font}</a:rPr><a:t>${escapeXml(text)}</a:t></a:r></a:p>`;
}

/** Drawn things stand above the cells: a mark lets their texts through. */
function toTextFill(color: SceneColor): string {
  if (color !== 'mark') return toFill(color);
  return '<a:solidFill><a:srgbClr val="000000"><a:alpha val="7000"/></a:srgbClr></a:solidFill>';
}

function toNames(id: number, name: string, description: string): string {
  return `<xdr:cNvPr id="${id}" name="${escapeXml(name)}" descr="${escapeXml(description)}"/>`;
}
