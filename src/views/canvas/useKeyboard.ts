import { useReactFlow } from '@xyflow/react';
import { type KeyboardEvent, useCallback } from 'react';
import { useCanEdit, useSession } from '#session/react/hooks.ts';
import { useCanvas } from './canvasContext.ts';
import { runKey } from './keymap.ts';

/** The keys of the canvas, wherever in it the focus is, unless a widget needs them itself. */
export function useKeyboard(fit: () => void): (event: KeyboardEvent<HTMLElement>) => void {
  const session = useSession();
  const canEdit = useCanEdit();
  const flow = useReactFlow();
  const { commands, sheet } = useCanvas();
  return useCallback(
    (event) => {
      if (event.defaultPrevented || event.nativeEvent.isComposing || belongsToWidget(event)) return;
      const { key, shiftKey: shift, altKey: alt } = event;
      const ctrl = event.ctrlKey || event.metaKey;
      const zoomBy = (direction: -1 | 1) =>
        void (direction > 0 ? flow.zoomIn(zoomMotion) : flow.zoomOut(zoomMotion));
      const { layout } = sheet.get();
      const outcome = runKey(
        { key, ctrl, shift, alt },
        { layout, session, commands, canEdit, view: { fit, zoomBy } },
      );
      if (outcome === 'done') event.preventDefault();
    },
    [sheet, session, canEdit, commands, flow, fit],
  );
}

const zoomMotion = { duration: 120 };

function belongsToWidget({ target, key }: KeyboardEvent<HTMLElement>): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('input, textarea, [role="menu"], [role="toolbar"], .canvasWidget'))
    return true;
  // The heads of rows and lanes are walked through by Tab like any buttons.
  return key === 'Tab' && target.closest('[data-step], [data-actor]') !== null;
}
