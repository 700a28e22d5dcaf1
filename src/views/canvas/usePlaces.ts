import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useMemo } from 'react';
import type { Point } from '#core/layout/geometry.ts';
import { toEdgePan } from '#ui/edgePan.ts';
import type { Press } from './gestures.ts';

/** From client pixels to the sheet, and the view that moves while something is dragged at its edge. */
export function usePlaces(): Pick<Press, 'toPoint' | 'panAtEdge'> {
  const flow = useReactFlow();
  const store = useStoreApi();
  return useMemo(
    () => ({
      toPoint: ({ clientX, clientY }): Point => {
        const { x, y } = flow.screenToFlowPosition({ x: clientX, y: clientY });
        return [x, y];
      },
      panAtEdge: ({ clientX, clientY }) => {
        const { domNode, transform } = store.getState();
        if (!domNode) return false;
        const [dx, dy] = toEdgePan(domNode.getBoundingClientRect(), [clientX, clientY]);
        if (dx === 0 && dy === 0) return false;
        const [x, y, zoom] = transform;
        void flow.setViewport({ x: x + dx, y: y + dy, zoom });
        return true;
      },
    }),
    [flow, store],
  );
}
