import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConnectorLabel } from '#core/layout/geometry.ts';
import { useSheet } from './canvasContext.ts';
import { toArrowPath, toHeadPath } from './paths.ts';
import { TextLines } from './TextLines.tsx';
import { useIsSelected } from './useIsSelected.ts';

/** The arrows along the layout's lines, and the plain lines of steps done together. */
export function FlowLayer() {
  const ids = useSheet(({ flowIds }) => flowIds);
  const joints = useSheet(({ layout }) => layout.joints);
  return (
    <g className="canvasFlows">
      {joints.map(({ step, points }) => (
        <path key={step} className="canvasJoint" d={toArrowPath(points, false)} />
      ))}
      {ids.map((id) => (
        <FlowArrow key={id} id={id} />
      ))}
    </g>
  );
}

const FlowArrow = memo(function FlowArrow({ id }: { readonly id: string }) {
  const connector = useSheet(({ connectors }) => connectors.get(id));
  const name = useFlowName(id);
  const isSelected = useIsSelected('flow', id);
  if (!connector) return null;
  const { points, head, label } = connector;
  const line = toArrowPath(points, head);
  return (
    // biome-ignore lint/a11y/useSemanticElements: an SVG group can't be an HTML button.
    <g
      role="button"
      tabIndex={isSelected ? 0 : -1}
      aria-label={name}
      aria-pressed={isSelected}
      data-flow={id}
      className={`canvasFlow nopan${isSelected ? ' selected' : ''}`}
    >
      <path className="canvasFlowHit" d={line} />
      <path className="canvasFlowLine" d={line} />
      {head && <path className="canvasFlowHead" d={toHeadPath(points)} />}
      {label && <LabelChip label={label} />}
    </g>
  );
});

function LabelChip({ label: { x, y, width, height, line } }: { readonly label: ConnectorLabel }) {
  return (
    <>
      <rect className="canvasLabelChip" x={x} y={y} width={width} height={height} rx={2.5} />
      <TextLines lines={[line]} />
    </>
  );
}

/** Says an arrow in words: "Panah dari langkah 4 ke langkah 5, Ya". */
function useFlowName(id: string): string {
  const { t } = useTranslation('canvas');
  const from = useSheet(({ flowFacts }) => flowFacts.get(id)?.from ?? 0);
  const to = useSheet(({ flowFacts }) => flowFacts.get(id)?.to ?? 0);
  const label = useSheet(({ connectors }) => connectors.get(id)?.label?.text);
  return label ? t('name.labelledFlow', { from, to, label }) : t('name.flow', { from, to });
}
