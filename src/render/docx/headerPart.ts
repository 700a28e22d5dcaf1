import type { SceneText } from '#core/export/scene.ts';
import { sceneColors } from '#core/export/sceneColors.ts';
import { toTwips } from '#render/office/units.ts';
import { escapeXml, xmlHead } from '#render/office/xml.ts';
import { toRuns } from './runs.ts';
import { type TextStyles, toLineTop } from './textStyles.ts';
import { wordSpaces } from './wordXml.ts';

/** What stands on every page of a section, taken from its first. */
export interface HeaderPlan {
  readonly documentNumber?: SceneText | undefined;
  readonly pageNumber?: SceneText | undefined;
  readonly mark?: SceneText | undefined;
  /** Number of the section's first page, and of the last page of all. */
  readonly page: number;
  readonly pageCount: number;
  /** Where the text begins and how wide it is, in pt. */
  readonly left: number;
  readonly width: number;
  readonly fontName: string;
  readonly styles: TextStyles;
}

const NO_HEADER_TOP = 20;

/** Where the header's line begins so that its baseline stands where the page has it, in pt. */
export function toHeaderTop({ documentNumber, pageNumber }: HeaderPlan): number {
  const line = documentNumber ?? pageNumber;
  return line ? Math.max(0, toLineTop(line)) : NO_HEADER_TOP;
}

/** `word/header1.xml`: document number at the left, page number as fields at the right, the mark behind. */
export function toHeaderPart(plan: HeaderPlan): string {
  const { documentNumber, pageNumber, left, width, styles } = plan;
  const face = styles.faceOf('Header');
  const start = documentNumber ? documentNumber.x - left : 0;
  const end = pageNumber ? pageNumber.x - left : width;
  const content = [
    plan.mark ? toMark(plan.mark, plan) : '',
    documentNumber ? toRuns(documentNumber.text, documentNumber, face) : '',
    pageNumber ? `<w:r><w:tab/></w:r>${toPageNumber(pageNumber, plan)}` : '',
  ];
  const properties = [
    '<w:pStyle w:val="Header"/>',
    `<w:tabs><w:tab w:val="right" w:pos="${toTwips(end)}"/></w:tabs>`,
    start > 0.1 ? `<w:ind w:left="${toTwips(start)}"/>` : '',
  ];
  return `${xmlHead}<w:hdr ${wordSpaces}><w:p><w:pPr>${properties.join('')}</w:pPr>${content.join('')}</w:p></w:hdr>`;
}

/** "Halaman 2 dari 4" with fields for its numbers, as far as they are those of this page. */
function toPageNumber(line: SceneText, { page, pageCount, styles }: HeaderPlan): string {
  const face = styles.faceOf('Header');
  const wanted = [
    { value: page, field: 'PAGE' },
    { value: pageCount, field: 'NUMPAGES' },
  ];
  return line.text
    .split(/(\d+)/)
    .filter((part) => part !== '')
    .map((part) => {
      const [next] = wanted;
      if (next === undefined || Number(part) !== next.value) return toRuns(part, line, face);
      wanted.shift();
      return `<w:fldSimple w:instr=" ${next.field} ">${toRuns(part, line, face)}</w:fldSimple>`;
    })
    .join('');
}

/** How high capitals are, in em; the mark's box is trimmed to them. */
const CAPITAL_HEIGHT = 0.716;

/** A text across the page as Word's own watermarks are: Design > Watermark takes it away. */
function toMark(mark: SceneText, { fontName }: HeaderPlan): string {
  const { text, x, y, width, size, rotate = 0, color = 'mark' } = mark;
  const height = size * CAPITAL_HEIGHT;
  // The text turns round its anchor on the baseline, the box round its own centre.
  const angle = (rotate * Math.PI) / 180;
  const [centreX, centreY] = [
    x + (Math.sin(angle) * height) / 2,
    y - (Math.cos(angle) * height) / 2,
  ];
  const place = [
    'position:absolute',
    `margin-left:${round(centreX - width / 2)}pt`,
    `margin-top:${round(centreY - height / 2)}pt`,
    `width:${round(width)}pt`,
    `height:${round(height)}pt`,
    `rotation:${round((rotate + 360) % 360)}`,
    'z-index:-251658752',
    'mso-position-horizontal-relative:page',
    'mso-position-vertical-relative:page',
  ];
  const font = `font-family:&quot;${escapeXml(fontName)}&quot;;font-size:1pt;font-weight:bold`;
  return [
    '<w:r><w:rPr><w:noProof/></w:rPr><w:pict>',
    wordArtType,
    `<v:shape id="PowerPlusWaterMarkObject1" o:spid="_x0000_s2049" type="#_x0000_t136" alt="${escapeXml(text)}"`,
    ` style="${place.join(';')}" o:allowincell="f" fillcolor="${sceneColors[color]}" stroked="f">`,
    `<v:textpath style="${font}" trim="t" string="${escapeXml(text)}"/></v:shape></w:pict></w:r>`,
  ].join('');
}

const wordArtType = [
  '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">',
  '<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/>',
  '<v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>',
  '<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/>',
  '<v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>',
  '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>',
  '<v:textpath on="t" fitshape="t"/><v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles>',
  '<o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>',
].join('');

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
