import { toHeadLength } from '#core/export/outline.ts';
import type { SceneEnd, SceneItem, ScenePolyline, SceneShape } from '#core/export/scene.ts';
import type { Box, Point, TextLine } from '#core/layout/geometry.ts';
import { LINE_HEIGHT } from '#core/layout/textBlock.ts';
import {
  isTurned,
  toBounds,
  toBoxGeometry,
  toFill,
  toLineGeometry,
  toLineStyle,
  toShapeGeometry,
  toSite,
} from '#render/office/drawing.ts';
import { toFreeformXml } from '#render/office/freeform.ts';
import { toEmu } from '#render/office/units.ts';
import { escapeXml } from '#render/office/xml.ts';
import type { DocumentIds } from './documentIds.ts';
import { type StyleId, type TextStyles, toFaceXml, toLinePitch, toLineTop } from './textStyles.ts';
import { toRunText } from './wordXml.ts';

interface CanvasPlan {
  readonly items: readonly SceneItem[];
  readonly ids: DocumentIds;
  readonly styles: TextStyles;
  /** What a screen reader calls the drawing. */
  readonly name: string;
}

/** Free around the outermost shapes, so that no line is cut. */
const MARGIN = 1;

/**
 * The symbols, arrows and labels of a page as a run with one drawing canvas, fixed to the page; empty
 * where it has none. In a canvas connectors stay glued; who knows no canvas reads the same as a group.
 */
export function toCanvas({ items, ids, styles, name }: CanvasPlan): string {
  const drawn = items.filter((item) => item.kind === 'shape' || item.kind === 'polyline');
  if (drawn.length === 0) return '';
  const frame = toFrame(drawn);
  const known = new Map<string, KnownShape>();
  for (const item of drawn)
    if (item.kind === 'shape') known.set(item.ref, { id: ids.next(), form: item.form });
  const context = { frame, known, ids, styles };
  const labels = drawn.flatMap((item) => (item.kind === 'polyline' ? (item.label ?? []) : []));
  const grounded = labels.filter(({ hasGround }) => hasGround);
  const shapes = (target: Target) =>
    [
      ...grounded.map((label) => toLabel(label, { ...context, target })),
      ...drawn.map((item) => toChild(item, { ...context, target })),
    ].join('');
  const id = ids.next();
  const size = `cx="${toEmu(frame.width)}" cy="${toEmu(frame.height)}"`;
  const anchor = { frame, id, name };
  const canvas = `<wpc:wpc><wpc:bg/><wpc:whole/>${shapes('canvas')}</wpc:wpc>`;
  const transform = `<a:xfrm><a:off x="0" y="0"/><a:ext ${size}/><a:chOff x="0" y="0"/><a:chExt ${size}/></a:xfrm>`;
  const group = `<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr>${transform}</wpg:grpSpPr>${toGround(frame, ids)}${shapes('group')}</wpg:wgp>`;
  return [
    '<w:r><mc:AlternateContent><mc:Choice Requires="wpc wps">',
    toAnchor(anchor, 'wordprocessingCanvas', canvas),
    '</mc:Choice><mc:Fallback>',
    toAnchor(anchor, 'wordprocessingGroup', group),
    '</mc:Fallback></mc:AlternateContent></w:r>',
  ].join('');
}

interface KnownShape {
  readonly id: number;
  readonly form: SceneShape['form'];
}

/** Word reads the canvas; the group is for LibreOffice, which needs some things said otherwise. */
type Target = 'canvas' | 'group';

interface CanvasContext {
  readonly target: Target;
  readonly frame: Box;
  readonly known: ReadonlyMap<string, KnownShape>;
  readonly ids: DocumentIds;
  readonly styles: TextStyles;
}

function toChild(item: SceneShape | ScenePolyline, context: CanvasContext): string {
  switch (item.kind) {
    case 'shape':
      return toShape(item, context);
    case 'polyline':
      return item.label && !item.label.hasGround
        ? `${toConnector(item, context)}${toLabel(item.label, context)}`
        : toConnector(item, context);
  }
}

function toFrame(items: readonly (SceneShape | ScenePolyline)[]): Box {
  const points = items.flatMap((item): readonly Point[] => {
    if (item.kind === 'shape') return toCornerPair(item);
    return item.label ? [...item.points, ...toCornerPair(item.label.box)] : item.points;
  });
  const { x, y, width, height } = toBounds(points);
  return {
    x: x - MARGIN,
    y: y - MARGIN,
    width: width + 2 * MARGIN,
    height: height + 2 * MARGIN,
  };
}

