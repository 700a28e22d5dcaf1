import type { CrowdedLabel } from './labels.ts';
import type { Line } from './lines.ts';
import type { Routing } from './routing.ts';
import { at, item } from './typed.ts';

/** Lets the labelled arrow leave by another side, where its label may have room. */
export function changeExit(routing: Routing, label: CrowdedLabel): boolean {
  const { problem, board } = routing;
  const flow = problem.flows.findIndex(({ index }) => index === label.flow);
  const before = routing.take(flow);
  if (!before) return false;
  const { side } = item(board.grid.ports, before.exit);
  const after = routing.findOtherExit(flow, side);
  routing.put(flow, after ?? before);
  return after !== null;
}

/**
 * Keeps the place of a label free and sends the arrows that ran there another way; whether that
 * was possible. The place stays closed for all later searches on this grid.
 */
export function clearRoom(routing: Routing, label: CrowdedLabel): boolean {
  const { problem, board } = routing;
  const flows = routing.order.filter((flow) =>
    label.inTheWay.includes(item(problem.flows, flow).index),
  );
  if (flows.length === 0) return false;
  const closed = findVertices(routing, label);
  for (const vertex of closed) board.grid.blocked[vertex] = at(board.grid.blocked, vertex) + 1;
  const before = flows.map((flow) => routing.take(flow));
  for (const flow of flows) routing.put(flow, routing.findClean(flow));
  if (flows.every((flow) => board.paths[flow])) return true;
  for (const flow of flows) routing.take(flow);
  flows.forEach((flow, index) => {
    routing.put(flow, before[index] ?? null);
  });
  for (const vertex of closed) board.grid.blocked[vertex] = at(board.grid.blocked, vertex) - 1;
  return false;
}

function findVertices({ board }: Routing, { wanted }: CrowdedLabel): readonly number[] {
  const { xs, ys, width } = board.grid;
  const columns = findLines(xs, wanted.x, wanted.x + wanted.width);
  const rows = findLines(ys, wanted.y, wanted.y + wanted.height);
  return rows.flatMap((row) => columns.map((column) => row * width + column));
}

/** Lines in a stretch, and the tracks that may still be moved into it. */
function findLines(lines: readonly Line[], start: number, end: number): readonly number[] {
  return lines.flatMap(({ position, gap }, index) => {
    const isIn = gap ? gap.start < end && gap.end > start : position > start && position < end;
    return isIn ? [index] : [];
  });
}
