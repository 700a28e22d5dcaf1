import type { Point } from '#core/layout/geometry.ts';
import { useSheet } from './canvasContext.ts';
import { toCentre } from './cells.ts';
import { toSymbolPath } from './paths.ts';
import { TextLines } from './TextLines.tsx';

interface GhostProps {
  readonly symbol: string;
  /** Its centre. */
  readonly at: Point;
}

/** A symbol on its way. */
export function Ghost({ symbol, at: [x, y] }: GhostProps) {
  const box = useSheet(({ symbols }) => symbols.get(symbol));
  if (!box) return null;
  const [centreX, centreY] = toCentre(box);
  return (
    <g className="canvasGhost" transform={`translate(${x - centreX},${y - centreY})`}>
      <path className="canvasShape" d={toSymbolPath(box.kind, box)} />
      <TextLines lines={box.lines} />
    </g>
  );
}