function toCornerPair({ x, y, width, height }: Box): readonly Point[] {
  return [
    [x, y],
    [x + width, y + height],
  ];
}

/** LibreOffice measures a group by its shapes' boxes, beyond which loops reach; this box holds all. */
function toGround({ width, height }: Box, ids: DocumentIds): string {
  const box = { x: 0, y: 0, width, height };
  return [
    `<wps:wsp><wps:cNvPr id="${ids.next()}" name="Bidang"/><wps:cNvSpPr/>`,
    `<wps:spPr>${toBoxGeometry(box)}<a:noFill/>${toLineStyle(0)}</wps:spPr><wps:bodyPr/></wps:wsp>`,
  ].join('');
}

/** A drawing that floats before the text at its place on the page. */
function toAnchor(
  { frame, id, name }: { readonly frame: Box; readonly id: number; readonly name: string },
  kind: 'wordprocessingCanvas' | 'wordprocessingGroup',
  content: string,
): string {
  const uri = `http://schemas.microsoft.com/office/word/2010/${kind}`;
  return [
    '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0"',
    ` relativeHeight="${251_658_240 + id}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">`,
    '<wp:simplePos x="0" y="0"/>',
    `<wp:positionH relativeFrom="page"><wp:posOffset>${toEmu(frame.x)}</wp:posOffset></wp:positionH>`,
    `<wp:positionV relativeFrom="page"><wp:posOffset>${toEmu(frame.y)}</wp:posOffset></wp:positionV>`,
    `<wp:extent cx="${toEmu(frame.width)}" cy="${toEmu(frame.height)}"/>`,
    '<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>',
    `<wp:docPr id="${id}" ${toNames(name, name)}/><wp:cNvGraphicFramePr/>`,
    `<a:graphic><a:graphicData uri="${uri}">${content}</a:graphicData></a:graphic>`,
    '</wp:anchor></w:drawing>',
  ].join('');
}

function toShape(shape: SceneShape, context: CanvasContext): string {
  const { frame, known, styles, target } = context;
  const { form, ref, name, description, lines, strokeWidth } = shape;
  const id = known.get(ref)?.id ?? 0;
  const geometry = toShapeGeometry(form, toLocal(shape, frame));
  const isWide = !fitsInside(shape);
  const isApart = target === 'group' && lines.length > 0 && (isWide || isTurned(form));
  const text = isApart ? '' : toText(lines, { style: 'SimbolSOP', styles });
  // Word turns text with its shape, unless told not to.
  const upright = isTurned(form) ? ' upright="1"' : '';
  return [
    `<wps:wsp><wps:cNvPr id="${id}" ${toNames(name, description)}/><wps:cNvSpPr/>`,
    `<wps:spPr>${geometry}${toFill('paper')}${toLineStyle(strokeWidth)}</wps:spPr>`,
    text === '' ? '' : `<wps:txbx><w:txbxContent>${text}</w:txbxContent></wps:txbx>`,
    toBody(`wrap="${isWide ? 'none' : 'square'}" anchor="ctr"${upright}`),
    `</wps:wsp>${isApart ? toTextApart(shape, context) : ''}`,
  ].join('');
}

/**
 * The preset keeps a decision's text to its inner quarter, though longer lines have room in a diamond:
 * those must not wrap.
 */
function fitsInside({ form, width, lines }: SceneShape): boolean {
  const room = form === 'diamond' ? width / 2 : width;
  return lines.every((line) => line.width <= room - 0.5);
}

/** LibreOffice wraps all text of a shape and turns its place, so such a text has a box of its own. */
function toTextApart(shape: SceneShape, { frame, ids, styles }: CanvasContext): string {
  const { x, y, width, height, form } = shape;
  const point = isTurned(form) ? height * POINT_SHARE : 0;
  const box = { x, y: y + point, width, height: height - point };
  const text = toText(shape.lines, { style: 'SimbolSOP', styles });
  return [
    `<wps:wsp><wps:cNvPr id="${ids.next()}" ${toNames(`Teks ${shape.name}`, '')}/><wps:cNvSpPr txBox="1"/>`,
    `<wps:spPr>${toBoxGeometry(toLocal(box, frame))}<a:noFill/>${toLineStyle(0)}</wps:spPr>`,
    `<wps:txbx><w:txbxContent>${text}</w:txbxContent></wps:txbx>`,
    `${toBody('wrap="square" anchor="ctr"')}</wps:wsp>`,
  ].join('');
}

/** What the point of the off-page preset takes of its height. */
const POINT_SHARE = 0.2;

