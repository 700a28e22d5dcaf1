import { toArrow } from '#core/export/outline.ts';
import type { ScenePolyline } from '#core/export/scene.ts';
import type { Box, Point } from '#core/layout/geometry.ts';
import { toBounds, toFill, toFreeform, toLineStyle } from './drawing.ts';
import { toEmu } from './units.ts';

/** The box of a line drawn as a freeform: around its head as well, so that it is never flat. */
export function toFreeformBox({ points, strokeWidth, head }: ScenePolyline): Box {
  const arrow = head ? toArrow(points, strokeWidth) : undefined;
  return toBounds(arrow ? [...points, ...arrow.head] : points);
}

/**
 * Inside of `spPr`: a line as a freeform. Its head is part of it, since programs turn the head of
 * a line whose last stretch is shorter than the head, and each of them draws heads in its own size.
 */
export function toFreeformXml(line: ScenePolyline): string {
  const { points, strokeWidth, head } = line;
  const arrow = head ? toArrow(points, strokeWidth) : undefined;
  if (!arrow) return `${toFreeform(points)}<a:noFill/>${toLineStyle(strokeWidth)}`;
  const box = toFreeformBox(line);
  const paths = `${toPath(arrow.shaft, box, 'line')}${toPath(arrow.head, box, 'area')}`;
  return [
    `<a:xfrm><a:off x="${toEmu(box.x)}" y="${toEmu(box.y)}"/>`,
    `<a:ext cx="${toEmu(box.width)}" cy="${toEmu(box.height)}"/></a:xfrm>`,
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
