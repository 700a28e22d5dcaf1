import { type KeyboardEvent, useCallback } from 'react';
import { toChord } from '#ui/commands/chord.ts';
import { runKey } from './keymap.ts';
import type { ToCanvasContext } from './useCanvasContext.ts';

/** The keys of the canvas, wherever in it the focus is, unless a widget needs them itself. */
export function useKeyboard(
  toContext: ToCanvasContext,
): (event: KeyboardEvent<HTMLElement>) => void {
  return useCallback(
    (event) => {
      if (event.defaultPrevented || event.nativeEvent.isComposing || belongsToWidget(event)) return;
      if (runKey(toChord(event), toContext()) === 'done') event.preventDefault();
    },
    [toContext],
  );
}

function belongsToWidget({ target, key }: KeyboardEvent<HTMLElement>): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('input, textarea, [role="menu"], [role="toolbar"], .canvasWidget'))
    return true;
  // The heads of rows and lanes are walked through by Tab like any buttons.
  return key === 'Tab' && target.closest('[data-step], [data-actor]') !== null;
}
