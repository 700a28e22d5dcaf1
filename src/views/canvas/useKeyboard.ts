import { type KeyboardEvent, useCallback } from 'react';
import type { CanvasLayout } from '#core/layout/geometry.ts';
import { useCanEdit, useSession } from '#session/react/hooks.ts';
import { useCanvas } from './canvasContext.ts';
import { runKey } from './keymap.ts';

/** The keys of the canvas, wherever in it the focus is, unless a widget needs them itself. */
export function useKeyboard(
  layout: CanvasLayout,
  onFit: () => void,
): (event: KeyboardEvent<HTMLElement>) => void {
  const session = useSession();
  const canEdit = useCanEdit();
  const { commands } = useCanvas();
  return useCallback(
    (event) => {
      if (event.defaultPrevented || event.nativeEvent.isComposing || belongsToWidget(event)) return;
      const { key, shiftKey: shift, altKey: alt } = event;
      const ctrl = event.ctrlKey || event.metaKey;
      if (runKey({ key, ctrl, shift, alt, layout, session, commands, canEdit, onFit }))
        event.preventDefault();
    },
    [layout, session, canEdit, commands, onFit],
  );
}

function belongsToWidget({ target, key }: KeyboardEvent<HTMLElement>): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('input, textarea, [role="menu"], [role="toolbar"]')) return true;
  const isHead = target.closest('.canvasRowHead, .canvasHeadName') !== null;
  if (key === 'Tab') return isHead;
  return target.closest('button') !== null && !isHead;
}
