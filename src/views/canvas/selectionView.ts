import type { Box } from '#core/layout/geometry.ts';
import type { Selected, Selection } from '#session/session.ts';
import type { SheetContent } from './sheetStore.ts';

/** Free room around what is shown, in px. */
const marginPx = 96;
/** A single symbol is not blown up beyond this. */
const maxZoom = 1.6;
const minZoom = 0.1;

export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** The view that shows all that is selected in the middle; undefined when nothing is on the sheet. */
export function toSelectionView(
  sheet: SheetContent,
  selection: Selection,
  { width, height }: { readonly width: number; readonly height: number },
): View | undefined {
  const boxes = selection
    .map((selected) => findBox(sheet, selected))
    .filter((box) => box !== undefined);
  const box = toCommonBox(boxes);
  if (!box || width === 0) return undefined;
  const zoom = Math.max(
    minZoom,
    Math.min(
      maxZoom,
      (width - 2 * marginPx) / Math.max(box.width, 1),
      (height - 2 * marginPx) / Math.max(box.height, 1),
    ),
  );
  return {
    x: width / 2 - (box.x + box.width / 2) * zoom,
    y: height / 2 - (box.y + box.height / 2) * zoom,
    zoom,
  };
}

/** The smallest box around all of them; undefined for none. */
function toCommonBox(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

function findBox(
  { layout, symbols, connectors }: SheetContent,
  { kind, id }: Selected,
): Box | undefined {
  switch (kind) {
    case 'symbol':
      return symbols.get(id);
    case 'step': {
      const row = layout.rows.find(({ step }) => step === id);
      return row && { x: 0, y: row.y, width: layout.width, height: row.height };
    }
    case 'actor': {
      const column = layout.columns.find(({ actor }) => actor === id);
      return column && { x: column.x, y: 0, width: column.width, height: layout.height };
    }
    case 'flow': {
      const points = connectors.get(id)?.points ?? [];
      return toCommonBox(points.map(([x, y]) => ({ x, y, width: 0, height: 0 })));
    }
  }
}
