import type { CanvasLayout, Point, SymbolBox } from '#core/layout/geometry.ts';
import { useCanvasUi, useLayout, useSheet } from './canvasContext.ts';
import type { Gesture } from './canvasState.ts';
import { toCentre } from './cells.ts';
import { type Drop, type LineDrop, toDropBox } from './dropTarget.ts';
import { Ghost } from './Ghost.tsx';
import { toFrame } from './lasso.ts';
import { toArrowPath, toEdgeMiddles, toHeadPath, toSymbolPath } from './paths.ts';
import { RouteMarks } from './RouteMarks.tsx';

interface GestureMarksProps {
  readonly zoom: number;
}

/** What the drag under way would do if it ended now. */
export function GestureMarks({ zoom }: GestureMarksProps) {
  const layout = useLayout();
  const gesture = useCanvasUi((ui) => ui.gesture);
  switch (gesture?.type) {
    case 'move':
      return (
        <>
          {gesture.drop && <DropMark layout={layout} drop={gesture.drop} zoom={zoom} />}
          {gesture.drop?.flow && <SpliceMark flow={gesture.drop.flow} />}
          <Ghosts gesture={gesture} />
        </>
      );
    case 'lasso':
      return <LassoMark gesture={gesture} layout={layout} zoom={zoom} />;
    case 'connect':
    case 'retarget':
      return <LiveArrow layout={layout} gesture={gesture} zoom={zoom} />;
    case 'route':
      return <RouteMarks gesture={gesture} zoom={zoom} />;
    case 'moveActor':
    case 'moveStep':
      return gesture.drop ? (
        <LineMark layout={layout} type={gesture.type} drop={gesture.drop} zoom={zoom} />
      ) : null;
    case undefined:
      return null;
  }
}

interface MarkProps extends GestureMarksProps {
  readonly layout: CanvasLayout;
}

type MoveGesture = Extract<Gesture, { type: 'move' }>;

/** All that moves, each as far from the held one as it stood. */
function Ghosts({ gesture: { symbol, symbols, at } }: { readonly gesture: MoveGesture }) {
  const boxes = useSheet((sheet) => sheet.symbols);
  const held = boxes.get(symbol);
  if (!held) return null;
  const [heldX, heldY] = toCentre(held);
  return symbols.map((id) => {
    const box = boxes.get(id);
    if (!box) return null;
    const [x, y] = toCentre(box);
    return <Ghost key={id} symbol={id} at={[at[0] + x - heldX, at[1] + y - heldY]} />;
  });
}

/** The arrow into which the symbol would go. */
function SpliceMark({ flow }: { readonly flow: string }) {
  const connector = useSheet(({ connectors }) => connectors.get(flow));
  return connector ? (
    <path className="canvasSpliced" d={toArrowPath(connector.points, connector.head)} />
  ) : null;
}

type LassoGesture = Extract<Gesture, { type: 'lasso' }>;

function LassoMark({ layout, gesture, zoom }: MarkProps & { readonly gesture: LassoGesture }) {
  const found = new Set(gesture.found.map(({ id }) => id));
  return (
    <>
      {layout.symbols
        .filter(({ symbol }) => found.has(symbol))
        .map((box) => (
          <path
            key={box.symbol}
            className="canvasTargeted"
            d={toSymbolPath(box.kind, box, 3 / zoom)}
          />
        ))}
      <rect className="canvasLasso" {...toFrame(gesture.from, gesture.at)} />
    </>
  );
}

/** Where a drop lands: the cell, or a line between the rows with the column marked on it. */
function DropMark({ layout, drop, zoom }: MarkProps & { readonly drop: Drop }) {
  const box = toDropBox(layout, drop);
  if (!box) return null;
  const { x, y, width, height } = box;
  if (drop.kind === 'cell') {
    const inset = { x: x + 2, y: y + 2, width: width - 4, height: height - 4 };
    return <rect className="canvasDropCell" {...inset} rx={4} />;
  }
  const thickness = 4 / zoom;
  return (
    <g className="canvasDropGap">
      <path className="across" d={`M${layout.numberWidth},${y}H${layout.width}`} />
      <rect
        x={x + 3}
        y={y - thickness / 2}
        width={width - 6}
        height={thickness}
        rx={thickness / 2}
      />
    </g>
  );
}

interface LineMarkProps extends MarkProps {
  readonly type: 'moveActor' | 'moveStep';
  readonly drop: LineDrop;
}

function LineMark({ layout, type, drop: { line }, zoom }: LineMarkProps) {
  const thickness = 3 / zoom;
  const start = line - thickness / 2;
  return (
    <rect
      className="canvasDropLine"
      rx={thickness / 2}
      {...(type === 'moveActor'
        ? { x: start, y: 0, width: thickness, height: layout.height }
        : { x: 0, y: start, width: layout.width, height: thickness })}
    />
  );
}

type ArrowGesture = Extract<Gesture, { type: 'connect' | 'retarget' }>;

function LiveArrow({ layout, gesture, zoom }: MarkProps & { readonly gesture: ArrowGesture }) {
  const { target } = gesture;
  const targetSymbol = target?.kind === 'symbol' ? target.symbol : undefined;
  const box = layout.symbols.find(({ symbol }) => symbol === targetSymbol);
  const points = findLivePoints(layout, gesture, box);
  return (
    <g className="canvasLive">
      {target?.kind === 'new' && <DropMark layout={layout} drop={target.drop} zoom={zoom} />}
      {box && <path className="canvasTargeted" d={toSymbolPath(box.kind, box, 4 / zoom)} />}
      {points && (
        <>
          <path className="canvasLiveLine" d={toArrowPath(points, true)} />
          <path className="canvasLiveHead" d={toHeadPath(points)} />
        </>
      )}
    </g>
  );
}

function findLivePoints(
  layout: CanvasLayout,
  gesture: ArrowGesture,
  target: SymbolBox | undefined,
): readonly Point[] | undefined {
  if (gesture.type === 'connect') {
    const box = layout.symbols.find(({ symbol }) => symbol === gesture.from);
    if (!box) return undefined;
    const start = toEdgeTowards(box, gesture.at);
    return [start, target ? toEdgeTowards(target, start) : gesture.at];
  }
  const line = layout.connectors.find(({ flow }) => flow === gesture.flow)?.points;
  const [first, last] = [line?.[0], line?.at(-1)];
  if (!first || !last) return undefined;
  return gesture.end === 'to' ? [first, gesture.at] : [gesture.at, last];
}

function toEdgeTowards(box: SymbolBox, [x, y]: Point): Point {
  const [first, ...others] = toEdgeMiddles(box);
  const toDistance = (edge: Point) => Math.hypot(edge[0] - x, edge[1] - y);
  return others.reduce((best, edge) => (toDistance(edge) < toDistance(best) ? edge : best), first);
}
