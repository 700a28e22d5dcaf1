import type { Board } from './board.ts';
import { DOWN, LEFT, RIGHT, UP } from './direction.ts';
import type { Problem } from './problem.ts';
import type { RouteNode } from './routeRequest.ts';
import { at, item } from './typed.ts';

/**
 * How many places each side of each node offers (node × 4 + side). One, in its middle, unless more
 * arrows leave and enter a node than it has sides.
 */
export function planPorts(problem: Problem): Int32Array {
  const counts = new Int32Array(problem.nodes.length * 4).fill(1);
  problem.nodes.forEach((node, index) => {
    if (node.kind !== 'gate') return;
    counts.fill(0, index * 4, index * 4 + 4);
    counts[index * 4 + sideOfGate(problem, node)] = 1;
  });
  const exits = new Int32Array(problem.nodes.length);
  const entries = problem.nodes.map(() => new Set<number>());
  for (const { from, to, group } of problem.flows) {
    exits[from] = at(exits, from) + 1;
    entries[to]?.add(group);
  }
  problem.nodes.forEach(({ kind }, node) => {
    if (kind === 'gate') return;
    const groups = entries[node]?.size ?? 0;
    if (at(exits, node) + groups <= 2) return;
    const sides = 4 - countJoinedSides(problem, node);
    if (at(exits, node) + groups <= sides) return;
    const sidesToLeave = Math.max(sides - (groups > 0 ? 1 : 0), 1);
    const perSide = Math.ceil(at(exits, node) / sidesToLeave);
    for (const side of [RIGHT, DOWN, LEFT]) counts[node * 4 + side] = Math.max(perSide, 1);
    counts[node * 4 + UP] = Math.max(groups, 1);
  });
  return counts;
}

/** Where an arrow leaves or enters a gate: from or to the area. */
function sideOfGate({ request }: Problem, { y }: RouteNode): number {
  return y < request.area.y + request.area.height / 2 ? DOWN : UP;
}

/** The places that the ways really use, so that they can be spread evenly over their sides. */
export function countUsedPorts(board: Board, offered: Int32Array): Int32Array {
  const { grid, portCounts } = board;
  return offered.map((_, side) => {
    let used = 0;
    const end = at(grid.portStarts, side + 1);
    for (let port = at(grid.portStarts, side); port < end; port += 1)
      if (at(portCounts, port) > 0) used += 1;
    return Math.max(used, Math.min(at(offered, side), 1));
  });
}

function countJoinedSides({ nodes, request }: Problem, index: number): number {
  const node = item(nodes, index);
  const middle = node.y + node.height / 2;
  let count = 0;
  for (const points of request.joints)
    for (const end of [points[0], points.at(-1)]) {
      if (!end || Math.abs(end[1] - middle) > node.height / 2) continue;
      if ([node.x, node.x + node.width].some((x) => Math.abs(x - end[0]) < 0.5)) count += 1;
    }
  return count;
}
