import type { Edit, Place } from '#core/edit/edit.ts';
import type { Box, CanvasLayout, Point, RowBand } from '#core/layout/geometry.ts';
import type { Procedure, Step } from '#core/model/procedure.ts';
import { type CellPlace, findCellBox, findNearestColumn, findRow, toRowsEnd } from './cells.ts';
import { findSpliceFlow, toSpliceEdits } from './splice.ts';

/** Where something that is dragged over the sheet would land. */
export type Drop =
  /** In a cell of an existing row; `flow`: into that arrow too. */
  | { readonly kind: 'cell'; readonly cell: CellPlace; readonly flow?: string }
  /** Between two rows, or below the last one; `y` is where the insertion line stands. */
  | {
      readonly kind: 'gap';
      readonly actor: string;
      readonly place: Place;
      readonly y: number;
      readonly flow?: string;
    };

/** Between two lanes or two rows: where one that is dragged goes, and where the line for it stands. */
export interface LineDrop {
  readonly place: Place;
  /** x between lanes, y between rows. */
  readonly line: number;
}

/** How near to a row's edge, as a share of its height, a point means "between the rows". */
const gapShare = 0.22;

/**
 * Where a dragged symbol lands. In its own row it changes its actor; a step's only symbol takes
 * its step along, so elsewhere the drop is between rows, except in a row without any symbol.
 */
export function findSymbolDrop(
  layout: CanvasLayout,
  procedure: Procedure,
  drag: { readonly symbol: string; readonly at: Point },
): Drop | undefined {
  const step = procedure.steps.find(({ symbols }) => symbols.some(({ id }) => id === drag.symbol));
  if (!step) return undefined;
  const row = findRow(layout, drag.at[1]);
  const takesStepAlong = step.symbols.length === 1 && row?.step !== step.id;
  const drop = findDrop(layout, procedure, {
    at: drag.at,
    ...(row && { cellShare: toCellShare(procedure, row, takesStepAlong) }),
  });
  const flow = findSpliceFlow(layout, procedure, drag.symbol, drag.at);
  return drop && flow ? { ...drop, flow } : drop;
}

/** Where several dragged symbols land: within their rows they change lanes, elsewhere their rows move. */
export function findManyDrop(
  layout: CanvasLayout,
  procedure: Procedure,
  drag: { readonly symbols: readonly string[]; readonly at: Point },
): Drop | undefined {
  const row = findRow(layout, drag.at[1]);
  const isOwnRow = procedure.steps.some(
    ({ id, symbols }) => id === row?.step && symbols.some((each) => drag.symbols.includes(each.id)),
  );
  return findDrop(layout, procedure, { at: drag.at, cellShare: isOwnRow ? 1.01 : 0 });
}

/** Where the end of a new arrow lands when it meets no symbol: a new step stands there. */
export function findNewStepDrop(
  layout: CanvasLayout,
  procedure: Procedure,
  at: Point,
): Drop | undefined {
  const row = findRow(layout, at[1]);
  return findDrop(layout, procedure, {
    at,
    ...(row && { cellShare: toCellShare(procedure, row, true) }),
  });
}

/** Where a dragged lane lands; undefined when it would stay where it is. */
export function findLaneDrop(layout: CanvasLayout, actor: string, x: number): LineDrop | undefined {
  const lanes = layout.columns.map((column) => ({
    id: column.actor,
    start: column.x,
    length: column.width,
  }));
  return findLineDrop(lanes, actor, x);
}

/** Where a dragged row lands; undefined when it would stay where it is. */
export function findRowDrop(layout: CanvasLayout, step: string, y: number): LineDrop | undefined {
  const rows = layout.rows.map((row) => ({ id: row.step, start: row.y, length: row.height }));
  return findLineDrop(rows, step, y);
}

/** What the drop of a symbol does; undefined when it would stay where it is. */
export function toMoveEdit(
  procedure: Procedure,
  symbol: string,
  { drop, newId }: { readonly drop: Drop; readonly newId: () => string },
): Edit | undefined {
  const { flow } = drop;
  const edits = [
    ...toPlaceEdits(procedure, symbol, drop),
    ...(flow === undefined ? [] : toSpliceEdits(procedure, { symbol, flow, newId })),
  ];
  return edits.length > 1 ? { type: 'batch', edits } : edits[0];
}

