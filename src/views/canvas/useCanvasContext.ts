import { useReactFlow } from '@xyflow/react';
import { useCallback } from 'react';
import { useCanEdit, useSession } from '#session/react/hooks.ts';
import type { CanvasContext } from './canvasCommandContext.ts';
import { useCanvas } from './canvasContext.ts';
import { useIsMinimapShown } from './useIsMinimapShown.ts';
import type { SheetView } from './useSheetView.ts';

/** What the commands of the canvas work on, read anew whenever it is asked for. */
export type ToCanvasContext = () => CanvasContext;

export function useCanvasContext({ fit, fitSelection, onClipboard }: SheetView): ToCanvasContext {
  const session = useSession();
  const canEdit = useCanEdit();
  const flow = useReactFlow();
  const { commands, sheet, state } = useCanvas();
  const isMinimapShown = useIsMinimapShown();
  return useCallback(() => {
    const zoomBy = (direction: -1 | 1) =>
      void (direction > 0 ? flow.zoomIn(zoomMotion) : flow.zoomOut(zoomMotion));
    const zoomReset = () => void flow.zoomTo(1, zoomMotion);
    const toggleMinimap = () => state.set({ isMinimapShown: !isMinimapShown });
    const view = { fit, fitSelection, onClipboard, toggleMinimap, zoomBy, zoomReset };
    return { layout: sheet.get().layout, session, state, commands, canEdit, view };
  }, [
    session,
    state,
    sheet,
    canEdit,
    commands,
    flow,
    fit,
    fitSelection,
    onClipboard,
    isMinimapShown,
  ]);
}

const zoomMotion = { duration: 120 };
