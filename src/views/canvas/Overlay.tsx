import { useStore } from '@xyflow/react';
import type { Box, CanvasLayout, Point, SymbolBox } from '#core/layout/geometry.ts';
import { useCanEdit, useSelection } from '#session/react/hooks.ts';
import { useCanvasUi } from './canvasContext.ts';
import type { Gesture } from './canvasState.ts';
import { toCentre } from './cells.ts';
import { type Drop, toDropBox } from './dropTarget.ts';
import { toArrowPath, toHeadPath, toSymbolPath } from './paths.ts';
import { TextLines } from './TextLines.tsx';

interface OverlayProps {
  readonly layout: CanvasLayout;
}

/** Selection, handles and what a drag would do: everything of mine that is not the procedure. */
export function Overlay({ layout }: OverlayProps) {
  const zoom = useStore(({ transform }) => transform[2]);
  const gesture = useCanvasUi((ui) => ui.gesture);
  return (
    <g className="canvasOverlay">
      <SelectionMarks layout={layout} zoom={zoom} />
      {!gesture && <Handles layout={layout} zoom={zoom} />}
      {gesture?.type === 'move' && (
        <>
          {gesture.drop && <DropMark layout={layout} drop={gesture.drop} zoom={zoom} />}
          <Ghost layout={layout} symbol={gesture.symbol} at={gesture.at} />
        </>
      )}
      {(gesture?.type === 'connect' || gesture?.type === 'retarget') && (
        <LiveArrow layout={layout} zoom={zoom} />
      )}
    </g>
  );
}

interface ZoomedProps extends OverlayProps {
  readonly zoom: number;
}

function SelectionMarks({ layout, zoom }: ZoomedProps) {
  const selection = useSelection();
  return selection.map(({ kind, id }) => {
    if (kind === 'symbol') {
      const box = layout.symbols.find(({ symbol }) => symbol === id);
      return box && <path key={id} className="canvasSelected" d={toSymbolPath(box.kind, box, 3 / zoom)} />;
    }
    const band = toBand(layout, kind, id);
    return band && <rect key={id} className="canvasSelected band" {...band} rx={2} />;
  });
}

/** Dots at the edges of the symbol under the pointer, to draw arrows from. */
function Handles({ layout, zoom }: ZoomedProps) {
  const canEdit = useCanEdit();
  const hovered = useCanvasUi((ui) => ui.hovered);
  const isEditing = useCanvasUi((ui) => ui.editing !== null);
  const [selected] = useSelection();
  if (!canEdit || isEditing) return null;
  const marked = hovered?.kind === 'symbol' ? hovered : selected?.kind === 'symbol' ? selected : null;
  const box = layout.symbols.find(({ symbol }) => symbol === marked?.id);
  const flow = selected?.kind === 'flow' ? selected.id : undefined;
  const connector = layout.connectors.find((candidate) => candidate.flow === flow);
  const ends = connector && ([['from', connector.points[0]], ['to', connector.points.at(-1)]] as const);
  return (
    <>
      {box &&
        toEdgeMiddles(box).map(([x, y]) => (
          <Dot key={`${x} ${y}`} at={[x, y]} zoom={zoom} data-handle={box.symbol} />
        ))}
      {ends?.map(
        ([end, at]) =>
          at && <Dot key={end} at={at} zoom={zoom} data-flow-end={end} data-flow-id={flow} />,
      )}
    </>
  );
}

interface DotProps {
  readonly at: Point;
  readonly zoom: number;
  readonly 'data-handle'?: string;
  readonly 'data-flow-end'?: string;
  readonly 'data-flow-id'?: string | undefined;
}

function Dot({ at: [x, y], zoom, ...data }: DotProps) {
  return (
    <g className="canvasHandle nopan" transform={`translate(${x},${y}) scale(${1 / zoom})`} {...data}>
      <circle className="canvasHandleReach" r={10} />
      <circle className="canvasHandleDot" r={4.5} />
    </g>
  );
}

interface GhostProps extends OverlayProps {
  readonly symbol: string;
  readonly at: Point;
}

