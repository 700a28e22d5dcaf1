import type { Box, Point } from '#core/layout/geometry.ts';
import type { RouteNode, RouteRequest } from '#core/layout/router/routeRequest.ts';
import type { Procedure, Step, StepSymbol, SymbolKind } from '#core/model/procedure.ts';

/** Sizes of a sheet to route on; those of a printed page and of the canvas differ much. */
export interface SheetStyle {
  readonly columnWidth: number;
  readonly rowHeight: number;
  readonly symbols: Readonly<Record<SymbolKind, readonly [width: number, height: number]>>;
  readonly clearance: number;
  readonly charWidth: number;
  readonly labelHeight: number;
}

export const PAGE: SheetStyle = {
  columnWidth: 56,
  rowHeight: 40,
  symbols: { terminator: [39, 18], process: [35, 18], decision: [41, 24] },
  clearance: 4,
  charWidth: 3.4,
  labelHeight: 8,
};

export const CANVAS: SheetStyle = {
  columnWidth: 200,
  rowHeight: 96,
  symbols: { terminator: [150, 44], process: [150, 56], decision: [150, 64] },
  clearance: 8,
  charWidth: 6,
  labelHeight: 16,
};

const STACK_GAP = 10;

/** A whole procedure on one endless sheet, with sizes set by hand: what the router is tested with. */
export function toSheetRequest(procedure: Procedure, style: SheetStyle = PAGE): RouteRequest {
  const width = measureColumn(procedure, style);
  const columns = procedure.actors.map((actor, index) => ({
    actor: actor.id,
    x: 100 + index * width,
    width,
  }));
  let y = 50;
  const nodes: RouteNode[] = [];
  const joints: Point[][] = [];
  const rows = procedure.steps.map((step, row) => {
    const height = measureRow(step, style);
    const placed = procedure.actors.flatMap((actor, column) =>
      placeCell(
        step.symbols.filter((symbol) => symbol.actor === actor.id),
        {
          x: 100 + column * width,
          y,
          width,
          height,
        },
        column,
        row,
        style,
      ),
    );
    nodes.push(...placed);
    if (step.joint) joints.push(...joinBoxes(placed));
    const band = { step: step.id, y, height };
    y += height;
    return band;
  });
  return {
    area: { x: 100, y: 50, width: columns.length * width, height: y - 50 },
    columns,
    rows,
    nodes,
    joints,
    flows: procedure.flows.map(({ id, from, to, label, route }) => ({
      id,
      from,
      to,
      mergeKey: to,
      ...(label && {
        label: {
          text: label,
          width: label.length * style.charWidth,
          height: style.labelHeight,
        },
      }),
      ...(route && { hint: route }),
    })),
    clearance: style.clearance,
  };
}

/** A label needs half a column, and a lone column has room to spare. */
function measureColumn({ actors, flows }: Procedure, style: SheetStyle): number {
  const longest = Math.max(0, ...flows.map(({ label }) => label?.length ?? 0));
  const needed = 2 * (longest * style.charWidth + 3 * style.clearance);
  return Math.max(style.columnWidth, needed) * (actors.length === 1 ? 1.6 : 1);
}

/** Rows differ in height as texts do. */
function measureRow(step: Step, style: SheetStyle): number {
  const perActor = new Map<string, number>();
  for (const { actor, kind } of step.symbols) {
    const before = perActor.get(actor);
    const height = style.symbols[kind][1];
    perActor.set(actor, before === undefined ? height : before + STACK_GAP + height);
  }
  const text = 1 + (step.activity.length % 5) / 10;
  return Math.max(style.rowHeight * text, ...[...perActor.values()].map((each) => each + 16));
}

function placeCell(
  symbols: readonly StepSymbol[],
  cell: Box,
  column: number,
  row: number,
  style: SheetStyle,
): readonly RouteNode[] {
  const heights = symbols.map(({ kind }) => style.symbols[kind][1]);
  const total = heights.reduce((sum, height) => sum + height + STACK_GAP, -STACK_GAP);
  let y = cell.y + (cell.height - total) / 2;
  return symbols.map(({ id, kind }) => {
    const [width, height] = style.symbols[kind];
    const node = { id, kind, column, row, x: cell.x + (cell.width - width) / 2, y, width, height };
    y += height + STACK_GAP;
    return node;
  });
}

function joinBoxes(nodes: readonly RouteNode[]): Point[][] {
  return nodes.slice(1).flatMap((node, index) => {
    const before = nodes[index];
    if (!before || before.column === node.column) return [];
    const y = node.y + node.height / 2;
    return [
      [
        [before.x + before.width, y],
        [node.x, y],
      ],
    ];
  });
}
