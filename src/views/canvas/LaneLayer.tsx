import { memo } from 'react';
import type { CanvasLayout } from '#core/layout/geometry.ts';

interface LaneLayerProps {
  readonly layout: CanvasLayout;
}

/** The paper with its lanes and rows, behind everything. */
export const LaneLayer = memo(function LaneLayer({ layout }: LaneLayerProps) {
  const { width, height, headHeight, numberWidth } = layout;
  const columns = layout.columns.map(({ x }) => `M${x},0V${height}`).join('');
  const rows = layout.rows.map(({ y, height: band }) => `M${numberWidth},${y + band}H${width}`);
  return (
    <g className="canvasLanes" aria-hidden="true">
      <rect className="canvasPaper" width={width} height={height} rx={4} />
      {layout.columns.map((column, index) =>
        index % 2 === 1 ? (
          <rect
            key={column.actor}
            className="canvasLaneTint"
            x={column.x}
            y={headHeight}
            width={column.width}
            height={height - headHeight}
          />
        ) : null,
      )}
      <path className="canvasRowLine" d={rows.join('')} />
      <path className="canvasLaneLine" d={columns} />
    </g>
  );
});