/** The symbol on its way. */
export function Ghost({ layout, symbol, at: [x, y] }: GhostProps) {
  const box = layout.symbols.find((candidate) => candidate.symbol === symbol);
  if (!box) return null;
  const [centreX, centreY] = toCentre(box);
  return (
    <g className="canvasGhost" transform={`translate(${x - centreX},${y - centreY})`}>
      <path className="canvasShape" d={toSymbolPath(box.kind, box)} />
      <TextLines lines={box.lines} />
    </g>
  );
}

/** Where a drop lands: the cell, or a line between the rows with the column marked on it. */
function DropMark({ layout, drop, zoom }: ZoomedProps & { readonly drop: Drop }) {
  const box = toDropBox(layout, drop);
  if (!box) return null;
  if (drop.kind === 'cell') return <rect className="canvasDropCell" {...shrink(box, 2)} rx={3} />;
  return (
    <g className="canvasDropGap">
      <path className="across" d={`M${layout.numberWidth},${drop.y}H${layout.width}`} />
      <rect
        x={box.x + 4}
        y={drop.y - 2 / zoom}
        width={box.width - 8}
        height={4 / zoom}
        rx={2 / zoom}
      />
    </g>
  );
}

function LiveArrow({ layout, zoom }: ZoomedProps) {
  const gesture = useCanvasUi((ui) => ui.gesture);
  if (gesture?.type !== 'connect' && gesture?.type !== 'retarget') return null;
  const { target } = gesture;
  const targetSymbol = target?.kind === 'symbol' ? target.symbol : undefined;
  const targetBox = layout.symbols.find(({ symbol }) => symbol === targetSymbol);
  const points = toLivePoints(layout, gesture);
  return (
    <g className="canvasLive">
      {target?.kind === 'new' && <DropMark layout={layout} drop={target.drop} zoom={zoom} />}
      {targetBox && (
        <path
          className="canvasTargeted"
          d={toSymbolPath(targetBox.kind, targetBox, 4 / zoom)}
        />
      )}
      {points && (
        <>
          <path className="canvasLiveLine" d={toArrowPath(points, true)} />
          <path className="canvasLiveHead" d={toHeadPath(points)} />
        </>
      )}
    </g>
  );
}

type ArrowGesture = Extract<Gesture, { type: 'connect' | 'retarget' }>;

function toLivePoints(layout: CanvasLayout, gesture: ArrowGesture): readonly Point[] | undefined {
  if (gesture.type === 'connect') {
    const box = layout.symbols.find(({ symbol }) => symbol === gesture.from);
    return box && [toEdgeTowards(box, gesture.at), gesture.at];
  }
  const line = layout.connectors.find(({ flow }) => flow === gesture.flow)?.points;
  const [first, last] = [line?.[0], line?.at(-1)];
  if (!first || !last) return undefined;
  return gesture.end === 'to' ? [first, gesture.at] : [gesture.at, last];
}

function toEdgeMiddles(box: SymbolBox): readonly Point[] {
  const [x, y] = toCentre(box);
  return [
    [x, box.y],
    [box.x + box.width, y],
    [x, box.y + box.height],
    [box.x, y],
  ];
}

function toEdgeTowards(box: SymbolBox, [x, y]: Point): Point {
  let best: Point = toCentre(box);
  let distance = Number.POSITIVE_INFINITY;
  for (const edge of toEdgeMiddles(box)) {
    const length = Math.hypot(edge[0] - x, edge[1] - y);
    if (length < distance) {
      best = edge;
      distance = length;
    }
  }
  return best;
}

function toBand(layout: CanvasLayout, kind: string, id: string): Box | undefined {
  const right = layout.width;
  if (kind === 'step') {
    const row = layout.rows.find(({ step }) => step === id);
    return row && { x: layout.numberWidth, y: row.y, width: right - layout.numberWidth, height: row.height };
  }
  if (kind !== 'actor') return undefined;
  const column = layout.columns.find(({ actor }) => actor === id);
  const { headHeight: y, height } = layout;
  return column && { x: column.x, y, width: column.width, height: height - y };
}

function shrink(box: Box, by: number): Box {
  return { x: box.x + by, y: box.y + by, width: box.width - 2 * by, height: box.height - 2 * by };
}
