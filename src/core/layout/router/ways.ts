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
  return findCrossings(board, path).length;
}

/** The vertices at which a way goes over others. */
export function findCrossings(board: Board, path: Path): readonly number[] {
  const { grid, horizontal, vertical } = board;
  const { vertices } = path;
  const found: number[] = [];
  let arriving = item(grid.ports, path.exit).side;
  for (let index = 0; index < vertices.length; index += 1) {
    const vertex = item(vertices, index);
    const next = vertices[index + 1];
    const isLast = next === undefined;
    const leaving = isLast ? item(grid.ports, path.entry).side : findDirection(grid, vertex, next);
    const others = isHorizontal(arriving) ? vertical : horizontal;
    if (isHorizontal(arriving) === isHorizontal(leaving) && at(others, vertex) !== 0)
      found.push(vertex);
    arriving = leaving;
  }
  return found;
}
