import { Suspense } from 'react';
import { later } from '#ui/later.ts';
import { useCanvasUi } from './canvasContext.ts';

const OutlinePanel = later(() => import('./OutlinePanel.tsx').then((file) => file.OutlinePanel));

/** Every step as a list beside the sheet, when it is asked for. */
export function Outline() {
  const isShown = useCanvasUi((ui) => ui.isOutlineShown);
  return <Suspense>{isShown && <OutlinePanel />}</Suspense>;
}
