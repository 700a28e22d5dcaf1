import { memo } from 'react';
import { useSheet } from './canvasContext.ts';

/** The paper with its lanes and rows, behind everything. */
export const LaneLayer = memo(function LaneLayer() {
  const width = useSheet(({ layout }) => layout.width);
  const height = useSheet(({ layout }) => layout.height);
  const headHeight = useSheet(({ layout }) => layout.headHeight);
  const numberWidth = useSheet(({ layout }) => layout.numberWidth);
  const columns = useSheet(({ layout }) => layout.columns);
  const rows = useSheet(({ layout }) => layout.rows);
  const laneLines = columns.map(({ x }) => `M${x},${headHeight}V${height}`).join('');
  const rowLines = rows.slice(0, -1).map((row) => `M${numberWidth},${row.y + row.height}H${width}`);
  return (
    <g>
      <rect className="canvasPaper" width={width} height={height} rx={5} />
      {columns.map((column, index) =>
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
      <path className="canvasRowLine" d={rowLines.join('')} />
      <path className="canvasLaneLine" d={laneLines} />
    </g>
  );
});
