import type { Scene, SceneCell, SceneTable } from '#core/export/scene.ts';
import { type TableGrid, toTableGrids } from '#core/export/tableGrid.ts';
import type { Point } from '#core/layout/geometry.ts';

interface OpenTable {
  readonly table: SceneTable;
  readonly columnWidths: readonly number[];
  readonly element: PDFKit.PDFStructureElement;
}

/** Widths that differ by less, in pt, belong to one table. */
const SAME_WIDTH = 0.1;

/**
 * The tables of a tagged PDF. One that goes on on the next page in the same columns stays one table
 * for readers, so that its headings are heard once.
 */
export class TaggedTables {
  readonly #document: PDFKit.PDFDocument;
  readonly #root: PDFKit.PDFStructureElement;
  #open: OpenTable | undefined;
  #cells = new Map<SceneCell, PDFKit.PDFStructureElement>();
  #repeated = new Set<SceneCell>();

  constructor(document: PDFKit.PDFDocument, root: PDFKit.PDFStructureElement) {
    this.#document = document;
    this.#root = root;
  }

  /** Begins or continues the page's tables; their cells are found until the page is closed. */
  openPage(scene: Scene): void {
    for (const grid of toTableGrids(scene)) if (isRuled(grid)) this.#addGrid(grid);
  }

  closePage(): void {
    this.#cells.clear();
    this.#repeated.clear();
  }

  end(): void {
    this.#open = undefined;
  }

  /** Whether it repeats a heading of an earlier page. */
  isRepeated(cell: SceneCell): boolean {
    return this.#repeated.has(cell);
  }

  findCell(cell: SceneCell): PDFKit.PDFStructureElement | undefined {
    return this.#cells.get(cell);
  }

  findCellAt([x, y]: Point): PDFKit.PDFStructureElement | undefined {
    for (const [cell, element] of this.#cells)
      if (x >= cell.x && x <= cell.x + cell.width && y >= cell.y && y <= cell.y + cell.height)
        return element;
    return undefined;
  }

  #addGrid(grid: TableGrid): void {
    const open = this.#open;
    const isSame = open !== undefined && goesOn(open, grid);
    const element = isSame ? open.element : this.#document.struct('Table');
    if (!isSame) this.#root.add(element);
    this.#open = { table: grid.table, columnWidths: grid.columnWidths, element };
    for (const [row, cells] of grid.cells.entries()) {
      if (isSame && row < grid.headerRowCount) {
        for (const cell of cells) this.#repeated.add(cell);
        continue;
      }
      const rowElement = this.#document.struct('TR');
      element.add(rowElement);
      for (const cell of cells) {
        const cellElement = this.#toCellElement(cell);
        rowElement.add(cellElement);
        this.#cells.set(cell, cellElement);
      }
    }
  }

  #toCellElement({ header, place }: TableGrid['cells'][number][number]) {
    const element = this.#document.struct(header ? 'TH' : 'TD');
    const { rowSpan, columnSpan } = place;
    const attributes = {
      ...(header && { Scope: header === 'column' ? 'Column' : 'Row' }),
      ...(rowSpan > 1 && { RowSpan: rowSpan }),
      ...(columnSpan > 1 && { ColSpan: columnSpan }),
    };
    if (Object.keys(attributes).length > 0)
      element.dictionary.data.A = { O: 'Table', ...attributes };
    return element;
  }
}

/** Without rules it only arranges texts, as on a cover, and readers hear these one after the other. */
function isRuled({ table, cells }: TableGrid): boolean {
  return table !== 'page' || cells.flat().some(({ strokeWidth }) => strokeWidth > 0);
}

function goesOn(open: OpenTable, { table, columnWidths, headerRowCount }: TableGrid): boolean {
  return (
    open.table === table &&
    headerRowCount > 0 &&
    open.columnWidths.length === columnWidths.length &&
    columnWidths.every(
      (width, index) => Math.abs(width - (open.columnWidths[index] ?? 0)) < SAME_WIDTH,
    )
  );
}
