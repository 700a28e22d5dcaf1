import { toArrow } from '#core/export/outline.ts';
import type { ScenePolyline } from '#core/export/scene.ts';
import type { Box, Point } from '#core/layout/geometry.ts';
import { toBounds, toFill, toFreeform, toLineStyle } from '#render/office/drawing.ts';
import { toEmu } from '#render/office/units.ts';

/**
 * Inside of `xdr:spPr`: a line as a freeform. Its head is part of it, since programs turn the head of
 * a line whose last stretch is shorter than the head.
 */
export function toFreeformXml({ points, strokeWidth, head }: ScenePolyline): string {
  const bounds = toBounds(points);
  const arrow = head ? toArrow(points, strokeWidth) : undefined;
  // A path has no scale in a box without width or height; but such an arrow is straight.
  if (!arrow || bounds.width === 0 || bounds.height === 0)
    return `${toFreeform(points)}<a:noFill/>${toLineStyle(strokeWidth, head ? 'arrow' : 'none')}`;
  const paths = `${toPath(arrow.shaft, bounds, 'line')}${toPath(arrow.head, bounds, 'area')}`;
  return [
    `<a:xfrm><a:off x="${toEmu(bounds.x)}" y="${toEmu(bounds.y)}"/>`,
    `<a:ext cx="${toEmu(bounds.width)}" cy="${toEmu(bounds.height)}"/></a:xfrm>`,
    '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>',
    `<a:pathLst>${paths}</a:pathLst></a:custGeom>${toFill('ink')}${toLineStyle(strokeWidth)}`,
  ].join('');
}

function toPath(points: readonly Point[], bounds: Box, kind: 'line' | 'area'): string {
  const size = `w="${toEmu(bounds.width)}" h="${toEmu(bounds.height)}"`;
  const places = points.map(([x, y], index) => {
    const point = `<a:pt x="${toEmu(x - bounds.x)}" y="${toEmu(y - bounds.y)}"/>`;
    return index === 0 ? `<a:moveTo>${point}</a:moveTo>` : `<a:lnTo>${point}</a:lnTo>`;
  });
  const look = kind === 'line' ? 'fill="none"' : 'stroke="0"';
  return `<a:path ${size} ${look}>${places.join('')}${kind === 'area' ? '<a:close/>' : ''}</a:path>`;
}
