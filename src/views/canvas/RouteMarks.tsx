import { useTranslation } from 'react-i18next';
import { findLongRun } from '#core/layout/drawnRoute.ts';
import type { Box, CanvasLayout } from '#core/layout/geometry.ts';
import { useProcedure } from '#session/react/hooks.ts';
import { useLayout, useSheet } from './canvasContext.ts';
import type { RouteGesture } from './canvasState.ts';
import { toRowsEnd } from './cells.ts';
import { listChannels } from './channels.ts';
import { toArrowPath, toHeadPath, toSidePath, toSymbolPath } from './paths.ts';
import { TextLines } from './TextLines.tsx';

interface RouteMarksProps {
  readonly gesture: RouteGesture;
  readonly zoom: number;
}

/** The arrow as it would run, over the sides or gaps that it can be given. */
export function RouteMarks({ gesture, zoom }: RouteMarksProps) {
  const { part, isKept, preview } = gesture;
  return (
    <g className={`canvasLive route${isKept ? '' : ' broken'}`}>
      {part === 'channel' && <Channels gesture={gesture} zoom={zoom} />}
      {(part === 'exit' || part === 'entry') && <Sides gesture={gesture} part={part} zoom={zoom} />}
      {preview && (
        <>
          <path className="canvasLiveLine" d={toArrowPath(preview.points, preview.head)} />
          <path className="canvasLiveHead" d={toHeadPath(preview.points)} />
          {part === 'channel' && isKept && <Grip points={preview.points} zoom={zoom} />}
          {preview.label && (
            <g className={part === 'labelAt' ? 'canvasLiveLabel held' : 'canvasLiveLabel'}>
              <rect className="chip" {...toChip(preview.label)} rx={3} />
              <TextLines lines={preview.label.lines} />
            </g>
          )}
        </>
      )}
      {!isKept && <Refusal gesture={gesture} zoom={zoom} />}
    </g>
  );
}

/** Every gap in which the long part of an arrow may run; the aimed one stands out. */
function Channels({ gesture: { route }, zoom }: RouteMarksProps) {
  const layout = useLayout();
  return listChannels(layout).map(({ channel, x, from, to }) => (
    <g
      key={`${channel}`}
      className={channel === route.channel ? 'canvasChannel aimed' : 'canvasChannel'}
    >
      <rect
        className="band"
        x={from}
        width={to - from}
        y={layout.headHeight}
        height={toHeight(layout)}
      />
      <path
        className="edge"
        d={`M${x},${layout.headHeight}v${toHeight(layout)}`}
        strokeWidth={1 / zoom}
      />
    </g>
  ));
}

function toHeight(layout: CanvasLayout): number {
  return toRowsEnd(layout) - layout.headHeight;
}

interface SidesProps extends RouteMarksProps {
  readonly part: 'exit' | 'entry';
}

/** The four sides of the symbol, the aimed one thick. */
function Sides({ gesture: { flow, part, route }, part: end, zoom }: SidesProps) {
  const symbol = useProcedure(
    ({ flows }) => flows.find(({ id }) => id === flow)?.[end === 'exit' ? 'from' : 'to'] ?? '',
  );
  const box = useSheet(({ symbols }) => symbols.get(symbol));
  const side = part === end ? route[end] : undefined;
  if (!box || !side) return null;
  return (
    <>
      <path className="canvasTargeted" d={toSymbolPath(box.kind, box, 4 / zoom)} />
      <path className="canvasAimedSide" d={toSidePath(box, side, 4 / zoom)} />
    </>
  );
}

function Grip({ points, zoom }: { points: Parameters<typeof findLongRun>[0]; zoom: number }) {
  const run = findLongRun(points);
  if (!run) return null;
  const [width, height] = [8 / zoom, 22 / zoom];
  const y = (run.top + run.bottom - height) / 2;
  return (
    <rect
      className="canvasLiveGrip"
      {...{ x: run.x - width / 2, y, width, height }}
      rx={width / 2}
    />
  );
}

/** Says why the drop would change nothing. */
function Refusal({ gesture: { at }, zoom }: RouteMarksProps) {
  const { t } = useTranslation('canvas');
  return (
    <text
      className="canvasRefusal"
      transform={`translate(${at[0]},${at[1]}) scale(${1 / zoom})`}
      x={14}
      y={28}
      fontSize={12}
    >
      {t('route.broken')}
    </text>
  );
}

function toChip({ x, y, width, height }: Box): Box {
  return { x: x - 2, y: y - 1, width: width + 4, height: height + 2 };
}
