import { useReactFlow, useStore } from '@xyflow/react';
import { memo, type PointerEvent, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import type { CanvasLayout } from '#core/layout/geometry.ts';
import { useLayout } from './canvasContext.ts';
import { toSymbolPath } from './paths.ts';

const maxWidth = 168;
const maxHeight = 132;

/** The whole sheet, small, with the part in view; a press on it goes there. */
export function Minimap() {
  const { t } = useTranslation('canvas');
  // Others' typing reaches the small picture when there is time.
  const layout = useDeferredValue(useLayout());
  const flow = useReactFlow();
  const scale = Math.min(maxWidth / layout.width, maxHeight / layout.height);
  const goTo = (event: PointerEvent<SVGSVGElement>) => {
    const frame = event.currentTarget.getBoundingClientRect();
    const x = (event.clientX - frame.left) / scale;
    const y = (event.clientY - frame.top) / scale;
    void flow.setCenter(x, y, { zoom: flow.getZoom() });
  };
  return (
    <div className="canvasMinimapRoom">
      <div className="canvasPanel canvasMinimap">
        <svg
          role="img"
          aria-label={t('minimapName')}
          width={layout.width * scale}
          height={layout.height * scale}
          viewBox={`0 0 ${layout.width} ${layout.height}`}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            goTo(event);
          }}
          onPointerMove={(event) => {
            if (event.buttons === 1) goTo(event);
          }}
        >
          <MinimapDrawing layout={layout} />
          <InView />
        </svg>
      </div>
    </div>
  );
}

const MinimapDrawing = memo(function MinimapDrawing({ layout }: { readonly layout: CanvasLayout }) {
  const lines = layout.connectors.map(({ points }) =>
    points.map(([x, y], index) => `${index ? 'L' : 'M'}${x},${y}`).join(''),
  );
  return (
    <>
      <path
        className="canvasMinimapLanes"
        d={layout.columns.map(({ x }) => `M${x},0V${layout.height}`).join('')}
      />
      <path className="canvasMinimapFlows" d={lines.join('')} />
      <path
        className="canvasMinimapSymbols"
        d={layout.symbols.map((box) => toSymbolPath(box.kind, box)).join('')}
      />
    </>
  );
});

function InView() {
  const [x, y, zoom] = useStore(({ transform }) => transform);
  const width = useStore((store) => store.width);
  const height = useStore((store) => store.height);
  return (
    <rect
      className="canvasMinimapView"
      x={-x / zoom}
      y={-y / zoom}
      width={width / zoom}
      height={height / zoom}
    />
  );
}
