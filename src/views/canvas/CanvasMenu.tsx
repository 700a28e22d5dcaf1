import { Suspense } from 'react';
import { later } from '#ui/later.ts';
import { useCanvasUi } from './canvasContext.ts';
import type { ToCanvasContext } from './useCanvasContext.ts';

const CanvasMenuPanel = later(() =>
  import('./CanvasMenuPanel.tsx').then((file) => file.CanvasMenuPanel),
);

interface CanvasMenuProps {
  readonly toContext: ToCanvasContext;
}

/** The commands for what was pressed with the right button, or long. */
export function CanvasMenu({ toContext }: CanvasMenuProps) {
  const menu = useCanvasUi((ui) => ui.menu);
  return <Suspense>{menu && <CanvasMenuPanel menu={menu} toContext={toContext} />}</Suspense>;
}
