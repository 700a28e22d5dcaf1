import { toConnectorGeometry } from '#core/export/office/connectorGeometry.ts';
import type { SceneForm } from '#core/export/scene.ts';
import { sceneColors } from '#core/export/sceneColors.ts';
import type { Box, Point } from '#core/layout/geometry.ts';
import { toEmu } from './units.ts';

/** DrawingML that Word and Excel share. Positions are relative to the box's origin, in pt. */

/** The side of a shape at whose middle a connector is glued. */
export type Side = 'top' | 'right' | 'bottom' | 'left';

const presets: Readonly<Record<SceneForm, string>> = {
  capsule: 'flowChartTerminator',
  box: 'flowChartProcess',
  diamond: 'flowChartDecision',
  'pentagon-down': 'flowChartOffpageConnector',
  'pentagon-up': 'flowChartOffpageConnector',
};

/** The preset has its point below, so it is turned; its text has to stay `upright`. */
export function isTurned(form: SceneForm): boolean {
  return form === 'pentagon-up';
}

const sites: Readonly<Record<Side, number>> = { top: 0, left: 1, bottom: 2, right: 3 };

/** Index of the connection site that a shape shows on this side. */
export function toSite(form: SceneForm, side: Side): number {
  return isTurned(form) ? (sites[side] + 2) % 4 : sites[side];
}

/** `a:xfrm` and `a:prstGeom` of a symbol. */
export function toShapeGeometry(form: SceneForm, box: Box): string {
  const turn = isTurned(form) ? ' rot="10800000"' : '';
  return `<a:xfrm${turn}>${toOffset(box)}</a:xfrm>${toPreset(presets[form])}`;
}

/** `a:xfrm` and `a:prstGeom` of a plain box, such as that of a label. */
export function toBoxGeometry(box: Box): string {
  return `<a:xfrm>${toOffset(box)}</a:xfrm>${toPreset('rect')}`;
}

/** `a:xfrm` and geometry of an orthogonal line: a connector, or a freeform beyond four bends. */
export function toLineGeometry(points: readonly Point[]): string {
  const connector = toConnectorGeometry(points);
  if (!connector) return toFreeform(points);
  const { preset, rotation, flipH, flipV, adjusts } = connector;
  const turn = `${rotation ? ' rot="5400000"' : ''}${flipH ? ' flipH="1"' : ''}${flipV ? ' flipV="1"' : ''}`;
  const guides = adjusts.map(
    (value, index) => `<a:gd name="adj${index + 1}" fmla="val ${value}"/>`,
  );
  return `<a:xfrm${turn}>${toOffset(connector)}</a:xfrm>${toPreset(preset, guides.join(''))}`;
}

/** `a:ln` in ink, with an arrow head at the end where wanted; without a line at width 0. */
export function toLineStyle(strokeWidth: number, head: 'arrow' | 'none' = 'none'): string {
  if (strokeWidth <= 0) return '<a:ln><a:noFill/></a:ln>';
  const tail = head === 'arrow' ? '<a:tailEnd type="triangle" w="sm" len="med"/>' : '';
  return `<a:ln w="${toEmu(strokeWidth)}">${toFill('ink')}<a:miter lim="800000"/>${tail}</a:ln>`;
}

/** `a:solidFill`. */
export function toFill(color: keyof typeof sceneColors): string {
  const value = sceneColors[color].slice(1).toUpperCase();
  return `<a:solidFill><a:srgbClr val="${value}"/></a:solidFill>`;
}

/** The smallest box around points. */
export function toBounds(points: readonly Point[]): Box {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** `a:xfrm` and geometry of a polyline that no program routes anew. */
export function toFreeform(points: readonly Point[]): string {
  const bounds = toBounds(points);
  const places = points.map(([x, y], index) => {
    const point = `<a:pt x="${toEmu(x - bounds.x)}" y="${toEmu(y - bounds.y)}"/>`;
    return index === 0 ? `<a:moveTo>${point}</a:moveTo>` : `<a:lnTo>${point}</a:lnTo>`;
  });
  const size = `w="${toEmu(bounds.width)}" h="${toEmu(bounds.height)}"`;
  return [
    `<a:xfrm>${toOffset(bounds)}</a:xfrm>`,
    '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>',
    '<a:rect l="0" t="0" r="r" b="b"/>',
    `<a:pathLst><a:path ${size} fill="none">${places.join('')}</a:path></a:pathLst></a:custGeom>`,
  ].join('');
}

function toPreset(preset: string, guides = ''): string {
  return `<a:prstGeom prst="${preset}"><a:avLst>${guides}</a:avLst></a:prstGeom>`;
}

function toOffset({ x, y, width, height }: Box): string {
  return `<a:off x="${toEmu(x)}" y="${toEmu(y)}"/><a:ext cx="${toEmu(width)}" cy="${toEmu(height)}"/>`;
}
