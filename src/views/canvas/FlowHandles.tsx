import { findLongRun } from '#core/layout/drawnRoute.ts';
import { useSheet } from './canvasContext.ts';
import { Handle } from './Handle.tsx';

/** A shorter part of an arrow shows no grip: it would hide what it moves. */
const shortestRunPx = 44;

interface FlowHandlesProps {
  readonly flow: string;
  readonly zoom: number;
}

/** What a selected arrow is held by: its two ends, and the middle of its long vertical part. */
export function FlowHandles({ flow, zoom }: FlowHandlesProps) {
  const points = useSheet(({ connectors }) => connectors.get(flow)?.points);
  const [start, end] = [points?.[0], points?.at(-1)];
  if (!points || !start || !end) return null;
  const run = findLongRun(points);
  return (
    <>
      {run && (run.bottom - run.top) * zoom > shortestRunPx && (
        <g
          className="canvasRunGrip nopan"
          transform={`translate(${run.x},${(run.top + run.bottom) / 2}) scale(${1 / zoom})`}
          data-flow-run={flow}
        >
          <rect className="reach" x={-10} y={-16} width={20} height={32} />
          <rect className="pill" x={-4} y={-11} width={8} height={22} rx={4} />
          <path className="ribs" d="M-1.2,-4v8M1.2,-4v8" />
        </g>
      )}
      <Handle at={start} zoom={zoom} data-flow-end="from" data-flow-id={flow} />
      <Handle at={end} zoom={zoom} data-flow-end="to" data-flow-id={flow} />
    </>
  );
}
