import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConnectorLabel, Point } from '#core/layout/geometry.ts';
import { useCanEdit } from '#session/react/hooks.ts';
import { useSheet } from './canvasContext.ts';
import { inChunks } from './inChunks.ts';
import { toArrowPath, toHeadPath, toMiddle } from './paths.ts';
import type { CanvasTranslator } from './symbolName.ts';
import { TextLines } from './TextLines.tsx';
import { useIsSelected } from './useIsSelected.ts';

/** The arrows along the layout's lines, and the plain lines of steps done together. */
export function FlowLayer() {
  const { t } = useTranslation('canvas');
  const ids = useSheet(({ flowIds }) => flowIds);
  const joints = useSheet(({ layout }) => layout.joints);
  const chunks = useMemo(() => inChunks(ids), [ids]);
  return (
    <g className="canvasFlows">
      {joints.map(({ step, points }) => (
        <path key={step} className="canvasJoint" d={toArrowPath(points, false)} />
      ))}
      {chunks.map((chunk) => (
        <FlowChunk key={chunk[0]} ids={chunk} t={t} />
      ))}
    </g>
  );
}

interface FlowChunkProps {
  readonly ids: readonly string[];
  readonly t: CanvasTranslator;
}

const FlowChunk = memo(function FlowChunk({ ids, t }: FlowChunkProps) {
  return ids.map((id) => <FlowArrow key={id} id={id} t={t} />);
});

interface FlowArrowProps {
  readonly id: string;
  readonly t: CanvasTranslator;
}

const FlowArrow = memo(function FlowArrow({ id, t }: FlowArrowProps) {
  const connector = useSheet(({ connectors }) => connectors.get(id));
  const from = useSheet(({ flowFacts }) => flowFacts.get(id)?.from ?? 0);
  const to = useSheet(({ flowFacts }) => flowFacts.get(id)?.to ?? 0);
  const mark = useSheet(({ routeFacts }) => toMark(routeFacts.get(id)));
  const canEdit = useCanEdit();
  const isSelected = useIsSelected('flow', id);
  if (!connector) return null;
  const { points, head, label } = connector;
  const line = toArrowPath(points, head);
  const name = label
    ? t('name.labelledFlow', { from, to, label: label.text })
    : t('name.flow', { from, to });
  return (
    // biome-ignore lint/a11y/useSemanticElements: an SVG group can't be an HTML button.
    <g
      role="button"
      tabIndex={isSelected ? 0 : -1}
      aria-label={name}
      aria-pressed={isSelected}
      data-flow={id}
      className={isSelected ? 'canvasFlow selected nopan' : 'canvasFlow'}
    >
      <path className="canvasFlowHit" d={line} />
      <path className="canvasFlowLine" d={line} />
      {head && <path className="canvasFlowHead" d={toHeadPath(points)} />}
      {mark && canEdit && <RouteMark points={points} mark={mark} />}
      {label && <LabelChip flow={id} label={label} />}
    </g>
  );
});

/** Whether a person gave the arrow a way, and whether it could be kept. */
function toMark(broken: readonly unknown[] | undefined): 'kept' | 'broken' | undefined {
  if (!broken) return undefined;
  return broken.length > 0 ? 'broken' : 'kept';
}

interface RouteMarkProps {
  readonly points: readonly Point[];
  readonly mark: 'kept' | 'broken';
}

/** Shows whoever edits that the arrow runs by hand. */
function RouteMark({ points, mark }: RouteMarkProps) {
  const [x, y] = toMiddle(points);
  return <circle className={`canvasRouteMark ${mark}`} cx={x} cy={y} r={3} />;
}

interface LabelChipProps {
  readonly flow: string;
  readonly label: ConnectorLabel;
}

function LabelChip({ flow, label: { x, y, width, height, lines } }: LabelChipProps) {
  return (
    <g data-flow-label={flow}>
      <rect className="canvasLabelChip" x={x} y={y} width={width} height={height} rx={2.5} />
      <TextLines lines={lines} />
    </g>
  );
}
