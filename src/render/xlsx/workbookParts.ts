import { strFromU8, unzipSync } from 'fflate';
import { toRelationships } from '#render/office/officePackage.ts';
import { zipParts } from '#render/office/zipParts.ts';

/** What stands on a sheet beside its cells. */
export interface SheetDrawing {
  /** Of the sheet, from 1. */
  readonly sheet: number;
  readonly xml: string;
  /** PNG; `rId1`, `rId2` … in the drawing. */
  readonly pictures: readonly Uint8Array[];
}

const contentTypes = '[Content_Types].xml';

/** Adds drawings to a workbook that has none, and sets its standard font. */
export function addDrawings(workbook: Uint8Array, drawings: readonly SheetDrawing[]): Uint8Array {
  const files = unzipSync(workbook);
  const read = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const parts: Record<string, string | Uint8Array> = {
    [contentTypes]: addTypes(read(contentTypes), drawings),
    ...files,
    'xl/styles.xml': setStandardFont(read('xl/styles.xml')),
  };
  parts[contentTypes] = addTypes(read(contentTypes), drawings);
  let pictureCount = 0;
  drawings.forEach(({ sheet, xml, pictures }, index) => {
    const name = `drawing${index + 1}`;
    const part = `xl/worksheets/sheet${sheet}.xml`;
    // Last in the part, where the schema wants it: our sheets have nothing that comes after.
    parts[part] = read(part).replace(
      /<\/worksheet>\s*$/,
      '<drawing r:id="rIdDrawing"/></worksheet>',
    );
    parts[`xl/worksheets/_rels/sheet${sheet}.xml.rels`] = toRelationships([
      { id: 'rIdDrawing', type: 'drawing', target: `../drawings/${name}.xml` },
    ]);
    parts[`xl/drawings/${name}.xml`] = xml;
    if (pictures.length === 0) return;
    const links = pictures.map((picture, place) => {
      pictureCount += 1;
      parts[`xl/media/picture${pictureCount}.png`] = picture;
      const target = `../media/picture${pictureCount}.png`;
      return { id: `rId${place + 1}`, type: 'image', target };
    });
    parts[`xl/drawings/_rels/${name}.xml.rels`] = toRelationships(links);
  });
  return zipParts(parts);
}

function addTypes(xml: string, drawings: readonly SheetDrawing[]): string {
  const type = 'application/vnd.openxmlformats-officedocument.drawing+xml';
  const parts = drawings.map(
    (_, index) =>
      `<Override PartName="/xl/drawings/drawing${index + 1}.xml" ContentType="${type}"/>`,
  );
  const png = xml.includes('Extension="png"')
    ? ''
    : '<Default Extension="png" ContentType="image/png"/>';
  return xml.replace(/(<Types[^>]*>)/, `$1${png}`).replace('</Types>', `${parts.join('')}</Types>`);
}

/**
 * Widths of columns are counted in digits of the standard font, the first of the styles. Excel rounds
 * a digit to whole pixels, LibreOffice does not: this font's digits are exactly 7 pixels wide, so that
 * columns are equally wide in both.
 */
export const DIGIT_PIXELS = 7;
const standardFont =
  '<font><sz val="10.5"/><color theme="1"/><name val="Times New Roman"/><family val="1"/></font>';

function setStandardFont(styles: string): string {
  return styles.replace(/<font>.*?<\/font>/s, standardFont);
}
