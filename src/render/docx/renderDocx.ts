import type { Scene, ScenePicture } from '#core/export/scene.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { xmlHead } from '#render/office/xml.ts';
import { zipParts } from '#render/office/zipParts.ts';
import { countCellText } from './cellText.ts';
import { DocumentIds } from './documentIds.ts';
import { type HeaderPlan, toHeaderPart, toHeaderTop } from './headerPart.ts';
import { Numbering } from './numbering.ts';
import { type PageContext, toAnchor, toPageBody } from './pageBody.ts';
import { type PageFlow, toPageFlow } from './pageFlow.ts';
import { type Section, toSections, toSectionXml } from './sections.ts';
import { fontNames } from './styleParts.ts';
import { type StyleId, type TextFace, TextStyles } from './textStyles.ts';
import { toWordParts } from './wordParts.ts';
import { wordSpaces } from './wordXml.ts';

export interface DocxOptions {
  readonly title: string;
  /** Embedded, so that the file can be imported again. */
  readonly procedure?: Procedure;
  readonly createdAt?: Date;
  /** A picture as PNG in the shape of its box; pictures are left out without it. */
  readonly drawPicture?: (picture: ScenePicture) => Uint8Array;
}

/**
 * Pages as a Word file that a person can work on: real tables with real text, native symbols, and
 * connectors that stay glued to them.
 */
export function renderDocx(scenes: readonly Scene[], options: DocxOptions): Uint8Array {
  const flows = scenes.map(toPageFlow);
  const family = scenes[0]?.family ?? 'arial';
  const styles = countStyles(flows);
  const pictures: Uint8Array[] = [];
  const { drawPicture } = options;
  const context: PageContext = {
    family,
    styles,
    numbering: new Numbering(),
    ids: new DocumentIds(),
    addPicture: drawPicture && ((picture) => `rIdPicture${pictures.push(drawPicture(picture))}`),
  };
  const sections = toSections(flows);
  const headers = sections.map((section) =>
    toHeaderPlan(section, { pageCount: flows.length, fontName: fontNames[family], styles }),
  );
  const bodies = sections.map((section, index) => {
    const header = headers[index];
    const headerTop = header ? toHeaderTop(header) : 0;
    const end = toSectionXml(section, { headerLink: `rIdHeader${index + 1}`, headerTop });
    return `${toPages(section, context)}${toSectionEnd(end, index === sections.length - 1)}`;
  });
  const document = `${xmlHead}<w:document ${wordSpaces}><w:body>${bodies.join('')}</w:body></w:document>`;
  return zipParts(
    toWordParts({
      document,
      headers: headers.map(toHeaderPart),
      numbering: context.numbering.toXml(),
      pictures,
      family,
      styles,
      ...options,
    }),
  );
}

function toHeaderPlan(
  { pages, left, textWidth: width, firstPage: page }: Section,
  document: Pick<HeaderPlan, 'pageCount' | 'fontName' | 'styles'>,
): HeaderPlan {
  const { documentNumber, pageNumber, mark } = pages[0] ?? {};
  return { ...document, documentNumber, pageNumber, mark, left, width, page };
}

function toPages(section: Section, context: PageContext): string {
  const { pages, firstPage, left, top, textWidth: width } = section;
  return pages
    .map((flow, index) => {
      const place = { page: firstPage + index, left, top, width, isFirst: index === 0 };
      return toPageBody(flow, place, context);
    })
    .join('');
}

/** The last section's properties end the document, all others stand in a paragraph of their own. */
function toSectionEnd(section: string, isLast: boolean): string {
  return isLast ? `${toAnchor(1)}${section}` : toAnchor(1, { section });
}

/** How the texts of all pages are set, so that most of them need only their style. */
function countStyles(flows: readonly PageFlow[]): TextStyles {
  const styles = new TextStyles();
  const count = (style: StyleId, face: TextFace | undefined) => face && styles.count(style, face);
  for (const { blocks, scene, documentNumber, pageNumber } of flows) {
    count('Header', documentNumber);
    count('Header', pageNumber);
    for (const block of blocks) {
      if (block.kind === 'table') for (const cell of block.cells) countCellText(cell, styles);
      else count(block.first.role === 'note' ? 'CatatanTabel' : 'IsiHalaman', block.first);
    }
    for (const item of scene.items) {
      if (item.kind === 'shape') for (const line of item.lines) count('SimbolSOP', line);
      if (item.kind === 'polyline') count('LabelPanah', item.label?.lines[0]);
    }
  }
  return styles;
}
