import { type Board, findDirection, type Path } from './board.ts';
import { isHorizontal } from './direction.ts';
import { at, item } from './typed.ts';

/** Whether two ways share more than places where one goes straight over the other. */
export function meetsBadly({ grid }: Board, a: Path, b: Path): boolean {
  const axes = new Map(toAxes(grid, a));
  return toAxes(grid, b).some(([vertex, axis]) => ((axes.get(vertex) ?? 0) & axis) !== 0);
}

/** Each vertex of a way with the axes that it takes there: 1 across, 2 down, 3 both. */
function toAxes(grid: Board['grid'], path: Path): readonly (readonly [number, number])[] {
  const bits = (direction: number) => (isHorizontal(direction) ? 1 : 2);
  let arriving = item(grid.ports, path.exit).side;
  return path.vertices.map((vertex, index) => {
    const next = path.vertices[index + 1];
    const leaving =
      next === undefined ? item(grid.ports, path.entry).side : findDirection(grid, vertex, next);
    const axes = bits(arriving) | bits(leaving);
    arriving = leaving;
    return [vertex, axes];
  });
}

/** How many ways of other groups, and joint lines, a way goes over; the way must not be on the board. */
export function countCrossings(board: Board, path: Path): number {
  const { grid, horizontal, vertical } = board;
  let count = 0;
  for (const [vertex, axis] of toAxes(grid, path)) {
    const across = axis === 1 ? at(vertical, vertex) : at(horizontal, vertex);
    if (axis !== 3 && across !== 0) count += 1;
  }
  return count;
}