function toConnector(line: ScenePolyline, context: CanvasContext): string {
  const { frame, ids, known } = context;
  const points = line.points.map(([x, y]): Point => [x - frame.x, y - frame.y]);
  if (context.target === 'group' && isHeadLonger(line)) return toFreeform({ ...line, points }, ids);
  const glue = [toGlue('stCxn', line.from, known), toGlue('endCxn', line.to, known)].join('');
  return [
    `<wps:wsp><wps:cNvPr id="${ids.next()}" ${toLineNames(line)}/><wps:cNvCnPr>${glue}</wps:cNvCnPr>`,
    `<wps:spPr>${toLineGeometry(points)}<a:noFill/>`,
    `${toLineStyle(line.strokeWidth, line.head ? 'arrow' : 'none')}</wps:spPr>`,
    '<wps:bodyPr/></wps:wsp>',
  ].join('');
}

/** Whether an arrow ends in a stretch that is shorter than its head, which LibreOffice would turn. */
function isHeadLonger({ points, strokeWidth, head }: ScenePolyline): boolean {
  const last = toBounds(points.slice(-2));
  return head && Math.max(last.width, last.height) < toHeadLength(strokeWidth);
}

function toFreeform(line: ScenePolyline, ids: DocumentIds): string {
  return [
    `<wps:wsp><wps:cNvPr id="${ids.next()}" ${toLineNames(line)}/><wps:cNvSpPr/>`,
    `<wps:spPr>${toFreeformXml(line)}</wps:spPr><wps:bodyPr/></wps:wsp>`,
  ].join('');
}

function toLineNames({ head, description }: ScenePolyline): string {
  return toNames(`${head ? 'Panah' : 'Garis'} ${description}`.trim(), description);
}

function toGlue(
  element: 'stCxn' | 'endCxn',
  end: SceneEnd | undefined,
  known: ReadonlyMap<string, KnownShape>,
): string {
  const shape = end && known.get(end.ref);
  return shape ? `<a:${element} id="${shape.id}" idx="${toSite(shape.form, end.side)}"/>` : '';
}

function toLabel(
  { text, lines, hasGround }: NonNullable<ScenePolyline['label']>,
  { frame, ids, styles }: CanvasContext,
): string {
  const [first] = lines;
  if (!first) return '';
  const id = ids.next();
  const room = hasGround ? GROUND_ROOM : LABEL_ROOM;
  const width = Math.max(...lines.map((line) => line.width)) + 2 * room;
  const height = lines.length * first.size * LINE_HEIGHT;
  const box = { x: first.x - width / 2, y: toLineTop(first), width, height };
  const fill = hasGround ? toFill('paper') : '<a:noFill/>';
  return [
    `<wps:wsp><wps:cNvPr id="${id}" ${toNames(`Label ${text}`, text)}/><wps:cNvSpPr txBox="1"/>`,
    `<wps:spPr>${toBoxGeometry(toLocal(box, frame))}${fill}${toLineStyle(0)}</wps:spPr>`,
    `<wps:txbx><w:txbxContent>${toText(lines, { style: 'LabelPanah', styles })}</w:txbxContent></wps:txbx>`,
    toBody('wrap="square" anchor="t"'),
    '</wps:wsp>',
  ].join('');
}

/** Beside a label's text, so that it never wraps; less where its ground is white. */
const LABEL_ROOM = 2;
const GROUND_ROOM = 1;

/** One paragraph, its lines as they were wrapped: a symbol has no room for other ones. */
function toText(
  lines: readonly TextLine[],
  { style, styles }: { readonly style: StyleId; readonly styles: TextStyles },
): string {
  const [first] = lines;
  if (!first) return '';
  const face = toFaceXml(first, styles.faceOf(style));
  const spacing =
    first.size === styles.faceOf(style).size
      ? ''
      : `<w:spacing w:line="${toLinePitch(first.size)}" w:lineRule="exact"/>`;
  const text = lines.map((line) => line.text).join('\n');
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${spacing}</w:pPr><w:r>${face && `<w:rPr>${face}</w:rPr>`}${toRunText(text)}</w:r></w:p>`;
}

function toBody(attributes: string): string {
  return `<wps:bodyPr rot="0" vert="horz" ${attributes} lIns="0" tIns="0" rIns="0" bIns="0" anchorCtr="0"><a:noAutofit/></wps:bodyPr>`;
}

function toNames(name: string, description: string): string {
  return `name="${escapeXml(name)}" descr="${escapeXml(description)}"`;
}

function toLocal({ x, y, width, height }: Box, frame: Box): Box {
  return { x: x - frame.x, y: y - frame.y, width, height };
}
