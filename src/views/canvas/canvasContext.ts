import { createContext, useContext, useSyncExternalStore } from 'react';
import type { CanvasCommands } from './CanvasCommands.ts';
import type { CanvasState, CanvasUi } from './canvasState.ts';
import type { SheetContent, SheetStore } from './sheetStore.ts';

interface CanvasParts {
  readonly state: CanvasState;
  readonly sheet: SheetStore;
  readonly commands: CanvasCommands;
}

export const CanvasContext = createContext<CanvasParts | null>(null);

/** The canvas's own state, its sheet and its commands. Throws outside a `Canvas`. */
export function useCanvas(): CanvasParts {
  const parts = useContext(CanvasContext);
  if (!parts) throw new RangeError('useCanvas outside a Canvas');
  return parts;
}

/** A part of the canvas's own state; the component redraws only when that part changes. */
export function useCanvasUi<T>(selector: (ui: CanvasUi) => T): T {
  const { state } = useCanvas();
  return useSyncExternalStore(state.subscribe, () => selector(state.get()));
}

/** A part of the sheet; the component redraws only when that part changes. */
export function useSheet<T>(selector: (content: SheetContent) => T): T {
  const { sheet } = useCanvas();
  return useSyncExternalStore(sheet.subscribe, () => selector(sheet.get()));
}

export function useLayout(): SheetContent['layout'] {
  return useSheet(({ layout }) => layout);
}
