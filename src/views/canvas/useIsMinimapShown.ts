import { useStore } from '@xyflow/react';
import { useCanvasUi } from './canvasContext.ts';

/** Below this width of the canvas the small map would cover the end of the last lane, in px. */
const roomyWidthPx = 1120;

/** As the person chose; before that, where there is room for it. */
export function useIsMinimapShown(): boolean {
  const choice = useCanvasUi((ui) => ui.isMinimapShown);
  const isRoomy = useStore(({ width }) => width >= roomyWidthPx);
  return choice ?? isRoomy;
}
