import type { Box } from '#core/layout/geometry.ts';
import type { CrowdedLabel, WantedPlace } from './labels.ts';
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
 * Keeps a place of the label free and sends the arrows that ran there another way; whether that
 * was possible. The place stays closed for all later searches on this grid.
 */
export function clearRoom(routing: Routing, label: CrowdedLabel, width: Clearing): boolean {
  return label.wanted.some((wanted) => clearPlace(routing, label.flow, wanted, width));
}

/** Whether only the place itself is closed, or all tracks that might be moved into it. */
export type Clearing = 'place' | 'gap';

function clearPlace(
  routing: Routing,
  labelled: number,
  { place, inTheWay }: WantedPlace,
  clearing: Clearing,
): boolean {
  const { problem, board, order } = routing;
  if (inTheWay.length === 0) return false;
  const others = order.filter((flow) => inTheWay.includes(item(problem.flows, flow).index));
  // The labelled arrow goes last: it may swap tracks with those that make room.
  const own = order.filter((flow) => item(problem.flows, flow).index === labelled);
  const flows = clearing === 'place' ? [...others, ...own] : others;
  const closed = findVertices(routing, place, clearing);
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

function findVertices(
  { board, problem }: Routing,
  place: Box,
  clearing: Clearing,
): readonly number[] {
  const { xs, ys, width } = board.grid;
  const { clearance } = problem.request;
  const columns = findLines(xs, place.x, place.x + place.width, clearing, clearance);
  const rows = findLines(ys, place.y, place.y + place.height, clearing, clearance);
  return rows.flatMap((row) => columns.map((column) => row * width + column));
}

/**
 * The lines to close so that nothing runs through a stretch: those in it or, where there are none,
 * the nearest that is not the labelled arrow's own.
 */
function findLines(
  lines: readonly Line[],
  start: number,
  end: number,
  clearing: Clearing,
  clearance: number,
): readonly number[] {
  const inside: number[] = [];
  let nearest = -1;
  let least = Number.POSITIVE_INFINITY;
  lines.forEach(({ position, gap }, index) => {
    const isIn =
      gap && clearing === 'gap'
        ? gap.start < end && gap.end > start
        : position > start && position < end;
    if (isIn) inside.push(index);
    const distance = Math.max(start - position, position - end);
    if (distance < clearance / 2 || distance >= least) return;
    nearest = index;
    least = distance;
  });
  return inside.length > 0 || nearest < 0 ? inside : [nearest];
}
