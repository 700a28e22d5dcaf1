import type { Point } from '#core/layout/geometry.ts';

interface HandleProps {
  readonly at: Point;
  readonly zoom: number;
  readonly 'data-handle'?: string;
  readonly 'data-flow-end'?: string;
  readonly 'data-flow-id'?: string;
}

/** A dot to drag, as large on the screen however the sheet is zoomed. */
export function Handle({ at: [x, y], zoom, ...data }: HandleProps) {
  return (
    <g
      className="canvasHandle nopan"
      transform={`translate(${x},${y}) scale(${1 / zoom})`}
      {...data}
    >
      <circle className="canvasHandleReach" r={10} />
      <circle className="canvasHandleDot" r={4.5} />
    </g>
  );
}
