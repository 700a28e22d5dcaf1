import { Suspense } from 'react';
import { later } from '#ui/later.ts';
import { useCanvasUi } from './canvasContext.ts';

const CanvasMenuPanel = later(() =>
  import('./CanvasMenuPanel.tsx').then((file) => file.CanvasMenuPanel),
);

/** The commands for what was pressed with the right button, or long. */
export function CanvasMenu() {
  const menu = useCanvasUi((ui) => ui.menu);
  return <Suspense>{menu && <CanvasMenuPanel menu={menu} />}</Suspense>;
}
