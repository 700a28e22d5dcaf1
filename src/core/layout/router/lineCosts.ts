import type { RouteHint } from '#core/model/procedure.ts';
import { BEND, MIDDLE_RUN, RIGHT_EDGE } from './costs.ts';
import type { Grid } from './grid.ts';
import type { Problem } from './problem.ts';
import { at } from './typed.ts';

/** What a vertical run on each line costs beyond its length: the Mutu Baku edge is to stay free. */
export function priceLines(problem: Problem, grid: Grid): Int32Array {
  const last = problem.nodes.reduce(
    (right, node) => (node.kind === 'gate' ? right : Math.max(right, node.x + node.width)),
    0,
  );
  const { columns } = problem.request;
  const edge = columns.at(-1);
  const isLastUsed = edge !== undefined && last > edge.x;
  const start = isLastUsed ? last - 0.01 : (edge?.x ?? last);
  return Int32Array.from(grid.xs, (line) => {
    if (line.position > start) return RIGHT_EDGE;
    return line.gap === null ? MIDDLE_RUN : 0;
  });
}

/** The same for a flow whose channel a person chose; a channel of an unknown actor is no wish. */
export function withChannel(
  problem: Problem,
  grid: Grid,
  channel: RouteHint['channel'],
  turnCosts: Int32Array,
): Int32Array {
  if (channel === undefined) return turnCosts;
  const { columns, area } = problem.request;
  const column = columns.find((each) => each.actor === channel);
  if (channel !== null && !column) return turnCosts;
  const rule = column ? column.x + column.width : (columns[0]?.x ?? area.x);
  return Int32Array.from(grid.xs, ({ gap }, index) => {
    const touches = gap && Math.min(Math.abs(gap.start - rule), Math.abs(gap.end - rule)) < 0.5;
    return touches ? 0 : at(turnCosts, index) + 4 * BEND;
  });
}
