import { isHorizontal } from './direction.ts';
import type { Grid } from './grid.ts';
import type { Problem } from './problem.ts';
import { at, item } from './typed.ts';

const FREE = 0;
const ENTERED = 1;
const LEFT_BY = 2;
export const JOINED = 3;

/** A flow's way over the grid, its shared end included. */
export interface Path {
  readonly vertices: readonly number[];
  readonly exit: number;
  readonly entry: number;
  readonly cost: number;
  /** The cost without its crossings, which come and go with the ways of others. */
  readonly base: number;
  /** No way costs less, whoever makes room. */
  readonly bound: number;
}

/** Who runs where. Owners are group + 1; -1 is a joint line; 0 is nobody. */
export interface Board {
  readonly grid: Grid;
  readonly horizontal: Int32Array;
  readonly vertical: Int32Array;
  readonly horizontalCounts: Int32Array;
  readonly verticalCounts: Int32Array;
  /** By node × 4 + side. */
  readonly sideUses: Int32Array;
  readonly sideCounts: Int32Array;
  readonly portCounts: Int32Array;
  /** How many flows of a node still need a way out. */
  readonly pendingExits: Int32Array;
  /** How many flows still need a way in. */
  readonly pendingEntries: Int32Array;
  readonly paths: (Path | null)[];
}

export function openBoard(problem: Problem, grid: Grid): Board {
  const size = grid.width * grid.height;
  const board: Board = {
    grid,
    horizontal: new Int32Array(size),
    vertical: new Int32Array(size),
    horizontalCounts: new Int32Array(size),
    verticalCounts: new Int32Array(size),
    sideUses: new Int32Array(problem.nodes.length * 4),
    sideCounts: new Int32Array(problem.nodes.length * 4),
    portCounts: new Int32Array(grid.ports.length),
    pendingExits: new Int32Array(problem.nodes.length),
    pendingEntries: new Int32Array(problem.nodes.length),
    paths: problem.flows.map(() => null),
  };
  for (const { from, to } of problem.flows) {
    board.pendingExits[from] = at(board.pendingExits, from) + 1;
    board.pendingEntries[to] = at(board.pendingEntries, to) + 1;
  }
  return board;
}

/** Puts a path on the board (`change` 1) or takes it off (-1). */
function countPath(board: Board, path: Path, group: number, change: 1 | -1): void {
  const { grid } = board;
  const exit = item(grid.ports, path.exit);
  const entry = item(grid.ports, path.entry);
  const lastDirection = (entry.side + 2) & 3;
  let arriving = exit.side;
  for (let index = 0; index < path.vertices.length; index += 1) {
    const vertex = item(path.vertices, index);
    const next = path.vertices[index + 1];
    const leaving = next === undefined ? lastDirection : findDirection(grid, vertex, next);
    const across = isHorizontal(arriving) || isHorizontal(leaving);
    const down = !isHorizontal(arriving) || !isHorizontal(leaving);
    if (across) countOwner(board.horizontal, board.horizontalCounts, vertex, group, change);
    if (down) countOwner(board.vertical, board.verticalCounts, vertex, group, change);
    arriving = leaving;
  }
  countSide(board, exit.node * 4 + exit.side, LEFT_BY, change);
  countSide(board, entry.node * 4 + entry.side, ENTERED, change);
  board.portCounts[path.exit] = at(board.portCounts, path.exit) + change;
  board.portCounts[path.entry] = at(board.portCounts, path.entry) + change;
  board.pendingExits[exit.node] = at(board.pendingExits, exit.node) - change;
  board.pendingEntries[entry.node] = at(board.pendingEntries, entry.node) - change;
}

export function putPath(board: Board, flow: number, group: number, path: Path): void {
  countPath(board, path, group, 1);
  board.paths[flow] = path;
}

export function takePath(board: Board, flow: number, group: number): Path | null {
  const path = board.paths[flow] ?? null;
  if (path) countPath(board, path, group, -1);
  board.paths[flow] = null;
  return path;
}

export function findDirection(_grid: Grid, from: number, to: number): number {
  if (to === from + 1) return 1;
  if (to === from - 1) return 3;
  return to > from ? 2 : 0;
}

function countOwner(
  owners: Int32Array,
  counts: Int32Array,
  vertex: number,
  group: number,
  change: 1 | -1,
): void {
  const count = at(counts, vertex) + change;
  counts[vertex] = count;
  owners[vertex] = count === 0 ? 0 : group + 1;
}

function countSide(board: Board, side: number, use: number, change: 1 | -1): void {
  const count = at(board.sideCounts, side) + change;
  board.sideCounts[side] = count;
  board.sideUses[side] = count === 0 ? FREE : use;
}

/** Whether a flow may leave its node there, with sides enough left for the others. */
export function mayLeave(board: Board, node: number, side: number): boolean {
  const use = at(board.sideUses, node * 4 + side);
  if (use === ENTERED || use === JOINED) return false;
  const others = at(board.pendingExits, node) - 1;
  const needsEntry = at(board.pendingEntries, node) > 0 && !isEntered(board, node);
  if (!needsEntry) return countRoom(board, node, -1) - 1 >= others;
  for (let entry = 0; entry < 4; entry += 1) {
    if (entry === side || !isUsable(board, node, entry)) continue;
    if (countRoom(board, node, entry) - 1 >= others) return true;
  }
  return false;
}

/** Whether a flow may enter its node there, with sides enough left for those that leave. */
export function mayEnter(board: Board, node: number, side: number): boolean {
  const use = at(board.sideUses, node * 4 + side);
  if (use === ENTERED) return true;
  if (use !== FREE) return false;
  return countRoom(board, node, side) >= at(board.pendingExits, node);
}

function isEntered(board: Board, node: number): boolean {
  for (let side = 0; side < 4; side += 1)
    if (at(board.sideUses, node * 4 + side) === ENTERED) return true;
  return false;
}

function isUsable(board: Board, node: number, side: number): boolean {
  const { grid, sideUses } = board;
  if (at(sideUses, node * 4 + side) !== FREE) return false;
  const port = at(grid.portStarts, node * 4 + side);
  if (port === at(grid.portStarts, node * 4 + side + 1)) return false;
  const vertex = grid.ports[port]?.vertex ?? -1;
  return vertex >= 0 && at(grid.blocked, vertex) === 0;
}

/** How many more flows could leave the node, were `except` not there. */
function countRoom(board: Board, node: number, except: number): number {
  const { grid, sideUses, portCounts } = board;
  let room = 0;
  for (let side = 0; side < 4; side += 1) {
    const use = at(sideUses, node * 4 + side);
    if (side === except || use === ENTERED || use === JOINED) continue;
    const end = at(grid.portStarts, node * 4 + side + 1);
    for (let port = at(grid.portStarts, node * 4 + side); port < end; port += 1) {
      const vertex = item(grid.ports, port).vertex;
      if (vertex >= 0 && at(grid.blocked, vertex) === 0 && at(portCounts, port) === 0) room += 1;
    }
  }
  return room;
}
