import { type Board, JOINED } from './board.ts';
import { isHorizontal } from './direction.ts';
import type { Problem } from './problem.ts';

/** No arrow runs along a joint line, nor uses the sides that it touches. */
export function markJoints(problem: Problem, board: Board): void {
  const { xs, ys, width } = board.grid;
  for (const points of problem.request.joints) {
    points.forEach(([x, y], index) => {
      const [nextX, nextY] = points[index + 1] ?? [x, y];
      const [left, right] = x < nextX ? [x, nextX] : [nextX, x];
      const [top, bottom] = y < nextY ? [y, nextY] : [nextY, y];
      xs.forEach((vertical, column) => {
        if (vertical.position < left - 0.1 || vertical.position > right + 0.1) return;
        ys.forEach((line, row) => {
          if (line.position < top - 0.1 || line.position > bottom + 0.1) return;
          if (left !== right) board.horizontal[row * width + column] = -1;
          if (top !== bottom) board.vertical[row * width + column] = -1;
        });
      });
    });
    markSides(problem, board, points[0]);
    markSides(problem, board, points.at(-1));
  }
}

function markSides(
  problem: Problem,
  board: Board,
  end: readonly [number, number] | undefined,
): void {
  if (!end) return;
  problem.nodes.forEach((node, index) => {
    const places = [
      [node.x + node.width / 2, node.y],
      [node.x + node.width, node.y + node.height / 2],
      [node.x + node.width / 2, node.y + node.height],
      [node.x, node.y + node.height / 2],
    ];
    places.forEach(([x = 0, y = 0], side) => {
      const isNear = isHorizontal(side)
        ? Math.abs(x - end[0]) < 0.5 && y > node.y && Math.abs(y - end[1]) < node.height / 2
        : Math.abs(y - end[1]) < 0.5 && Math.abs(x - end[0]) < node.width / 2;
      if (isNear) board.sideUses[index * 4 + side] = JOINED;
    });
  });
}
