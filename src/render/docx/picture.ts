import type { ScenePicture } from '#core/export/scene.ts';
import { toEmu } from '#render/office/units.ts';
import { escapeXml } from '#render/office/xml.ts';

/** A picture at its place on the page, as a run; `link` is its relationship. */
export function toPicture(
  { x, y, width, height, description }: ScenePicture,
  {
    id,
    link,
    name = 'Logo',
  }: { readonly id: number; readonly link: string; readonly name?: string },
): string {
  const size = `cx="${toEmu(width)}" cy="${toEmu(height)}"`;
  const names = `id="${id}" name="${escapeXml(name)}" descr="${escapeXml(description)}"`;
  const uri = 'http://schemas.openxmlformats.org/drawingml/2006/picture';
  return [
    '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0"',
    ` relativeHeight="${251_658_240 + id}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">`,
    '<wp:simplePos x="0" y="0"/>',
    `<wp:positionH relativeFrom="page"><wp:posOffset>${toEmu(x)}</wp:posOffset></wp:positionH>`,
    `<wp:positionV relativeFrom="page"><wp:posOffset>${toEmu(y)}</wp:posOffset></wp:positionV>`,
    `<wp:extent ${size}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>`,
    `<wp:docPr ${names}/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>`,
    `<a:graphic><a:graphicData uri="${uri}"><pic:pic><pic:nvPicPr><pic:cNvPr ${names}/><pic:cNvPicPr/></pic:nvPicPr>`,
    `<pic:blipFill><a:blip r:embed="${link}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`,
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`,
    '</pic:pic></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>',
  ].join('');
}
