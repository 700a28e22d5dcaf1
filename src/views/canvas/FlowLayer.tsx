import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CanvasLayout, Connector } from '#core/layout/geometry.ts';
import { useDerived } from '#session/react/hooks.ts';
import { useCanvasUi } from './canvasContext.ts';
import { type FlowFacts, toFlowFacts } from './flowFacts.ts';
import { toArrowPath, toHeadPath } from './paths.ts';
import { isSameConnector } from './sameBox.ts';
import { TextLines } from './TextLines.tsx';
import { useIsSelected } from './useIsSelected.ts';

interface FlowLayerProps {
  readonly layout: CanvasLayout;
}

/** The arrows along the layout's lines, and the plain lines of steps done together. */
export function FlowLayer({ layout }: FlowLayerProps) {
  const facts = useDerived(toFlowFacts);
  return (
    <g className="canvasFlows">
      {layout.joints.map(({ step, points }) => (
        <path key={step} className="canvasJoint" d={toArrowPath(points, false)} />
      ))}
      {layout.connectors.map((connector) => (
        <FlowArrow
          key={connector.flow}
          connector={connector}
          from={facts.get(connector.flow)?.from ?? 0}
          to={facts.get(connector.flow)?.to ?? 0}
        />
      ))}
    </g>
  );
}

interface FlowArrowProps extends FlowFacts {
  readonly connector: Connector;
}

const FlowArrow = memo(
  function FlowArrow({ connector, from, to }: FlowArrowProps) {
    const { t } = useTranslation('canvas');
    const { flow, points, head, label } = connector;
    const isSelected = useIsSelected('flow', flow);
    const isHovered = useCanvasUi(({ hovered }) => hovered?.kind === 'flow' && hovered.id === flow);
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
        data-flow={flow}
        className={`canvasFlow nopan${isSelected ? ' selected' : ''}${isHovered ? ' hovered' : ''}`}
      >
        <path className="canvasFlowHit" d={line} />
        <path className="canvasFlowLine" d={line} />
        {head && <path className="canvasFlowHead" d={toHeadPath(points)} />}
        {label && (
          <>
            <rect
              className="canvasLabelChip"
              x={label.x}
              y={label.y}
              width={label.width}
              height={label.height}
              rx={2.5}
            />
            <TextLines lines={[label.line]} />
          </>
        )}
      </g>
    );
  },
  (a, b) => a.from === b.from && a.to === b.to && isSameConnector(a.connector, b.connector),
);
