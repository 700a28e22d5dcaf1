import type { Step } from '#core/model/procedure.ts';
import type { Box, JointLine, SymbolBox } from './geometry.ts';

/** The plain lines between the boxes of a step that are done together, from left to right. */
export function toJointLines(step: Step, symbols: readonly SymbolBox[]): readonly JointLine[] {
  if (step.joint !== true) return [];
  const boxes = symbols.filter(({ kind }) => kind !== 'terminator');
  const joined = (boxes.length > 1 ? boxes : symbols).toSorted((a, b) =>
    isSame(toMiddleX(a), toMiddleX(b)) ? a.y - b.y : a.x - b.x,
  );
  return joined.slice(1).flatMap((box, index) => {
    const before = joined[index];
    return before ? [joinBoxes(step.id, before, box)] : [];
  });
}

function joinBoxes(step: string, left: Box, right: Box): JointLine {
  const x = toMiddleX(left);
  if (isSame(x, toMiddleX(right)))
    return {
      step,
      points: [
        [x, left.y + left.height],
        [x, right.y],
      ],
    };
  const y = toMiddleY(left);
  const start = left.x + left.width;
  if (isSame(y, toMiddleY(right)))
    return {
      step,
      points: [
        [start, y],
        [right.x, y],
      ],
    };
  const middle = (start + right.x) / 2;
  return {
    step,
    points: [
      [start, y],
      [middle, y],
      [middle, toMiddleY(right)],
      [right.x, toMiddleY(right)],
    ],
  };
}

function toMiddleX({ x, width }: Box): number {
  return x + width / 2;
}

function toMiddleY({ y, height }: Box): number {
  return y + height / 2;
}

/** Half of a width added and taken away again differs in the last bits. */
function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) < 0.01;
}
