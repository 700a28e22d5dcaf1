import ExcelJS from 'exceljs';
import type { Scene, ScenePicture } from '#core/export/scene.ts';
import type { TypeFamily } from '#core/layout/text/widthTable.ts';
import type { DataSheet } from '#core/sheets/sheet.ts';
import { writeDataSheet } from './dataSheets.ts';
import { toDrawingPart } from './drawingPart.ts';
import { writePrintedSheet } from './printedSheet.ts';
import { toPrintedSheets } from './printedSheets.ts';
import { SharedStyles } from './sharedStyles.ts';
import { type SheetGrid, toSheetGrid } from './sheetGrid.ts';
import { addDrawings, type SheetDrawing } from './workbookParts.ts';

export interface XlsxOptions {
  readonly title: string;
  /** Plain rows behind the printed sheets, from which the file can be imported again. */
  readonly data?: readonly DataSheet[];
  readonly createdAt?: Date;
  /** A picture as PNG in the shape of its box; pictures are left out without it. */
  readonly drawPicture?: (picture: ScenePicture) => Uint8Array;
}

const fontNames: Readonly<Record<TypeFamily, string>> = {
  arial: 'Arial',
  bookman: 'Bookman Old Style',
  times: 'Times New Roman',
};

const ANY_DAY = new Date('2020-01-01T00:00:00Z');

/**
 * Pages as an Excel file that a person can work on: cells with real text that print as the pages do,
 * native symbols and arrows anchored to the cells under them, and the data behind as plain rows.
 */
export async function renderXlsx(
  scenes: readonly Scene[],
  { title, data = [], createdAt = ANY_DAY, drawPicture }: XlsxOptions,
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.title = title;
  workbook.creator = 'Alur';
  workbook.lastModifiedBy = 'Alur';
  workbook.created = createdAt;
  workbook.modified = createdAt;
  const family = scenes[0]?.family ?? 'arial';
  const fontName = fontNames[family];
  const styles = new SharedStyles();
  const drawings = toPrintedSheets(scenes).flatMap((printed, index) => {
    const grid = toSheetGrid(printed.scenes);
    writePrintedSheet(workbook, printed, { grid, fontName, family, styles });
    return toDrawing(grid, index + 1, { fontName, drawPicture });
  });
  for (const sheet of data) writeDataSheet(workbook, sheet, { fontName, family, styles });
  // Packed only once, after the drawings are in it.
  const bytes = await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } });
  return addDrawings(new Uint8Array(bytes), drawings);
}

interface Drawing {
  readonly fontName: string;
  readonly drawPicture: XlsxOptions['drawPicture'] | undefined;
}

function toDrawing(
  grid: SheetGrid,
  sheet: number,
  { fontName, drawPicture }: Drawing,
): readonly SheetDrawing[] {
  const pictures: Uint8Array[] = [];
  const addPicture = (picture: ScenePicture) =>
    drawPicture && `rId${pictures.push(drawPicture(picture))}`;
  const xml = toDrawingPart(grid, { fontName, addPicture });
  return xml === undefined ? [] : [{ sheet, xml, pictures }];
}
