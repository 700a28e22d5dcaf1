import { memo } from 'react';
import type { SymbolBox } from '#core/layout/geometry.ts';
import { layoutCanvas } from '#core/layout/layoutCanvas.ts';
import type { Procedure } from '#core/model/procedure.ts';

interface MiniChartProps {
  readonly procedure: Procedure;
}

/** The beginning of a procedure's chart, small and without words: its lanes, symbols and arrows. */
export const MiniChart = memo(function MiniChart({ procedure }: MiniChartProps) {
  const { width, height, headHeight, numberWidth, ...layout } = layoutCanvas(procedure);
  return (
    <svg
      className="miniChart"
      viewBox={`${numberWidth} ${headHeight} ${width - numberWidth} ${height - headHeight}`}
      preserveAspectRatio="xMidYMin slice"
      aria-hidden="true"
    >
      {layout.columns.map(({ actor, x, width: lane }, index) => (
        <rect
          key={actor}
          className={index % 2 === 0 ? 'miniLane' : 'miniLane other'}
          {...{ x, y: 0, width: lane, height }}
        />
      ))}
      {layout.connectors.map(({ points }) => (
        <polyline key={points.join()} points={points.map((point) => point.join()).join(' ')} />
      ))}
      {layout.symbols.map((box) => (
        <MiniSymbol key={box.symbol} box={box} />
      ))}
    </svg>
  );
});

function MiniSymbol({ box }: { readonly box: SymbolBox }) {
  const { x, y, width, height, kind } = box;
  if (kind !== 'decision')
    return (
      <rect
        className={`miniSymbol ${kind}`}
        rx={kind === 'terminator' ? height / 2 : 3}
        {...{ x, y, width, height }}
      />
    );
  const [middle, centre] = [x + width / 2, y + height / 2];
  return (
    <polygon
      className={`miniSymbol ${kind}`}
      points={`${middle},${y} ${x + width},${centre} ${middle},${y + height} ${x},${centre}`}
    />
  );
}