function toPlaceEdits(procedure: Procedure, symbol: string, drop: Drop): readonly Edit[] {
  const step = procedure.steps.find(({ symbols }) => symbols.some(({ id }) => id === symbol));
  const actor = step?.symbols.find(({ id }) => id === symbol)?.actor;
  if (!step || !actor) return [];
  if (drop.kind === 'cell') {
    const stays = drop.cell.step === step.id && drop.cell.actor === actor;
    return stays ? [] : [{ type: 'moveSymbol', symbol, ...drop.cell }];
  }
  const edits: Edit[] = [];
  if (!isAlreadyAt(procedure, step, drop.place))
    edits.push({ type: 'moveStep', step: step.id, place: drop.place });
  if (drop.actor !== actor)
    edits.push({ type: 'moveSymbol', symbol, step: step.id, actor: drop.actor });
  return edits;
}

/** The cell or the thin band that shows where a drop lands. */
export function toDropBox(layout: CanvasLayout, drop: Drop): Box | undefined {
  if (drop.kind === 'cell') return findCellBox(layout, drop.cell);
  const column = layout.columns.find(({ actor }) => actor === drop.actor);
  return column && { x: column.x, y: drop.y, width: column.width, height: 0 };
}

interface Band {
  readonly id: string;
  readonly start: number;
  readonly length: number;
}

function findLineDrop(bands: readonly Band[], id: string, at: number): LineDrop | undefined {
  const from = bands.findIndex((band) => band.id === id);
  const firstAfter = bands.findIndex(({ start, length }) => at < start + length / 2);
  const to = firstAfter < 0 ? bands.length : firstAfter;
  if (from < 0 || to === from || to === from + 1) return undefined;
  const [before, after] = [bands[to - 1], bands[to]];
  if (after) return { place: { before: after.id }, line: after.start };
  return before && { place: { after: before.id }, line: before.start + before.length };
}

function findDrop(
  layout: CanvasLayout,
  procedure: Procedure,
  { at, cellShare = 0 }: { readonly at: Point; readonly cellShare?: number },
): Drop | undefined {
  const column = findNearestColumn(layout, at[0]);
  if (!column) return undefined;
  const row = findRow(layout, at[1]);
  const { actor } = column;
  if (!row) return toEdgeGap(layout, procedure, { actor, y: at[1] });
  const share = (at[1] - row.y) / row.height;
  if (Math.abs(share - 0.5) < cellShare / 2)
    return { kind: 'cell', cell: { step: row.step, actor } };
  return share < 0.5
    ? { kind: 'gap', actor, place: { before: row.step }, y: row.y }
    : { kind: 'gap', actor, place: { after: row.step }, y: row.y + row.height };
}

function toEdgeGap(
  layout: CanvasLayout,
  procedure: Procedure,
  { actor, y }: { readonly actor: string; readonly y: number },
): Drop {
  const first = procedure.steps[0];
  return first && y < layout.headHeight
    ? { kind: 'gap', actor, place: { before: first.id }, y: layout.headHeight }
    : { kind: 'gap', actor, place: { at: 'end' }, y: toRowsEnd(layout) };
}

/** How much of the row's height, around its middle, means the cell itself. */
function toCellShare(procedure: Procedure, row: RowBand, wantsOwnRow: boolean): number {
  if (!wantsOwnRow) return 1.01;
  const step = procedure.steps.find(({ id }) => id === row.step);
  return step?.symbols.length === 0 ? 1 - 2 * gapShare : 0;
}

function isAlreadyAt(procedure: Procedure, step: Step, place: Place): boolean {
  const index = procedure.steps.indexOf(step);
  if ('before' in place) {
    return place.before === step.id || procedure.steps[index + 1]?.id === place.before;
  }
  if ('after' in place) {
    return place.after === step.id || procedure.steps[index - 1]?.id === place.after;
  }
  return index === procedure.steps.length - 1;
}
